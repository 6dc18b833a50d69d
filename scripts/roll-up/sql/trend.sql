-- All districts together, month by month, with the change of rate A to the month before, in percentage points.
SELECT
  month,
  sessions,
  due,
  attended,
  rateA,
  rateB,
  100 * (rateA - LAG(rateA) OVER (ORDER BY month)) AS changeA,
  hours
FROM (
  SELECT
    month,
    COUNT(DISTINCT CONCAT(workbook, ' ', session)) AS sessions,
    SUM(due) AS due,
    SUM(attended) AS attended,
    SUM(earnedA) / NULLIF(SUM(dueA), 0) AS rateA,
    SUM(earnedB) / NULLIF(SUM(dueB), 0) AS rateB,
    SUM(creditedHours) / 10000 AS hours
  FROM facts
  WHERE kind = 'attendance'
  GROUP BY month
) AS months
ORDER BY month
