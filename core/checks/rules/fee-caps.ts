// V12–V14, V18, V19: lecture fees against the caps in the standards tab.
import { formatCents, toCents, yuanToCents } from '../../money/cents';
import { hoursTimes, toHundredthHours } from '../../money/class-hours';
import { withoutSpaces } from '../../text/clean';
import { finding, type Finding } from '../../workbook/finding';
import { SPEAKERS } from '../../workbook/tabs/people';
import type { Book } from '../../model/book';
import { capQuery, feeRows, isPoolClear, type FeeRow } from '../../model/fee-rows';
import { groupBy } from '../../text/group-by';
import { placeAt } from '../../model/place-at';
import {
  findStandard,
  type Standard,
  type Standards,
  type StandardQuery,
} from '../../model/standards';
import { checkFarAway } from './far-away';
import { listed } from '../../text/listed';
import {
  OVER_CAP,
  HOURS_UNKNOWN,
  EXPERT_OVER_USUAL,
  TITLE_UNKNOWN,
  PAYEE_UNKNOWN,
  PAID_TWICE,
  LOCAL_LEADER_PAID,
} from './fee-caps.texts';

export function checkFees(book: Book, standards: Standards): Finding[] {
  const fees = feeRows(book);
  return [...fees.flatMap((fee) => checkFee(book, fee, standards)), ...checkPaidTwice(fees)];
}

/** The standards without which fees cannot be checked. */
export function standardsForFees(book: Book): StandardQuery[] {
  return feeRows(book).flatMap((fee) => capQuery(fee) ?? []);
}

function checkFee(book: Book, fee: FeeRow, standards: Standards): Finding[] {
  const { row, cells, speaker } = fee;
  if (fee.isToStranger && speaker?.cells.name && isPoolClear(book)) {
    const facts = { speaker: speaker.cells.name };
    const stranger = finding(PAYEE_UNKNOWN, placeAt('expenses', row, 'payee'), cells.payee, facts);
    return [stranger, ...checkAmount(fee, standards)];
  }
  if (!speaker?.cells.titleLevel)
    return isTitleMissing(book, fee)
      ? [finding(TITLE_UNKNOWN, placeAt('expenses', row, 'payee'), cells.payee)]
      : [];
  return checkAmount(fee, standards);
}

function checkAmount(fee: FeeRow, standards: Standards): Finding[] {
  const { row, cells, speaker } = fee;
  const level = speaker?.cells.titleLevel;
  if (!level || fee.net === null) return [];
  if (level === 'localLeader')
    return cells.approvalNumber
      ? []
      : [
          finding(LOCAL_LEADER_PAID, placeAt('expenses', row, 'net'), formatCents(fee.net), {
            name: speaker.cells.name ?? '',
          }),
        ];
  const query = capQuery(fee);
  const cap = query && findStandard(standards, query);
  return cap ? checkCap(fee, cap, standards) : [];
}

/** Not while the reason is a finding already: an unreadable title, or an id that leads nowhere. */
function isTitleMissing(book: Book, { speaker, session, cells }: FeeRow): boolean {
  if (cells.payee === undefined || !book.hasColumn('speakers', 'titleLevel')) return false;
  if (speaker) return !book.isUnreadable('speakers', speaker.row, 'titleLevel');
  const hasLostId = session ? Boolean(session.cells.speakerId) : Boolean(cells.sessionId);
  return !hasLostId;
}

function checkCap(fee: FeeRow, cap: Standard, standards: Standards): Finding[] {
  const { row, cells, session, speaker } = fee;
  const net = fee.net ?? 0;
  const place = placeAt('expenses', row, 'net');
  const hours = session?.cells.taughtHours;
  if (hours === undefined || hours === null) {
    const isSaid = session === null;
    return isSaid
      ? []
      : [
          finding(HOURS_UNKNOWN, place, formatCents(toCents(net)), {
            session: session.cells.id ?? '',
          }),
        ];
  }
  const perHour = yuanToCents(cap.value);
  if (perHour === null) return []; // a finding of the rules about Standards
  const limit = hoursTimes(toHundredthHours(hours), perHour);
  if (net <= limit) return [];
  const level = speaker?.cells.titleLevel ?? 'other';
  const facts = {
    title: SPEAKERS.columns.titleLevel.choices[level],
    hours,
    cap: cap.value,
    limit: formatCents(limit),
    document: cap.documentNumber,
  };
  const value = formatCents(toCents(net));
  if (level === 'academician')
    return cells.approvalNumber ? [] : [finding(EXPERT_OVER_USUAL, place, value, facts)];
  const farAway = checkFarAway({ fee, net: toCents(net), limit, facts }, standards);
  return farAway ?? [finding(OVER_CAP, place, value, facts)];
}

function checkPaidTwice(fees: readonly FeeRow[]): Finding[] {
  const talks = groupBy(fees, ({ session, personKey }) => {
    const { date, title } = session?.cells ?? {};
    return date && title ? `${personKey}|${date}|${withoutSpaces(title)}` : null;
  });
  return [...talks.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => {
      const rows = listed(group.map(({ row }) => String(row)));
      return group.map(({ row, net }) =>
        finding(PAID_TWICE, placeAt('expenses', row, 'net'), net === null ? '' : formatCents(net), {
          rows,
        }),
      );
    });
}
