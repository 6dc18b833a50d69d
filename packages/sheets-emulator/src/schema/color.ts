/** Colours as Google keeps them: 8 bits a channel, zero channels left out, printed as 32-bit floats. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';

type Color = sheets_v4.Schema$Color;

/** The shortest decimal that is the same 32-bit float: 127/255 → 0.49803922. */
function shortestFloat(number: number): number {
  const float = Math.fround(number);
  for (let digits = 6; digits < 10; digits++) {
    const candidate = Number(float.toPrecision(digits));
    if (Math.fround(candidate) === float) return candidate;
  }
  return float;
}

/** A little is added first, so that a channel read from an answer stays what it is. */
function channel(value: number | null | undefined): number {
  const level = Math.floor(Math.min(Math.max(value ?? 0, 0), 1) * 255 + 0.001);
  return level === 0 ? 0 : shortestFloat(level / 255);
}

export function storedColor(color: Color): Color {
  const [red, green, blue] = [channel(color.red), channel(color.green), channel(color.blue)];
  return { ...(red > 0 && { red }), ...(green > 0 && { green }), ...(blue > 0 && { blue }) };
}
