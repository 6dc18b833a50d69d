import { describe, expect, it, test } from '@jest/globals';
import { toDay } from '#core/calendar/day';
import { NEEDED_TABS } from '#core/model/book';
import { checkWorkbook } from '#core/checks/check-workbook';
import { LANGUAGES } from '#core/text/language';
import { placeOf } from '#test/support/builders/places';
import { aMark, aMember, aSession, aSpeaker } from '#test/support/builders/rows';
import { rowNumber, sampleTables } from '#test/support/builders/sample-tables';
import { aWorkbook, withCellIn } from '#test/support/builders/tables';
import { deliberateMistakes } from '#workbench/samples/deliberate-mistakes';
import { TODAY } from '#workbench/samples/sessions';

const today = toDay('2026-03-02');
const places = ({ findings }: ReturnType<typeof checkWorkbook>): string[] => findings.map(placeOf);

describe('checkWorkbook', () => {
  it('finds nothing in a correct workbook and counts its rows', () => {
    const tables = aWorkbook({
      roster: [aMember()],
      speakers: [aSpeaker()],
      schedule: [aSession()],
    });
    expect(checkWorkbook(tables, today)).toEqual({ findings: [], rows: 14 }); // 3 + 7 statuses + 4 standards
  });

  it('reports each missing tab once, and nothing that follows from it', () => {
    const { roster, ...rest } = aWorkbook({
      roster: [aMember()],
      schedule: [aSession({ speakerId: null })],
      attendance: [aMark()],
    });
    expect(roster).toBeDefined();
    expect(places(checkWorkbook(rest, today))).toEqual(['W03 roster']);
    expect(places(checkWorkbook({}, today))).toEqual(NEEDED_TABS.map((tab) => `W03 ${tab}`));
  });

  it('puts findings in the order of the workbook: tab, row, column', () => {
    const tables = aWorkbook({
      roster: [aMember()],
      schedule: [aSession(), aSession({ id: 'S02', number: 2, date: toDay('2026-03-13') })],
      speakers: [aSpeaker()],
    });
    const wrong = [
      { tab: 'roster', row: 2, column: 'email' },
      { tab: 'schedule', row: 3, column: 'end' },
      { tab: 'schedule', row: 3, column: 'date' },
      { tab: 'schedule', row: 2, column: 'state' },
    ] as const;
    const checked = checkWorkbook(
      wrong.reduce((all, place) => withCellIn(all, place, '??'), tables),
      today,
    );
    expect(places(checked)).toEqual([
      'W06 schedule 2 state',
      'V01 schedule 3 date',
      'W08 schedule 3 end',
      'W07 roster 2 email',
    ]);
  });
});

describe('the sample district', () => {
  const errors = (found: ReturnType<typeof checkWorkbook>): string[] =>
    places({ ...found, findings: found.findings.filter(({ rule }) => rule.severity === 'error') });

  it('has no error before anything is typed wrongly', () => {
    expect(errors(checkWorkbook(sampleTables([]), TODAY))).toEqual([]);
  });

  test.each(deliberateMistakes)('shows $rule at $tab $row $column', (mistake) => {
    const row = rowNumber(mistake);
    const found = places(checkWorkbook(sampleTables(deliberateMistakes), TODAY));
    expect(found).toContain([mistake.rule, mistake.tab, row, mistake.column].join(' '));
  });

  it('has the same findings in every language of the workbook', () => {
    const [first, ...others] = LANGUAGES.map((language) =>
      places(checkWorkbook(sampleTables(deliberateMistakes, language), TODAY)),
    );
    for (const other of others) expect(other).toEqual(first);
    expect(first?.length).toBeGreaterThan(deliberateMistakes.length);
  });
});
