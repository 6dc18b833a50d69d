// What exports of meeting and sign-in programs have, and the words their columns have in the usual programs.
import { text } from '../../text/language';
import type { DeclaredColumns } from '../../workbook/column-labels';
import { ROSTER } from '../../workbook/tabs/people';

const { id, name, unit, email, phone } = ROSTER.columns;

export const ATTENDANCE_SOURCE = {
  columns: {
    id,
    name: {
      ...name,
      synonyms: `${name.synonyms}、真实姓名、真實姓名、成员姓名、成員姓名、用户姓名、用戶姓名、参会人姓名、參會人姓名、参会者姓名、參會者姓名、签到人、簽到人、签到人姓名、簽到人姓名、学员姓名、學員姓名、User name、Participant name`,
    },
    nickname: {
      label: text('昵称', '暱稱', 'Nickname'),
      synonyms:
        '用户昵称、用戶暱稱、成员昵称、成員暱稱、入会昵称、入會暱稱、用户入会昵称、用戶入會暱稱、会中昵称、會中暱稱、会议昵称、會議暱稱、群昵称、群暱稱、微信昵称、微信暱稱、显示名称、顯示名稱、用户名、用戶名、用户、用戶、成员、成員、参会人、參會人、参会者、參會者、与会者、與會者、Display name、Screen name',
      kind: 'text',
    },
    unit,
    phone,
    email: { ...email, synonyms: `${email.synonyms}、邮箱、User email、Participant email` },
    in: {
      label: text('最早进入时间', '最早進入時間', 'First in'),
      synonyms:
        '首次入会时间、首次入會時間、首次进入时间、首次進入時間、首次加入时间、首次加入時間、入会时间、入會時間、加入时间、加入時間、加入会议时间、加入會議時間、进入时间、進入時間、进入会议时间、進入會議時間、进会时间、進會時間、上线时间、上線時間、签到时间、簽到時間、签到、簽到、打卡时间、打卡時間、到场时间、到場時間、Join time、Joined at、First join、First join time、Check-in time、Sign-in time、Time in、In',
      kind: 'text',
    },
    out: {
      label: text('最后离开时间', '最後離開時間', 'Last out'),
      synonyms:
        '最后退会时间、最後退會時間、最后退出时间、最後退出時間、最后离会时间、最後離會時間、最终离会时间、最終離會時間、退会时间、退會時間、离会时间、離會時間、离开时间、離開時間、离开会议时间、離開會議時間、退出时间、退出時間、退出会议时间、退出會議時間、下线时间、下線時間、签退时间、簽退時間、签退、簽退、离场时间、離場時間、Leave time、Left at、Last leave、Last leave time、Check-out time、Sign-out time、Time out、Out',
      kind: 'text',
    },
    minutes: {
      label: text('参会时长', '參會時長', 'Duration'),
      synonyms:
        '累计参会时长、累計參會時長、累计入会时长、累計入會時長、累计在会时长、累計在會時長、参会总时长、參會總時長、入会时长、入會時長、在会时长、在會時長、在线时长、在線時長、观看时长、觀看時長、学习时长、學習時長、停留时长、停留時長、累计时长、累計時長、总时长、總時長、时长、時長、Total duration、Time in meeting、In-meeting duration',
      kind: 'text',
    },
    state: {
      label: text('签到状态', '簽到狀態', 'Sign-in state'),
      synonyms:
        '参会状态、參會狀態、出席状态、出席狀態、出勤状态、出勤狀態、考勤状态、考勤狀態、考勤结果、考勤結果、打卡状态、打卡狀態、打卡结果、打卡結果、签到结果、簽到結果、是否签到、是否簽到、是否参会、是否參會、是否出席、状态、狀態、Status、Attendance',
      kind: 'text',
    },
  },
} as const satisfies DeclaredColumns;

export type AttendanceColumn = keyof (typeof ATTENDANCE_SOURCE)['columns'];

/** Of each list one column is enough. An id alone says of nobody for certain who it is: lists are numbered anew. */
export const ATTENDANCE_NEEDED: readonly (readonly AttendanceColumn[])[] = [
  ['name', 'nickname', 'phone', 'email'],
  ['in', 'out', 'minutes', 'state'],
];
