// What a notice is about when it is about no session, and what about it prevents sending.
import { toLocalTime } from '#core/calendar/zone';
import { NO_OPEN_TOPIC } from '#core/notice/notice-rules.texts';
import type { NoticeKind, Occasion } from '#core/notice/notice';
import { isOver, occasionFinder, orderOccasion } from '#core/notice/occasion';
import { rowsIn } from '#core/model/book';
import { finding, type Finding } from '#core/workbook/finding';
import type { Settings } from '#core/workbook/read/settings';
import type { Snapshot } from '#core/workbook/snapshot';
import type { TabKey } from '#core/workbook/tab-keys';
import { NOTICE_KINDS, type OccasionKind } from '#core/workbook/tabs/notice-kinds';
import { AppError } from '../../errors';
import { BULLETIN_TABS } from '../bulletin/bulletin-of';
import { checkTabs } from '../runtime/use-case';

interface OccasionQuestion {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly kind: NoticeKind;
  readonly occasionId: string | undefined;
  readonly now: Date;
}

interface FoundOccasion {
  readonly occasion: Occasion;
  readonly findings: readonly Finding[];
}

/** Throws `AppError` noOrderRound, orderRoundOver, noPeriod, tabMissing or columnMissing. */
export function findOtherOccasion(question: OccasionQuestion): FoundOccasion {
  const { about } = NOTICE_KINDS[question.kind];
  if (about === 'session') throw new Error(`${question.kind} is about a session`);
  return FIND[about](question);
}

const FIND: Readonly<
  Record<Exclude<OccasionKind, 'session'>, (question: OccasionQuestion) => FoundOccasion>
> = {
  orders: findRound,
  period({ snapshot, settings, kind, occasionId = '' }) {
    const occasion = occasionFinder(snapshot.tables, settings)(kind, occasionId);
    if (occasion?.about !== 'period') throw new AppError('noPeriod');
    checkTabs({ required: BULLETIN_TABS, exact: BULLETIN_TABS }, snapshot);
    return { occasion, findings: [] };
  },
};

const ORDER_TABS: readonly TabKey[] = ['topics', 'orders'];

/** A former round has another opening day in the settings; the last one stays there after its closing day. */
function findRound({ snapshot, settings, occasionId, now }: OccasionQuestion): FoundOccasion {
  checkTabs({ required: ORDER_TABS, exact: ORDER_TABS }, snapshot);
  const occasion = orderOccasion(settings);
  if (!occasion || (occasionId ?? occasion.id) !== occasion.id) throw new AppError('noOrderRound');
  if (isOver(occasion, toLocalTime(now, settings.timeZone))) throw new AppError('orderRoundOver');
  const isOpen = rowsIn(snapshot, 'topics').some(({ cells }) => cells.state === 'open');
  const place = { tab: 'topics', row: null, column: null } as const;
  return { occasion, findings: isOpen ? [] : [finding(NO_OPEN_TOPIC, place, '')] };
}
