-- Each district's budget and spending by head in each year, in yuan.
SELECT
  SUBSTR(month, 1, 4) AS year,
  region,
  district,
  head,
  SUM(CASE WHEN kind = 'budget' THEN cents ELSE 0 END) / 100 AS budget,
  SUM(CASE WHEN kind = 'spent' THEN cents ELSE 0 END) / 100 AS spent,
  SUM(CASE WHEN kind = 'spent' THEN cents ELSE 0 END)
    / NULLIF(SUM(CASE WHEN kind = 'budget' THEN cents ELSE 0 END), 0) AS executed
FROM facts
WHERE kind IN ('budget', 'spent')
GROUP BY SUBSTR(month, 1, 4), region, district, head
ORDER BY year, region, district, head
