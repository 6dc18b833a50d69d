-- Categories of people in each year, all districts together.
SELECT
  SUBSTR(month, 1, 4) AS year,
  category,
  SUM(due) AS due,
  SUM(attended) AS attended,
  SUM(earnedA) / NULLIF(SUM(dueA), 0) AS rateA,
  SUM(earnedB) / NULLIF(SUM(dueB), 0) AS rateB,
  SUM(creditedHours) / 10000 AS hours
FROM facts
WHERE kind = 'attendance'
GROUP BY SUBSTR(month, 1, 4), category
ORDER BY year, category
