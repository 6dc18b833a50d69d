import { expect, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { rankedTopics } from '#core/planning/ranked-topics';
import { anOrder } from '#test/support/builders/rows';
import { planBook } from './planning';

test('counts each person once a topic, leaves out what was withdrawn, and gives equal ones one rank', () => {
  const orders = [
    anOrder({ memberId: 'R1', topicId: 'P2' }),
    anOrder({ memberId: 'R1', topicId: 'P2' }),
    anOrder({ memberId: 'R2', topicId: 'P2' }),
    anOrder({ memberId: 'R1', topicId: 'P1' }),
    anOrder({ memberId: 'R2', topicId: 'P3' }),
    anOrder({ memberId: 'R3', topicId: 'P3', withdrawn: toDay('2026-02-20') }),
  ];
  expect(rankedTopics(planBook({ orders }))).toEqual([
    { topicId: 'P1', rank: 2, points: 1 },
    { topicId: 'P2', rank: 1, points: 2 },
    { topicId: 'P3', rank: 2, points: 1 },
    { topicId: 'P4', rank: 4, points: 0 },
  ]);
});
