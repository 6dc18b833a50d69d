import { describe, expect, it, test } from '@jest/globals';
import {
  areasToRead,
  planHighlights,
  tabsToSearch,
  type HighlightScope,
} from '#core/checks/highlights/plan-highlights';
import type { HighlightTarget } from '#core/checks/highlights/highlight-targets';
import type { WorkbookChange } from '#core/workbook/write/change';
import type { Decoration } from '#core/workbook/decoration';
import type { TabPlace } from '#core/workbook/snapshot';

const [RED, YELLOW] = ['#fbd9d5', '#fdf0c9'];
const MARK = '── 讲台 Lectern ──\nV01 不对\n── 讲台 — ──';

const aPlace = (part: Partial<TabPlace> = {}): TabPlace => ({
  sheetId: 1,
  title: '日程',
  index: 0,
  rowCount: 1000,
  columnCount: 20,
  key: 'schedule',
  layout: null,
  chartIds: [],
  protectedRangeIds: [],
  colorWords: [],
  hasHighlights: false,
  ...part,
});

const aTarget = (part: Partial<HighlightTarget> = {}): HighlightTarget => ({
  sheetId: 1,
  row: 4,
  column: 2,
  severity: 'error',
  lines: ['V01 不对'],
  ...part,
});

const aCell = (part: Partial<Decoration> = {}): Decoration => ({
  sheetId: 1,
  row: 4,
  column: 2,
  note: '',
  background: null,
  ...part,
});

interface Case {
  readonly places?: readonly TabPlace[];
  readonly targets?: readonly HighlightTarget[];
  readonly there?: readonly Decoration[];
  readonly scope?: HighlightScope;
}

function plan({ places = [aPlace()], targets = [], there = [], scope = null }: Case) {
  const changes = planHighlights({ places, targets, scope }, [], there);
  const of = <Kind extends WorkbookChange['kind']>(kind: Kind) =>
    changes.flatMap((change) =>
      change.kind === kind ? [change as Extract<WorkbookChange, { kind: Kind }>] : [],
    );
  return {
    cells: of('decorateCells').flatMap(({ cells }) => cells),
    flags: of('flagHighlights').map(({ sheetId, isHighlighted }) => [sheetId, isHighlighted]),
  };
}

