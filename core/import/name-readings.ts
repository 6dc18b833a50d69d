// What a field that holds name and unit together may say: `区委-周文远`, `周文远(区委)`, `区委 周文远`, `区委周文远`.
import { foldNameOrId, withoutInvisible } from '../text/clean';

export interface NameReading {
  /** Folded as names are compared. */
  readonly name: string;
  /** What stands beside the name. */
  readonly others: readonly string[];
  /** A sign or a space separates the name from the rest; without one only the unit beside it shows that it is a name. */
  readonly isSeparated: boolean;
}

/** Signs between name and unit. A middle dot is part of a name. */
const SIGNS = /[\s\-_~|/\\+:,;()[\]<>@#*—–―、。【】《》「」『』〔〕]+/u;

/** A field with more parts is a sentence. */
const MOST_PARTS = 8;
/** A Chinese name with its surname, the shortest one. */
const SHORTEST = 2;

/** The whole as one name comes first, then each run of parts as the name: a name may have a space in it. */
export function separatedReadings(words: string): readonly NameReading[] {
  const parts = partsOf(words);
  const whole = { name: foldNameOrId(words), others: [], isSeparated: true };
  if (parts.length < 2 || parts.length > MOST_PARTS) return whole.name === '' ? [] : [whole];
  const readings: NameReading[] = [whole];
  for (let length = parts.length; length > 0; length -= 1)
    for (let first = 0; first + length <= parts.length; first += 1)
      readings.push({
        name: foldNameOrId(parts.slice(first, first + length).join(' ')),
        others: [...parts.slice(0, first), ...parts.slice(first + length)],
        isSeparated: true,
      });
  return readings;
}

/** Without a sign the name is the beginning or the end of a part. */
export function joinedReadings(words: string): readonly NameReading[] {
  const parts = partsOf(words);
  if (parts.length > MOST_PARTS) return [];
  return parts.flatMap((part, at) => {
    const beside = [...parts.slice(0, at), ...parts.slice(at + 1)];
    const signs = Array.from(part);
    const readings: NameReading[] = [];
    for (let length = SHORTEST; length <= signs.length - SHORTEST; length += 1) {
      const [start, end] = [signs.slice(0, length), signs.slice(-length)];
      const [behind, before] = [signs.slice(length), signs.slice(0, -length)];
      readings.push(
        { name: end.join(''), others: [before.join(''), ...beside], isSeparated: false },
        { name: start.join(''), others: [behind.join(''), ...beside], isSeparated: false },
      );
    }
    return readings;
  });
}

/** Folded. The signs are looked for before folding takes the spaces out. */
const partsOf = (words: string): readonly string[] =>
  withoutInvisible(words)
    .normalize('NFKC')
    .split(SIGNS)
    .map(foldNameOrId)
    .filter((part) => part !== '');
