// The statuses a new workbook starts with; what is known of their words when a workbook's own row does not say it.
import { text, type Text } from '../../text/language';
import type { TabRow } from '../tab';
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
  status('official', text('公差', '公差', 'Official duty'), {
    credit: 0,
    treatment: 'excused',
    presence: 'excused',
  }),
  status('sick', text('病假', '病假', 'Sick leave'), {
    credit: 0,
    treatment: 'due',
    presence: 'excused',
  }),
  status('personal', text('事假', '事假', 'Personal leave'), {
    credit: 0,
    treatment: 'due',
    presence: 'excused',
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
