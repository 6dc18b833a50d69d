// The parts of the Sheets API's JSON that the page reads and writes.

export interface Spreadsheet {
  readonly spreadsheetId?: string;
  readonly properties?: { readonly title?: string; readonly timeZone?: string };
  readonly sheets?: readonly Sheet[];
}

export interface Sheet {
  readonly properties?: SheetProperties;
  readonly data?: readonly GridData[];
  readonly merges?: readonly GridRange[];
  readonly conditionalFormats?: readonly ConditionalFormat[];
  readonly protectedRanges?: readonly ProtectedRange[];
  readonly charts?: readonly Chart[];
  readonly basicFilter?: {
    readonly criteria?: Readonly<Record<string, { readonly hiddenValues?: readonly string[] }>>;
  };
}

export interface SheetProperties {
  readonly sheetId?: number;
  readonly title?: string;
  readonly index?: number;
  readonly hidden?: boolean;
  readonly tabColorStyle?: ColorStyle;
  readonly gridProperties?: {
    readonly rowCount?: number;
    readonly columnCount?: number;
    readonly frozenRowCount?: number;
    readonly frozenColumnCount?: number;
    readonly hideGridlines?: boolean;
  };
}

/** Zero-based and end-exclusive; a missing bound is open, a missing sheetId is sheet 0. */
export interface GridRange {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export interface GridData {
  readonly startRow?: number;
  readonly startColumn?: number;
  readonly rowData?: readonly { readonly values?: readonly CellData[] }[];
  readonly rowMetadata?: readonly DimensionProperties[];
  readonly columnMetadata?: readonly DimensionProperties[];
}

export interface DimensionProperties {
  readonly pixelSize?: number;
  readonly hiddenByUser?: boolean;
  readonly hiddenByFilter?: boolean;
}

export interface CellData {
  readonly userEnteredValue?: { readonly formulaValue?: string };
  readonly effectiveValue?: ExtendedValue;
  readonly userEnteredFormat?: CellFormat;
  readonly hyperlink?: string;
  readonly note?: string;
  readonly dataValidation?: DataValidationRule;
}

export interface ExtendedValue {
  readonly numberValue?: number;
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly errorValue?: { readonly type?: string; readonly message?: string };
}

export interface Color {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
}

export interface ColorStyle {
  readonly rgbColor?: Color;
}

export interface CellFormat {
  readonly numberFormat?: { readonly type?: string; readonly pattern?: string };
  readonly backgroundColorStyle?: ColorStyle;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrapStrategy?: string;
  readonly textFormat?: TextFormat;
  readonly borders?: Borders;
}

export type Borders = Readonly<Partial<Record<'top' | 'right' | 'bottom' | 'left', Border>>>;

export interface Border {
  readonly style?: string;
  readonly colorStyle?: ColorStyle;
}

export interface TextFormat {
  readonly foregroundColorStyle?: ColorStyle;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly strikethrough?: boolean;
}

export interface Condition {
  readonly type?: string;
  readonly values?: readonly { readonly userEnteredValue?: string }[];
}

export interface DataValidationRule {
  readonly condition?: Condition;
  readonly inputMessage?: string;
  readonly strict?: boolean;
  readonly showCustomUi?: boolean;
}

export interface ConditionalFormat {
  readonly ranges?: readonly GridRange[];
  readonly booleanRule?: { readonly condition?: Condition; readonly format?: CellFormat };
}

export interface ProtectedRange {
  readonly range?: GridRange;
}

export interface Chart {
  readonly chartId?: number;
  readonly spec?: ChartSpec;
  readonly position?: {
    readonly overlayPosition?: { readonly anchorCell?: { readonly rowIndex?: number } };
  };
}

export interface ChartSpec {
  readonly title?: string;
  readonly subtitle?: string;
  readonly basicChart?: BasicChartSpec;
  readonly pieChart?: {
    readonly domain?: ChartData;
    readonly series?: ChartData;
    readonly legendPosition?: string;
    readonly pieHole?: number;
  };
}

export interface BasicChartSpec {
  readonly chartType?: string;
  readonly legendPosition?: string;
  readonly stackedType?: string;
  readonly headerCount?: number;
  readonly axis?: readonly {
    readonly position?: string;
    readonly title?: string;
    readonly viewWindowOptions?: {
      readonly viewWindowMin?: number;
      readonly viewWindowMax?: number;
    };
  }[];
  readonly domains?: readonly { readonly domain?: ChartData }[];
  readonly series?: readonly {
    readonly series?: ChartData;
    readonly type?: string;
    readonly targetAxis?: string;
    readonly color?: Color;
    readonly colorStyle?: ColorStyle;
  }[];
}

export interface ChartData {
  readonly sourceRange?: { readonly sources?: readonly GridRange[] };
}
