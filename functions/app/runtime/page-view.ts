// What a small public page shows, as plain data in the reader's language. The edge turns it into HTML.

export interface PageView {
  readonly heading: string;
  /** What has happened or what the state is, above everything else. */
  readonly notice: { readonly tone: 'good' | 'warning'; readonly text: string } | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Lists to read before the forms, each under its heading. */
  readonly lists?: readonly PageList[];
  readonly forms: readonly PageForm[];
  /** Parts that are only read, below the rest. */
  readonly sections?: readonly PageSection[];
  /** An address to be scanned from a screen, with the text below it. */
  readonly code?: { readonly address: string; readonly label: string };
  /** Seconds after which the page loads itself anew. */
  readonly renewAfter?: number;
}

/** What a section does not have is left out. */
export interface PageSection {
  readonly heading: string | null;
  readonly lines?: readonly string[];
  /** A picture of what the table says in numbers. */
  readonly chart?: PageChart;
  /** The first cell of a row is its heading. */
  readonly table?: {
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}

export type PageChart =
  | {
      readonly kind: 'lines';
      readonly labels: readonly string[];
      /** Shares from 0 to 1; null leaves a gap. */
      readonly series: readonly {
        readonly name: string;
        readonly values: readonly (number | null)[];
      }[];
    }
  | {
      readonly kind: 'bars';
      /** Parts lie one after the other on the whole; together they may be more. */
      readonly bars: readonly {
        readonly label: string;
        readonly parts: readonly number[];
        readonly whole: number;
      }[];
      readonly parts: readonly string[];
      readonly whole: string;
    };

export interface PageList {
  readonly heading: string;
  readonly items: readonly { readonly title: string; readonly text: string | null }[];
}

/** Posted to the page's own address; each form has one button. */
export interface PageForm {
  readonly heading: string | null;
  /** The signed link's token, or one made for this form alone. */
  readonly token: string;
  readonly fields: readonly PageField[];
  readonly button: {
    /** Posted as `action`. */
    readonly action: string;
    readonly label: string;
    readonly isMain: boolean;
  };
}

export type PageField =
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      /** What is shown first and cannot be sent; without it the first option is chosen already. */
      readonly none?: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly value: string | null;
    }
  | {
      /** One of several groups of options, or none. */
      readonly kind: 'groupedChoice';
      readonly name: string;
      readonly label: string;
      /** What the blank option says. */
      readonly none: string;
      readonly groups: readonly {
        readonly label: string;
        readonly options: readonly { readonly value: string; readonly label: string }[];
      }[];
      readonly value: string | null;
    }
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: string;
      readonly value: string;
      readonly isRequired: boolean;
      /** In characters. */
      readonly longest: number;
      /** Telephones then show digits to type. */
      readonly isNumber?: boolean;
    }
  /** One of a few grades, each a button of its own. */
  | {
      readonly kind: 'rating';
      readonly name: string;
      readonly label: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      readonly value: string | null;
    }
  /** Several lines. */
  | {
      readonly kind: 'longText';
      readonly name: string;
      readonly label: string;
      /** Below the label. */
      readonly hint: string;
      readonly value: string;
      readonly isRequired: boolean;
      /** In characters. */
      readonly longest: number;
    };
