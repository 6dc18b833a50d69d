// Small line drawings, 20 by 20, in the colour of the text around them. A panel has its own drawing in its file.

/** The paths of one drawing. */
export type Drawing = readonly string[];

const SHAPES = {
  fold: ['M5.5 12.5 10 8l4.5 4.5'],
  done: ['M4.5 10.5 8 14l7.5-8'],
  alert: ['M10 3 2.5 16.5h15z', 'M10 8v4', 'M10 14.2v.3'],
  go: ['M8 5.5 12.5 10 8 14.5'],
} as const satisfies Readonly<Record<string, Drawing>>;

type IconName = keyof typeof SHAPES;

const SVG = 'http://www.w3.org/2000/svg';

export const icon = (name: IconName): SVGSVGElement => draw(SHAPES[name]);

/** Decoration only: the words beside it say the same. */
export function draw(lines: Drawing): SVGSVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 20 20');
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('aria-hidden', 'true');
  for (const line of lines) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', line);
    drawing.append(path);
  }
  return drawing;
}
