// Builds elements. Text always becomes a text node, so no value can ever be read as HTML.

export type Child = Node | string | null;

/** `null` leaves the attribute out; `true` sets it without a value. */
type Attributes = Readonly<Record<string, string | number | true | null>>;

export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

/** Puts `children` in the place of everything inside. */
export function fillWith(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren();
  append(element, children);
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) if (child !== null) element.append(child);
}

export function button(
  label: Child,
  attributes: Attributes,
  onPress: () => void,
): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, label);
  element.addEventListener('click', onPress);
  return element;
}
