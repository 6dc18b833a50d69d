// An address → a QR code as one SVG path, drawn here: nothing is loaded from anywhere.
import { encode } from 'uqr';
import { html, type Html } from '#core/text/html';

/** Modules of white around the code, as ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4;

/** Decoration to a screen reader: the words beside it are the link. */
export function qrCode(address: string): Html {
  // A screen is never torn or stained: the least correction gives the largest modules.
  const { data, size } = encode(address, { ecc: 'L', border: QUIET_ZONE });
  const dark = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  const box = `0 0 ${size} ${size}`;
  return html`<svg viewBox="${box}" aria-hidden="true" shape-rendering="crispEdges" fill="#000">
    <path d="${dark.join('')}" />
  </svg>`;
}
