// The one function of React the page itself calls; the grid component brings the rest.
declare module 'react' {
  export function createElement(
    tag: string,
    properties: Readonly<Record<string, string>>,
    ...children: readonly string[]
  ): object;
}
