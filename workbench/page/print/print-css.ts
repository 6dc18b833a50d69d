// A cell's look on paper, as a style attribute.
import type { GridCell } from '../grid/tab-state';

/** The grid's numbers for these words are their places in the lists. */
const HORIZONTAL = ['', 'left', 'center', 'right'];
const VERTICAL = ['', 'top', 'middle', 'bottom'];
/** The grid's number for text that goes on in a further line of its cell. */
export const WRAPS = 3;

const SIDES = { t: 'top', r: 'right', b: 'bottom', l: 'left' } as const;
/** Kinds of lines of the grid that are drawn thicker or otherwise than thin ones. */
const LINES: Readonly<Record<number, string>> = {
  3: '1px dotted',
  4: '1px dashed',
  7: '3px double',
  8: '2px solid',
  13: '3px solid',
};

export function cellCss(cell: GridCell | undefined): string {
  const style = cell?.style ?? {};
  const { bl, it, ul, st, cl, bg, ht, vt, tb, fs, bd } = style;
  const isNumber = typeof cell?.value === 'number';
  const declared: (readonly [string, string | undefined])[] = [
    ['font-weight', bl === 1 ? '600' : undefined],
    ['font-style', it === 1 ? 'italic' : undefined],
    ['text-decoration', decoration(ul?.s === 1, st?.s === 1)],
    ['color', cl?.rgb],
    ['background', bg?.rgb],
    ['text-align', HORIZONTAL[ht ?? 0] || (isNumber ? 'right' : undefined)],
    ['vertical-align', VERTICAL[vt ?? 0] || undefined],
    ['white-space', tb === WRAPS ? 'pre-wrap' : undefined],
    ['font-size', fs === undefined ? undefined : `${fs}pt`],
    ...Object.entries(SIDES).map(([short, side]) => {
      const line = bd?.[short as keyof typeof SIDES]; // the table's own keys
      const drawn = line && `${LINES[line.s] ?? '1px solid'} ${line.cl.rgb}`;
      return [`border-${side}`, drawn] as const;
    }),
  ];
  return declared
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}

function decoration(isUnderlined: boolean, isStruck: boolean): string | undefined {
  const words = [isUnderlined ? 'underline' : '', isStruck ? 'line-through' : ''].filter(Boolean);
  return words.length === 0 ? undefined : words.join(' ');
}
