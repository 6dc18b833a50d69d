/** The enum fields that the server acts on; a value outside the list is refused as Google does. */

export interface EnumType {
  readonly name: string;
  readonly values: readonly string[];
}

const enumType = (name: string, ...values: readonly string[]): EnumType => ({ name, values });

const DIMENSION = enumType('Dimension', 'DIMENSION_UNSPECIFIED', 'ROWS', 'COLUMNS');
const VALUE_RENDER = enumType(
  'ValueRenderOption',
  'FORMATTED_VALUE',
  'UNFORMATTED_VALUE',
  'FORMULA',
);
const DATE_RENDER = enumType('DateTimeRenderOption', 'SERIAL_NUMBER', 'FORMATTED_STRING');
const VALUE_INPUT = enumType(
  'ValueInputOption',
  'INPUT_VALUE_OPTION_UNSPECIFIED',
  'RAW',
  'USER_ENTERED',
);
const PASTE_TYPE = enumType(
  'PasteType',
  'PASTE_NORMAL',
  'PASTE_VALUES',
  'PASTE_FORMAT',
  'PASTE_NO_BORDERS',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_CONDITIONAL_FORMATTING',
);
const CONDITION = enumType(
  'ConditionType',
  'CONDITION_TYPE_UNSPECIFIED',
  'NUMBER_GREATER',
  'NUMBER_GREATER_THAN_EQ',
  'NUMBER_LESS',
  'NUMBER_LESS_THAN_EQ',
  'NUMBER_EQ',
  'NUMBER_NOT_EQ',
  'NUMBER_BETWEEN',
  'NUMBER_NOT_BETWEEN',
  'TEXT_CONTAINS',
  'TEXT_NOT_CONTAINS',
  'TEXT_STARTS_WITH',
  'TEXT_ENDS_WITH',
  'TEXT_EQ',
  'TEXT_IS_EMAIL',
  'TEXT_IS_URL',
  'TEXT_NOT_EQ',
  'DATE_EQ',
  'DATE_BEFORE',
  'DATE_AFTER',
  'DATE_ON_OR_BEFORE',
  'DATE_ON_OR_AFTER',
  'DATE_BETWEEN',
  'DATE_NOT_BETWEEN',
  'DATE_IS_VALID',
  'DATE_NOT_EQ',
  'ONE_OF_RANGE',
  'ONE_OF_LIST',
  'BLANK',
  'NOT_BLANK',
  'CUSTOM_FORMULA',
  'BOOLEAN',
  'FILTER_EXPRESSION',
);

