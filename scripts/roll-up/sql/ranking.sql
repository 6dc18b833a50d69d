-- Districts of each year by rate A; those that are equal have the same place.
SELECT
  year,
  RANK() OVER (PARTITION BY year ORDER BY rateA DESC) AS place,
  region,
  district,
  workbooks,
  sessions,
  due,
  attended,
  rateA,
  rateB,
  hours
FROM (
  SELECT
    SUBSTR(month, 1, 4) AS year,
    region,
    district,
    COUNT(DISTINCT workbook) AS workbooks,
    COUNT(DISTINCT CONCAT(workbook, ' ', session)) AS sessions,
    SUM(due) AS due,
    SUM(attended) AS attended,
    SUM(earnedA) / NULLIF(SUM(dueA), 0) AS rateA,
    SUM(earnedB) / NULLIF(SUM(dueB), 0) AS rateB,
    SUM(creditedHours) / 10000 AS hours
  FROM facts
  WHERE kind = 'attendance'
  GROUP BY SUBSTR(month, 1, 4), region, district
) AS districts
WHERE rateA IS NOT NULL
ORDER BY year, place, region, district
