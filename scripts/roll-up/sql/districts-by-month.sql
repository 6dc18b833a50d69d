-- Each district and month: people due, rates and hours.
SELECT
  region,
  district,
  month,
  COUNT(DISTINCT CONCAT(workbook, ' ', session)) AS sessions,
  SUM(due) AS due,
  SUM(attended) AS attended,
  SUM(notRecorded) AS notRecorded,
  SUM(unclear) AS unclear,
  SUM(earnedA) / NULLIF(SUM(dueA), 0) AS rateA,
  SUM(earnedB) / NULLIF(SUM(dueB), 0) AS rateB,
  SUM(creditedHours) / 10000 AS hours
FROM facts
WHERE kind = 'attendance'
GROUP BY region, district, month
ORDER BY month, region, district
