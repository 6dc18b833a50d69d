// The roster of the sample district: everybody in official order, with one joiner, one leaver and two who get no mail.
import { toDay } from '#core/calendar/day';
import { DEPARTMENTS } from './departments';
import { JUSTICE, SUBDISTRICTS, TEAMS, type Listed, type ListedUnit } from './leadership';
import type { PlainRow } from './sample';

type Member = PlainRow<'roster'> & { readonly id: string; readonly name: string };
type Category = NonNullable<PlainRow<'roster'>['category']>;

const GROUPS: readonly (readonly [Category, readonly ListedUnit[]])[] = [
  ['leadership', TEAMS],
  ['justice', JUSTICE],
  ['subdistrict', SUBDISTRICTS],
  ['department', DEPARTMENTS],
];

/** The head of this unit changed in mid-October: one leaves, another joins. */
const CHANGED_UNIT = '区统计局';
const LAST_DAY = toDay('2026-10-11');
const FIRST_DAY = toDay('2026-10-12');
const SUCCESSOR: Listed = ['甄若谷', 'zhenruogu', '局长'];
const WANTS_NO_MAIL = '霍启明';
const HAS_NO_ADDRESS = '古月明';

function rosterRows(): Member[] {
  const members: Member[] = [];
  let unitOrder = 0;
  for (const [category, units] of GROUPS)
    for (const unit of units) {
      unitOrder += 10;
      const people = unit.unit === CHANGED_UNIT ? [...unit.people, SUCCESSOR] : unit.people;
      people.forEach((listed, index) => {
        const place = { category, unit: unit.unit, unitOrder, personOrder: (index + 1) * 10 };
        members.push(toMember(members.length + 1, listed, place));
      });
    }
  return members;
}

interface Position {
  readonly category: Category;
  readonly unit: string;
  readonly unitOrder: number;
  readonly personOrder: number;
}

function toMember(count: number, [name, address, post]: Listed, place: Position): Member {
  const number = String(count).padStart(3, '0');
  const county = place.category === 'leadership' || place.category === 'justice';
  return {
    id: `M${number}`,
    name,
    ...place,
    post,
    rankClass: county ? 'county' : 'township',
    email: name === HAS_NO_ADDRESS ? null : `${address}@example.org`,
    phone: `000-0000-0${number}`,
    ...inOffice(place.unit, name),
    notify: name === WANTS_NO_MAIL ? false : null,
  };
}

function inOffice(unit: string, name: string): PlainRow<'roster'> {
  if (unit !== CHANGED_UNIT) return {};
  return name === SUCCESSOR[0]
    ? { from: FIRST_DAY, remark: '新任' }
    : { to: LAST_DAY, remark: '调离' };
}

export const MEMBERS: readonly Member[] = rosterRows();

/** The id of a person of the sample, by name. */
export function memberId(name: string): string {
  const member = MEMBERS.find((candidate) => candidate.name === name);
  if (!member) throw new Error(`nobody in the sample is called ${name}`);
  return member.id;
}