const BY_FIELD: Readonly<Record<string, EnumType>> = {
  'BooleanCondition.type': CONDITION,
  'Border.style': enumType(
    'Style',
    'STYLE_UNSPECIFIED',
    'DOTTED',
    'DASHED',
    'SOLID',
    'SOLID_MEDIUM',
    'SOLID_THICK',
    'NONE',
    'DOUBLE',
  ),
  'CellFormat.horizontalAlignment': enumType(
    'HorizontalAlign',
    'HORIZONTAL_ALIGN_UNSPECIFIED',
    'LEFT',
    'CENTER',
    'RIGHT',
  ),
  'CellFormat.verticalAlignment': enumType(
    'VerticalAlign',
    'VERTICAL_ALIGN_UNSPECIFIED',
    'TOP',
    'MIDDLE',
    'BOTTOM',
  ),
  'CellFormat.wrapStrategy': enumType(
    'WrapStrategy',
    'WRAP_STRATEGY_UNSPECIFIED',
    'OVERFLOW_CELL',
    'LEGACY_WRAP',
    'CLIP',
    'WRAP',
  ),
  'CopyPasteRequest.pasteOrientation': enumType('PasteOrientation', 'NORMAL', 'TRANSPOSE'),
  'DeveloperMetadata.visibility': enumType(
    'DeveloperMetadataVisibility',
    'DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED',
    'DOCUMENT',
    'PROJECT',
  ),
  'DeveloperMetadataLookup.locationMatchingStrategy': enumType(
    'DeveloperMetadataLocationMatchingStrategy',
    'DEVELOPER_METADATA_LOCATION_MATCHING_STRATEGY_UNSPECIFIED',
    'EXACT_LOCATION',
    'INTERSECTING_LOCATION',
  ),
  'DeveloperMetadataLookup.locationType': enumType(
    'DeveloperMetadataLocationType',
    'DEVELOPER_METADATA_LOCATION_TYPE_UNSPECIFIED',
    'ROW',
    'COLUMN',
    'SHEET',
    'SPREADSHEET',
  ),
  'MergeCellsRequest.mergeType': enumType('MergeType', 'MERGE_ALL', 'MERGE_COLUMNS', 'MERGE_ROWS'),
  'NumberFormat.type': enumType(
    'NumberFormatType',
    'NUMBER_FORMAT_TYPE_UNSPECIFIED',
    'TEXT',
    'NUMBER',
    'PERCENT',
    'CURRENCY',
    'DATE',
    'TIME',
    'DATE_TIME',
    'SCIENTIFIC',
  ),
  'PasteDataRequest.type': PASTE_TYPE,
  'PivotGroup.sortOrder': enumType(
    'SortOrder',
    'SORT_ORDER_UNSPECIFIED',
    'ASCENDING',
    'DESCENDING',
  ),
  'PivotTable.valueLayout': enumType('PivotValueLayout', 'HORIZONTAL', 'VERTICAL'),
  'PivotValue.summarizeFunction': enumType(
    'PivotStandardValueFunction',
    'PIVOT_STANDARD_VALUE_FUNCTION_UNSPECIFIED',
    'SUM',
    'COUNTA',
    'COUNT',
    'COUNTUNIQUE',
    'AVERAGE',
    'MAX',
    'MIN',
    'MEDIAN',
    'PRODUCT',
    'STDEV',
    'STDEVP',
    'VAR',
    'VARP',
    'CUSTOM',
    'NONE',
  ),
  'SheetProperties.sheetType': enumType(
    'SheetType',
    'SHEET_TYPE_UNSPECIFIED',
    'GRID',
    'OBJECT',
    'DATA_SOURCE',
  ),
  'SortSpec.sortOrder': enumType('SortOrder', 'SORT_ORDER_UNSPECIFIED', 'ASCENDING', 'DESCENDING'),
  'SpreadsheetProperties.autoRecalc': enumType(
    'RecalculationInterval',
    'RECALCULATION_INTERVAL_UNSPECIFIED',
    'ON_CHANGE',
    'MINUTE',
    'HOUR',
  ),
  'TextToColumnsRequest.delimiterType': enumType(
    'DelimiterType',
    'DELIMITER_TYPE_UNSPECIFIED',
    'COMMA',
    'SEMICOLON',
    'PERIOD',
    'SPACE',
    'CUSTOM',
    'AUTODETECT',
  ),
};

/** Enum fields that mean the same wherever they occur, in bodies and in queries. */
const BY_NAME: Readonly<Record<string, EnumType>> = {
  dateTimeRenderOption: DATE_RENDER,
  dimension: DIMENSION,
  insertDataOption: enumType('InsertDataOption', 'OVERWRITE', 'INSERT_ROWS'),
  majorDimension: DIMENSION,
  pasteType: PASTE_TYPE,
  responseDateTimeRenderOption: DATE_RENDER,
  responseValueRenderOption: VALUE_RENDER,
  shiftDimension: DIMENSION,
  valueInputOption: VALUE_INPUT,
  valueRenderOption: VALUE_RENDER,
};

/** Undefined when the field is no enum, or one whose value is only stored and returned. */
export const enumOf = (message: string, field: string): EnumType | undefined =>
  BY_FIELD[`${message}.${field}`] ?? BY_NAME[field];

export const queryEnum = (parameter: string): EnumType | undefined => BY_NAME[parameter];
