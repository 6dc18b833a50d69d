/** Scalars of the proto JSON form: what is taken for each type, and how Google names the type. */
import type { Json } from '../json';
import { enumOf } from './enum-values';

/** All other numbers of the API are 32-bit integers. */
const FLOATING_POINT = new Set([
  'Color.red',
  'Color.green',
  'Color.blue',
  'Color.alpha',
  'ExtendedValue.numberValue',
  'ChartAxisViewWindowOptions.viewWindowMin',
  'ChartAxisViewWindowOptions.viewWindowMax',
  'ChartHistogramRule.intervalSize',
  'ChartHistogramRule.minValue',
  'ChartHistogramRule.maxValue',
  'HistogramChartSpec.bucketSize',
  'HistogramChartSpec.outlierPercentile',
  'HistogramRule.interval',
  'HistogramRule.start',
  'HistogramRule.end',
  'IterativeCalculationSettings.convergenceThreshold',
  'PieChartSpec.pieHole',
  'PointStyle.size',
  'ScorecardChartSpec.scaleFactor',
  'TreemapChartSpec.minValue',
  'TreemapChartSpec.maxValue',
  'BubbleChartSpec.bubbleOpacity',
]);

export interface ScalarField {
  readonly message: string;
  readonly name: string;
  readonly type: string;
}

const isFloat = (field: ScalarField): boolean =>
  FLOATING_POINT.has(`${field.message}.${field.name}`);

export function scalarTypeName(field: ScalarField): string {
  const named = enumOf(field.message, field.name);
  if (named !== undefined && field.type === 'string') {
    return `type.googleapis.com/google.apps.sheets.v4.${named.name}`;
  }
  if (field.type === 'string') return 'TYPE_STRING';
  if (field.type === 'boolean') return 'TYPE_BOOL';
  return isFloat(field) ? 'TYPE_DOUBLE' : 'TYPE_INT32';
}

function readNumber(field: ScalarField, value: Json): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  if (typeof value === 'string' && value.trim() === '') return undefined;
  const number = Number(value);
  if (!Number.isFinite(number)) return undefined;
  if (isFloat(field)) return number;
  const isInt32 = Number.isInteger(number) && Math.abs(number) <= 0x7fffffff;
  return isInt32 ? number : undefined;
}

function readBoolean(value: Json): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}

/** Undefined when the value is not of the field's type. */
export function readScalar(field: ScalarField, value: Json): Json | undefined {
  if (field.type === 'any') return value;
  if (field.type === 'number') return readNumber(field, value);
  if (field.type === 'boolean') return readBoolean(value);
  if (typeof value !== 'string') return undefined;
  const named = enumOf(field.message, field.name);
  return named === undefined || named.values.includes(value) ? value : undefined;
}
