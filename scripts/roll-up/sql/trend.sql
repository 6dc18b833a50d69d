-- All districts together, month by month, with the change of rate A to the month before, in percentage points: null where that
-- month has no session.
SELECT
  month,
  sessions,
  due,
  attended,
  rateA,
  rateB,
  100 * (rateA - MAX(rateA) OVER (ORDER BY monthNumber RANGE BETWEEN 1 PRECEDING AND 1 PRECEDING)) AS changeA,
  hours
FROM (
  SELECT
    month,
    12 * CAST(SUBSTR(month, 1, 4) AS INTEGER) + CAST(SUBSTR(month, 6, 2) AS INTEGER) AS monthNumber,
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
