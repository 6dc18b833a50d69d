import { afterAll, describe, expect, it, test } from '@jest/globals';
import type { CheckRowsResponse } from '#core/contract/check-rows';
import { buildProject } from '../built-project';
import { runScript, WORKBOOK_ID, type World } from '../fake-google';
import { aFinding } from '../sidebar/answers';

const project = buildProject();
afterAll(() => project.remove());
const code = project.read('main.js');

const ON = { documents: { [WORKBOOK_ID]: { CHECKS_EDITS_AS: 'clerk@example.org' } } };
const OWN = { handler: 'checkEdit', workbookId: WORKBOOK_ID, email: 'clerk@example.org' };

describe('the switch', () => {
  it('installs one trigger, remembers as whom it runs, and takes both back', () => {
    const { call, world } = runScript(code);
    expect(call('getContext')).toMatchObject({ isCheckingEdits: false });
    expect(call('setCheckingEdits', true)).toBe(true);
    expect(call('setCheckingEdits', true)).toBe(true);
    expect([world.triggers, world.documents]).toEqual([[OWN], ON.documents]);
    expect(call('getContext')).toMatchObject({ isCheckingEdits: true });
    expect(call('setCheckingEdits', false)).toBe(false);
    expect(world.triggers).toEqual([]);
    expect(call('getContext')).toMatchObject({ isCheckingEdits: false });
  });

  it('installs no second trigger when somebody else’s is there', () => {
    const { call, world } = runScript(code, { ...ON, email: 'other@example.org' });
    expect(call('setCheckingEdits', true)).toBe(true);
    expect(world.triggers).toEqual([]);
  });

  it('is switched by the menu, which shows its state', () => {
    const { call, recorded } = runScript(code, { locale: 'en' });
    call('toggleCheckingEdits');
    call('toggleCheckingEdits');
    expect(recorded.toasts).toEqual([
      'On: each row is checked as soon as it is edited.',
      'Off: edits are no longer checked.',
    ]);
  });
});

/** B5:D7 of the sheet with id 7. */
const EDIT = {
  range: {
    getSheet: () => ({ getSheetId: () => 7 }),
    getRow: () => 5,
    getLastRow: () => 7,
    getColumn: () => 2,
    getLastColumn: () => 4,
  },
};

const NOTHING: CheckRowsResponse = {
  checked: { tabTitle: '日程', firstRow: 5, lastRow: 7 },
  notChecked: 0,
  entered: [],
  enteredCount: 0,
  counts: { error: 0, warning: 0, info: 0 },
  findings: [],
};

function edit(answer: Partial<CheckRowsResponse>, changes: Partial<World> = {}) {
  const reply = { status: 200, body: JSON.stringify({ ...NOTHING, ...answer }) };
  const { context, recorded } = runScript(code, { ...ON, reply, ...changes });
  Reflect.apply(context['checkEdit'] as () => void, undefined, [EDIT]); // the trigger's own call
  return recorded;
}

describe('an edit', () => {
  it('has its rows checked', () => {
    const { fetched, toasts, errors } = edit({});
    expect(fetched[0]?.url).toBe('https://api-1234.a.run.app/checkRows');
    expect(JSON.parse(fetched[0]?.options.payload ?? '')).toMatchObject({
      sheetId: 7,
      firstRow: 5,
      lastRow: 7,
      firstColumn: 2,
      lastColumn: 4,
    });
    expect([toasts, errors]).toEqual([[], []]);
  });

  it('shows the most severe finding, and how many there are', () => {
    const findings = [
      aFinding({ severity: 'info', cell: 'A5' }),
      aFinding({ severity: 'warning', cell: 'B5' }),
      aFinding({ severity: 'error', cell: 'C5' }),
    ];
    const { toasts } = edit({ findings, counts: { error: 1, warning: 1, info: 1 } });
    expect(toasts).toEqual(['C5：编号 P017 出现了两次。换一个没有用过的编号。（这几行共 2 处）']);
  });

  it('speaks of what was just typed before the rest of its row', () => {
    const findings = [
      aFinding({ severity: 'error', cell: 'A5' }),
      aFinding({ severity: 'warning', cell: 'D6' }),
      aFinding({ severity: 'error', cell: 'AB5' }),
    ];
    const { toasts } = edit({ findings, counts: { error: 2, warning: 1, info: 0 } });
    expect(toasts).toEqual(['D6：编号 P017 出现了两次。换一个没有用过的编号。（这几行共 3 处）']);
  });

  it('says which ids were entered for names, before what is wrong', () => {
    const entered = [{ cell: 'B5', words: '王芳', id: 'R002' }];
    const findings = [aFinding({ severity: 'error', cell: 'C5' })];
    const counts = { error: 1, warning: 0, info: 0 };
    expect(edit({ entered, enteredCount: 1 }).toasts).toEqual(['B5：“王芳”已填成编号 R002。']);
    expect(edit({ entered, enteredCount: 3, findings, counts }).toasts).toEqual([
      'B5：“王芳”已填成编号 R002。\n另有 2 处也由名称填成了编号。\nC5：编号 P017 出现了两次。换一个没有用过的编号。（这几行共 1 处）',
    ]);
  });

  it('reports rows that were too many', () => {
    expect(edit({ notChecked: 1500 }, { locale: 'en' }).toasts).toEqual([
      'A large change: 1500 rows were not checked. Press "Check" in the sidebar.',
    ]);
  });

  test.each<[string, Partial<World>]>([
    ['the service refuses', { reply: { status: 503, body: 'down' } }],
    ['the service cannot be reached', { reply: new Error('no route') }],
  ])('is not disturbed when %s; the log says why', (_, changes) => {
    const { toasts, errors } = edit({}, changes);
    expect(toasts).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/^checkEdit: /);
  });

  test.each<[string, Partial<World>]>([
    ['it is turned off', { documents: {} }],
    ['somebody else’s trigger does it', { email: 'other@example.org' }],
  ])('is not looked at when %s', (_, changes) => {
    expect(edit({}, changes).fetched).toEqual([]);
  });
});
