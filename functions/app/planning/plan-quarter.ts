import { toLocalTime } from '#core/calendar/zone';
import type { PlanAccepted, PlanQuarterResponse } from '#core/contract/plan-quarter';
import { toAmount } from '#core/contract/amount';
import { readBook, type Book } from '#core/model/book';
import { sumCents } from '#core/budget/execution';
import { formatNoticeSpan } from '#core/notice/words/notice-date';
import { planAcceptance } from '#core/planning/accept-proposals';
import { planSessions } from '#core/planning/plan-sessions';
import { concernText } from '#core/planning/planning-words';
import type { SessionPlan } from '#core/planning/proposal';
import { writeProposals } from '#core/planning/write-proposals';
import type { Language } from '#core/text/language';
import { rankingOf } from '#core/topics/ranking-of';
import { usualPeriod } from '#core/topics/votes';
import { tableOf, type Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { optimisticWrite } from '../runtime/optimistic-write';
import type { OpenedWorkbook, Ports, UseCase } from '../runtime/use-case';
import type { PlannedWrite } from '../runtime/write-with-retry';
import { planPeriod } from './plan-period';

const REQUIRED: readonly TabKey[] = [
  ...(['schedule', 'speakers', 'topics', 'proposals'] as const),
  ...(['budget', 'expenses', 'standards', 'log'] as const),
];
const TABS: readonly TabKey[] = [...REQUIRED, 'orders', 'wishes', 'roster', 'holidays'];

/** Proposes sessions for a period, writes them into their tab, and makes sessions of the rows that a clerk has ticked there. */
export const planQuarter: UseCase<'planQuarter'> = {
  tabs: TABS,
  required: REQUIRED,
  exact: REQUIRED,
  async run(request, opened, ports) {
    if (request.action === 'accept') return accept(request.spreadsheetId, opened, ports);
    const make = (book: Book) =>
      planSessions(book, {
        period: planPeriod(request, book.today),
        ranking: rankingOf(book, usualPeriod(book.settings)).topics,
      });
    const answerFor = (book: Book, snapshot: Snapshot) =>
      answerOf(make(inLanguage(book, opened.language)), snapshot, opened.language);
    if (request.action === 'preview') {
      const book = bookOf(opened.snapshot, opened, ports);
      return { action: 'preview', ...answerFor(book, opened.snapshot) };
    }
    const decide = (snapshot: Snapshot) => {
      const book = bookOf(snapshot, opened, ports);
      const changes = writeProposals(book, snapshot, make(book).proposals);
      return { changes, result: { action: 'write' as const, ...answerFor(book, snapshot) } };
    };
    return writeInTurn(request.spreadsheetId, { opened, decide }, ports);
  },
};

/** The same plan with its reasons in the reader's language; the tab has them in the workbook's. */
const inLanguage = (book: Book, language: Language): Book => ({
  ...book,
  settings: { ...book.settings, language },
});

function bookOf(snapshot: Snapshot, { settings }: OpenedWorkbook, { clock }: Ports): Book {
  return readBook(snapshot.tables, toLocalTime(clock.now(), settings.timeZone).day).book;
}

function answerOf(
  { period, slots, proposals, concerns }: SessionPlan,
  snapshot: Snapshot,
  language: Language,
) {
  return {
    from: period.from,
    to: period.to,
    slots,
    proposals: proposals.map(({ topic, slot, speaker, venue, fee, reason }) => ({
      when: formatNoticeSpan(slot.date, slot, language),
      title: topic.cells.title ?? '',
      speaker: speaker.cells.name ?? '',
      venue,
      fee: toAmount(fee),
      reason,
    })),
    fees: toAmount(sumCents(proposals.map(({ fee }) => fee))),
    concerns: concerns.map((one) => concernText(one, language)),
    tab: tabOfProposals(snapshot),
  };
}

interface TurnWrite<T> {
  readonly opened: OpenedWorkbook;
  readonly decide: (snapshot: Snapshot) => PlannedWrite<T>;
}

/** Of two clerks who plan or accept at once the second decides by what the first has written. */
function writeInTurn<T>(
  spreadsheetId: string,
  { opened, decide }: TurnWrite<T>,
  ports: Ports,
): Promise<T> {
  const read = () => opened.reread();
  return optimisticWrite(spreadsheetId, { read, decide, whenBusy: 'writeConflict' }, ports);
}

function accept(
  spreadsheetId: string,
  opened: OpenedWorkbook,
  ports: Ports,
): Promise<PlanAccepted> {
  const decide = (snapshot: Snapshot) => {
    const book = bookOf(snapshot, opened, ports);
    const at = { snapshot, caller: opened.caller.email, now: ports.clock.now() };
    const { changes, accepted, concerns, ticked } = planAcceptance(book, at);
    const result: PlanAccepted & PlanQuarterResponse = {
      action: 'accept',
      ticked,
      sessions: [...accepted],
      concerns: concerns.map((one) => concernText(one, opened.language)),
      tab: tabOfProposals(snapshot),
    };
    return { changes, result };
  };
  return writeInTurn(spreadsheetId, { opened, decide }, ports);
}

function tabOfProposals(snapshot: Snapshot) {
  const { title, sheetId } = tableOf(snapshot, 'proposals');
  return { title, sheetId };
}
