/** Which pivot tables are worked out; any other is refused by name when it is set. */
import { invalid, notEmulated } from '../api-error';
import { SUMMARIES, type PivotTable } from '../values/pivot-values';

type Group = NonNullable<PivotTable['rows']>[number];
type Value = NonNullable<PivotTable['values']>[number];

/** Throws for a column that the source does not have. */
function checkColumn(offset: number | null | undefined, { source }: PivotTable): void {
  const { startColumnIndex, endColumnIndex } = source ?? {};
  const width = (endColumnIndex ?? Infinity) - (startColumnIndex ?? 0);
  if ((offset ?? 0) < 0 || (offset ?? 0) >= width)
    throw invalid(
      `The source column offset ${offset ?? 0} is outside the source of the pivot table.`,
    );
}

function checkGroup(group: Group, pivot: PivotTable): void {
  const { groupRule, groupLimit, valueBucket, valueMetadata, dataSourceColumnReference } = group;
  if (groupRule !== undefined) throw notEmulated('pivot groups by rule');
  if (groupLimit !== undefined) throw notEmulated('pivot groups with a limit');
  if (valueBucket !== undefined) throw notEmulated('pivot groups sorted by a value');
  if (valueMetadata?.some(({ collapsed }) => collapsed === true) === true)
    throw notEmulated('collapsed pivot groups');
  if (dataSourceColumnReference !== undefined) throw notEmulated('pivot tables of a data source');
  checkColumn(group.sourceColumnOffset, pivot);
}

function checkValue(value: Value, pivot: PivotTable): void {
  const { summarizeFunction, formula, calculatedDisplayType } = value;
  if (formula !== undefined) throw notEmulated('calculated pivot values');
  if (
    (calculatedDisplayType ?? 'PIVOT_VALUE_CALCULATED_DISPLAY_TYPE_UNSPECIFIED') !==
    'PIVOT_VALUE_CALCULATED_DISPLAY_TYPE_UNSPECIFIED'
  )
    throw notEmulated('pivot values as a share of a total');
  if (summarizeFunction === undefined || summarizeFunction === null)
    throw invalid('A summarize function must be specified for each pivot value.');
  if (!Object.hasOwn(SUMMARIES, summarizeFunction))
    throw notEmulated(`pivot values summed up by ${summarizeFunction}`);
  checkColumn(value.sourceColumnOffset, pivot);
}

export function checkPivotTable(pivot: PivotTable): void {
  const { rows = [], columns = [], values = [], filterSpecs = [] } = pivot;
  if (pivot.dataSourceId !== undefined) throw notEmulated('pivot tables of a data source');
  if (pivot.source === undefined) throw invalid('A pivot table must have a source.');
  if (pivot.criteria !== undefined) throw notEmulated('pivot criteria; filterSpecs are taken');
  if (pivot.valueLayout === 'VERTICAL') throw notEmulated('pivot values below one another');
  if (columns.length > 1) throw notEmulated('pivot tables with several groups of columns');
  if (columns.length > 0 && (rows.length === 0 || values.length !== 1))
    throw notEmulated('pivot tables with a group of columns but not both rows and one value');
  for (const group of [...rows, ...columns]) checkGroup(group, pivot);
  for (const value of values) checkValue(value, pivot);
  for (const { columnOffsetIndex, filterCriteria, dataSourceColumnReference } of filterSpecs) {
    if (dataSourceColumnReference !== undefined || filterCriteria?.condition !== undefined)
      throw notEmulated('pivot filters by condition');
    checkColumn(columnOffsetIndex, pivot);
  }
}
