// The statuses a new workbook starts with; what is known of their words when a workbook's own row does not say it.
import { text, type Text } from '../../text/language';
import type { TabRow } from '../tab';
import { LEAVE_KIND_KEYS, LEAVE_KINDS } from './leave-kinds';
import type { STATUSES } from './rules';

type Row = TabRow<typeof STATUSES>;
type InitialStatus = Omit<Row, 'label'> & { readonly label: Text };

const status = (
  code: string,
  label: Text,
  counted: Pick<Row, 'credit' | 'treatment' | 'presence'>,
): InitialStatus => ({ code, label, ...counted });

/** Late and early count as attended, leave does not, official leave is taken out of rate B (docs/glossary.md). */
export const INITIAL_STATUSES: readonly InitialStatus[] = [
  status('present', text('出勤', '出勤', 'Present'), {
    credit: 1,
    treatment: 'due',
    presence: 'attended',
  }),
  status('late', text('迟到', '遲到', 'Late'), { credit: 1, treatment: 'due', presence: 'late' }),
  status('leftEarly', text('早退', '早退', 'Left early'), {
    credit: 1,
    treatment: 'due',
    presence: 'late',
  }),
  ...LEAVE_KIND_KEYS.map((kind) => {
    const { status: label, treatment } = LEAVE_KINDS[kind];
    return status(kind, label, { credit: 0, treatment, presence: 'excused' });
  }),
  status('absent', text('缺席', '缺席', 'Absent'), {
    credit: 0,
    treatment: 'due',
    presence: 'absent',
  }),
  status('exempt', text('免训', '免訓', 'Exempt'), {
    credit: 0,
    treatment: 'notCounted',
    presence: 'excused',
  }),
];
