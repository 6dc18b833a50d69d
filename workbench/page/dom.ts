// Builds elements: a tag, its attributes and listeners, and its content.

type Attribute = string | number | boolean | null | undefined;
type Listener = (event: Event) => void;
type Attributes = Readonly<Record<string, Attribute | Listener>>;
type Child = Node | string | null;

/** `null`, `undefined` and `false` leave an attribute out; functions named `onclick` listen. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

function setAttribute(element: Element, name: string, value: Attribute | Listener): void {
  if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value);
  else if (value === true) element.setAttribute(name, '');
  else if (value !== null && value !== undefined && value !== false) {
    element.setAttribute(name, String(value));
  }
}

/** A line drawing of 20 by 20, in the colour of the text around it; said by the label beside it. */
export function icon(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}