describe('planMarks', () => {
  it('puts note and colour on a bare cell and remembers the tab', () => {
    expect(plan({ targets: [aTarget()] })).toEqual({
      cells: [aCell({ note: MARK, background: RED })],
      flags: [[1, true]],
    });
    expect(plan({ targets: [aTarget({ severity: 'warning' })] }).cells[0]?.background).toBe(YELLOW);
  });

  it('keeps the clerk’s note and colour with the mark', () => {
    const there = [aCell({ note: '请核对', background: '#c9daf8' })];
    const note = '请核对\n── 讲台 Lectern ──\nV01 不对\n── 讲台 #c9daf8 ──';
    expect(plan({ targets: [aTarget()], there }).cells).toEqual([aCell({ note, background: RED })]);
  });

  it('writes nothing when every highlight is right', () => {
    const there = [aCell({ note: MARK, background: RED })];
    const places = [aPlace({ hasHighlights: true })];
    expect(plan({ places, targets: [aTarget()], there })).toEqual({ cells: [], flags: [] });
  });

  it('takes a mark away and gives back exactly what was there, and forgets the tab', () => {
    const note = '请核对\n── 讲台 Lectern ──\nV01 不对\n── 讲台 #c9daf8 ──';
    const there = [
      aCell({ note, background: RED }),
      aCell({ row: 9, note: MARK, background: RED }),
    ];
    expect(plan({ places: [aPlace({ hasHighlights: true })], there })).toEqual({
      cells: [aCell({ note: '请核对', background: '#c9daf8' }), aCell({ row: 9 })],
      flags: [[1, false]],
    });
  });

  it('clears a mark that sorting or copying carried elsewhere', () => {
    const there = [aCell({ row: 7, note: MARK, background: RED })];
    const places = [aPlace({ hasHighlights: true })];
    expect(plan({ places, targets: [aTarget()], there }).cells).toEqual([
      aCell({ row: 7 }),
      aCell({ note: MARK, background: RED }),
    ]);
  });

  test.each([
    [
      'a colour the clerk gave it meanwhile stays',
      { note: MARK, background: '#00ff00' },
      { background: '#00ff00' },
    ],
    ['a colour left by a deleted note goes', { note: '', background: YELLOW }, {}],
  ])('of a mended cell %s', (_, before, after) => {
    expect(plan({ there: [aCell(before)] }).cells).toEqual([aCell(after)]);
  });

  it('remembers a colour that the clerk gave a cell which is still wrong', () => {
    const there = [aCell({ note: MARK, background: '#00ff00' })];
    expect(plan({ targets: [aTarget()], there }).cells).toEqual([
      aCell({ note: MARK.replace('— ──', '#00ff00 ──'), background: RED }),
    ]);
  });

  it('leaves clerks’ notes and colours without a mark alone', () => {
    const there = [aCell({ note: '见附件' }), aCell({ row: 5, background: '#fff2cc' })];
    expect(plan({ there })).toEqual({ cells: [], flags: [] });
  });

  it('never says after checking some rows that a tab has no marks', () => {
    const scope = { sheetId: 1, startRow: 4, endRow: 5 };
    const there = [aCell({ note: MARK, background: RED })];
    expect(plan({ places: [aPlace({ hasHighlights: true })], there, scope })).toEqual({
      cells: [aCell()],
      flags: [],
    });
  });
});

describe('what is read before marks are planned', () => {
  const places = [
    aPlace(),
    aPlace({ sheetId: 2, rowCount: 150, columnCount: 7, hasHighlights: true }),
  ];
  const column = { startColumn: 2, endColumn: 3 };
  const rows = { sheetId: 2, startRow: 3, endRow: 5 };

  it('is nothing when there is nothing to mark and no tab has marks', () => {
    expect(tabsToSearch({ places: [aPlace()], scope: null })).toEqual([]);
    expect(areasToRead({ places, targets: [], scope: null }, [])).toEqual([]);
  });

  it('are the notes of tabs that carry marks, unless only some rows were checked', () => {
    expect(tabsToSearch({ places, scope: null })).toEqual([2]);
    expect(tabsToSearch({ places, scope: rows })).toEqual([]);
  });

  it('are the cells with a mark and those to be marked, neighbours in one block', () => {
    const targets = [4, 26, 47].map((row) => aTarget({ row })); // 26 − 7 = 19 cells between, 47 − 27 = 20
    const carriers = [
      { sheetId: 1, row: 6, column: 2 },
      { sheetId: 2, row: 6, column: 2 },
    ];
    expect(areasToRead({ places, targets, scope: null }, carriers)).toEqual([
      { sheetId: 1, startRow: 4, endRow: 27, ...column },
      { sheetId: 1, startRow: 47, endRow: 48, ...column },
      { sheetId: 2, startRow: 6, endRow: 7, ...column },
    ]);
  });

  it('are the checked rows when only they were checked', () => {
    const targets = [aTarget({ sheetId: 2, row: 3 })];
    expect(areasToRead({ places, targets, scope: rows }, [])).toEqual([
      { ...rows, startColumn: 0, endColumn: 7 },
    ]);
    const [elsewhere, below, half] = [
      { ...rows, sheetId: 9 },
      { ...rows, startRow: 150, endRow: 152 },
      { ...rows, startRow: 149, endRow: 152 },
    ];
    for (const scope of [elsewhere, below])
      expect(areasToRead({ places, targets, scope }, [])).toEqual([]);
    expect(areasToRead({ places, targets, scope: half }, [])[0]?.endRow).toBe(150);
  });
});
