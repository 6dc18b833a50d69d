// The script built as the add-on: one for all workbooks, so nothing of one may be seen in another.
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildProject } from '../built-project';
import { runScript, type World } from '../fake-google';

const project = buildProject('--add-on', '--api-url', 'https://api-1234.a.run.app/');
afterAll(() => project.remove());
const code = project.read('main.js');

describe('the add-on', () => {
  it('has its menu under Extensions, before anybody has allowed it anything', () => {
    const { call, recorded } = runScript(code, { authMode: 'NONE', locale: 'en' });
    call('onOpen');
    expect(recorded.menus).toEqual([
      {
        title: null,
        items: [
          { label: 'Open sidebar', run: 'showSidebar' },
          { label: 'Check entries', run: 'showSidebarAndCheck' },
          { label: 'Check while typing (on/off)', run: 'toggleCheckingEdits' },
          { label: 'About and help', run: 'showAbout' },
        ],
      },
    ]);
    expect(recorded.stores).toEqual([]);
  });

  it('calls the functions at the address it was built with, whatever its properties say', () => {
    const properties = { LECTERN_API_URL: 'https://elsewhere.example.org' };
    const { call, recorded } = runScript(code, { properties, locale: 'en' });
    call('callFunction', 'checkEntries', {});
    call('showAbout');
    expect(recorded.fetched[0]?.url).toBe('https://api-1234.a.run.app/checkEntries');
    expect(recorded.alerts[0]?.text).toContain('Service address: https://api-1234.a.run.app');
    expect(recorded.stores).toEqual([]);
  });
});

const EDIT = {
  range: {
    getSheet: () => ({ getSheetId: () => 7 }),
    getRow: () => 5,
    getLastRow: () => 7,
    getColumn: () => 2,
    getLastColumn: () => 3,
  },
};
const step = fc.record({
  email: fc.constantFrom('a@example.org', 'b@example.org'),
  workbookId: fc.constantFrom('workbook-one-of-the-tests', 'workbook-two-of-the-tests'),
  does: fc.constantFrom('turnOn', 'turnOff', 'askForCheck', 'open', 'edit'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What each workbook and its users must find, whatever is done in the other. */
class Expected {
  readonly owners = new Map<string, string>();
  readonly asked = new Set<string>();
}

function take(
  { email, workbookId, does }: Step,
  script: ReturnType<typeof runScript>,
  expected: Expected,
) {
  const { world, call, recorded, context } = script;
  const person = `${email} ${workbookId}`;
  Object.assign(world, { email, workbookId } satisfies Partial<World>);
  if (does === 'turnOn') {
    call('setCheckingEdits', true);
    if (!expected.owners.has(workbookId)) expected.owners.set(workbookId, email);
  } else if (does === 'turnOff') {
    call('setCheckingEdits', false);
    expected.owners.delete(workbookId);
  } else if (does === 'askForCheck') {
    call('showSidebarAndCheck');
    expected.asked.add(person);
  } else if (does === 'open') {
    const start = expected.asked.delete(person) ? 'check' : null;
    const isCheckingEdits = expected.owners.has(workbookId);
    expect(call('getContext')).toMatchObject({ spreadsheetId: workbookId, start, isCheckingEdits });
  } else {
    recorded.fetched.length = 0;
    Reflect.apply(context['checkEdit'] as () => void, undefined, [EDIT]); // the trigger's own call
    const asked = recorded.fetched.map(
      ({ options }) => (JSON.parse(options.payload) as { spreadsheetId: string }).spreadsheetId,
    );
    expect(asked).toEqual(expected.owners.get(workbookId) === email ? [workbookId] : []);
  }
}

describe('two workbooks that use one script', () => {
  it('never see anything of each other, and no user has two triggers in one document', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const script = runScript(code, { properties: {} });
        const expected = new Expected();
        for (const one of steps) {
          take(one, script, expected);
          const { triggers, documents, properties } = script.world;
          const places = triggers.map(({ email, workbookId }) => `${email} ${workbookId}`);
          expect(new Set(places).size).toBe(places.length);
          // The user who checks has a trigger there, although one of the other workbook is on the same list.
          for (const [workbookId, email] of expected.owners) {
            expect(places).toContain(`${email} ${workbookId}`);
            expect(documents[workbookId]).toEqual({ CHECKS_EDITS_AS: email });
          }
          expect(properties).toEqual({});
        }
        expect(script.recorded.stores).not.toContain('script');
      }),
      { numRuns: 60 },
    );
  });

  it('are turned on and off by the same user each for itself', () => {
    const { world, call } = runScript(code);
    const [one, two] = ['workbook-one-of-the-tests', 'workbook-two-of-the-tests'];
    for (const workbookId of [one, two]) {
      world.workbookId = workbookId;
      call('setCheckingEdits', true);
      call('setCheckingEdits', true);
    }
    expect(world.triggers.map(({ workbookId }) => workbookId)).toEqual([one, two]);
    call('setCheckingEdits', false);
    expect(world.triggers.map(({ workbookId }) => workbookId)).toEqual([one]);
    expect(world.documents).toEqual({ [one]: { CHECKS_EDITS_AS: 'clerk@example.org' }, [two]: {} });
  });
});
