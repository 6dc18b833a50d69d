// Small line drawings, 20 by 20, in the colour of the text around them.

const SHAPES = {
  check: ['M4 3.5h8.5L16 7v9.5H4z', 'M7 11l2.2 2.2L13 9'],
  attendance: ['M3.5 16.5h13', 'M5.5 14V9.5', 'M10 14V4', 'M14.5 14V7'],
  notice: ['M3 5h14v10.5H3z', 'M3.5 5.5 10 11l6.5-5.5'],
  budget: [
    'M3.5 5.5h13v9h-13z',
    'M10 7.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z',
    'M3.5 8.5h2',
    'M14.5 11.5h2',
  ],
  bulletin: ['M4.5 3.5h11v13h-11z', 'M7 7h6', 'M7 10h6', 'M7 13h3.5'],
  leave: ['M4 4.5h12v12H4z', 'M4 8h12', 'M7.5 3v3', 'M12.5 3v3', 'M8 12.2h4'],
  'sign-in': ['M4.5 3.5h8v13h-8z', 'M7 7h3', 'M7 10h3', 'M10.5 14.5 16 9'],
  planning: ['M3.5 4.5h13v12h-13z', 'M3.5 8h13', 'M7 3v3', 'M13 3v3', 'M6.5 11h3', 'M6.5 13.7h6'],
  'set-up': ['M3.5 3.5h13v13h-13z', 'M3.5 8h13', 'M8 8v8.5'],
  fold: ['M5.5 12.5 10 8l4.5 4.5'],
  done: ['M4.5 10.5 8 14l7.5-8'],
  alert: ['M10 3 2.5 16.5h15z', 'M10 8v4', 'M10 14.2v.3'],
  go: ['M8 5.5 12.5 10 8 14.5'],
} as const;

export type IconName = keyof typeof SHAPES;

const SVG = 'http://www.w3.org/2000/svg';

/** Decoration only: the words beside it say the same. */
export function icon(name: IconName): SVGSVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('class', `icon icon-${name}`);
  drawing.setAttribute('aria-hidden', 'true');
  for (const line of SHAPES[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', line);
    drawing.append(path);
  }
  return drawing;
}
