// What a small public page shows, as plain data in the reader's language. The edge turns it into HTML.

export interface PageView {
  readonly heading: string;
  /** What has happened or what the state is, above everything else. */
  readonly notice: { readonly tone: 'good' | 'warning'; readonly text: string } | null;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Lists to read before the forms, each under its heading. */
  readonly lists?: readonly PageList[];
  readonly forms: readonly PageForm[];
  /** An address to be scanned from a screen, with the text below it. */
  readonly code?: { readonly address: string; readonly label: string };
  /** Seconds after which the page loads itself anew. */
  readonly renewAfter?: number;
}

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
