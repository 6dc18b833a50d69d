// The sample district with as many rows of attendance as a benchmark wants: more people like those it has, who came to the same sessions.
import { districtSample } from '#workbench/samples/district';
import type { Sample, SampleRow } from '#workbench/samples/sample';

const DIGITS = '一二三四五六七八九十百千';

/** Different for each copy, and a part of no other name. */
const suffixOf = (copy: number): string =>
  (DIGITS[Math.floor(copy / DIGITS.length)] ?? '') + (DIGITS[copy % DIGITS.length] ?? '');

const idOf = (id: string, copy: number): string => `${id}K${copy}`;

/** Ids, names and addresses of the sample are the same in every language. */
const plain = (value: unknown): string => (typeof value === 'string' ? value : '');

function copiedMember(member: SampleRow<'roster'>, copy: number): SampleRow<'roster'> {
  const { id, name, email } = member;
  return {
    ...member,
    id: idOf(plain(id), copy),
    name: plain(name) + suffixOf(copy),
    email: typeof email === 'string' ? `k${copy}.${email}` : null,
  };
}

export function grownSample(rows: number): Sample {
  const sample = districtSample();
  const { roster = [], attendance = [] } = sample;
  const people = [...roster];
  const marks = [...attendance];
  for (let copy = 1; marks.length < rows; copy += 1) {
    people.push(...roster.map((member) => copiedMember(member, copy)));
    marks.push(
      ...attendance.map((mark) => ({ ...mark, memberId: idOf(plain(mark.memberId), copy) })),
    );
  }
  return { ...sample, roster: people, attendance: marks.slice(0, rows) };
}
