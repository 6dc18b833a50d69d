// Which folder may import which: docs/architecture.md draws the same picture.
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

/**
 * The rooms of core from the ground floor to the roof: a room imports from rooms before it only. The ground floor knows no domain; `model`
 * is the workbook as read, with the readers that everything above shares; `checks` sees all rules.
 */
const CORE_ROOMS = [
  'text',
  'document',
  'calendar',
  'money',
  'workbook',
  'report',
  'row-safety',
  'contract',
  'model',
  'names',
  'registry',
  'leave',
  'fees',
  'attendance',
  'hours',
  'notice',
  'reply',
  'set-up',
  'sign-in',
  'check-in',
  'budget',
  'new-year',
  'topics',
  'speakers',
  'planning',
  'evaluation',
  'bulletin',
  'roll-up',
  'import',
  'checks',
  'dashboard',
  'diagnosis',
];

const roomOrder = CORE_ROOMS.map((room, at) => ({
  name: `core-${room}-imports-rooms-below`,
  comment: 'Rooms of core import from rooms before them only.',
  severity: 'error',
  from: { path: `^core/${room}/` },
  to: { path: '^core/', pathNot: `^core/(${CORE_ROOMS.slice(0, at + 1).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...roomOrder,
    {
      name: 'core-has-rooms-only',
      comment: 'A new room of core takes its place in CORE_ROOMS.',
      severity: 'error',
      from: { path: '^core/', pathNot: `^core/(${CORE_ROOMS.join('|')})/` },
      to: {},
    },
    {
      name: 'the-model-reads-rows',
      comment:
        'One reader for each concept: rows are parsed by the model, the checks, the templates and the roles only. The others take entries from core/model.',
      severity: 'error',
      from: {
        path: '^(core|functions)/',
        pathNot:
          '^core/(model|checks)/|^core/notice/words/find-template\\.ts$|^functions/app/runtime/use-case\\.ts$',
      },
      to: { path: '^core/workbook/read/parse-table\\.ts$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle hides who depends on whom, also one of types.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'Every import must resolve.',
      from: {},
      to: { couldNotResolve: true },
    },
    only(
      'core-is-pure',
      '^core/',
      ['^core/', '^node_modules/(zod|dayjs)/'],
      'Core decides; it imports only core, zod and dayjs.',
    ),
    only(
      'ports-are-types',
      '^functions/ports/',
      ['^core/', '^functions/ports/'],
      'Ports speak in domain words.',
    ),
    only(
      'app-uses-ports',
      '^functions/app/',
      ['^core/', '^functions/(ports|app)/', '^functions/errors[.]ts$', '^(node:)?crypto$'],
      'A use case reads and writes through ports.',
    ),
    only(
      'http-is-the-edge',
      '^functions/http/',
      [
        '^core/',
        '^functions/(ports|app|http)/',
        '^functions/errors[.]ts$',
        '^node_modules/(zod|uqr|@google-cloud/functions-framework|@types/express)',
        '^node:',
        '^(crypto|http|diagnostics_channel)$',
      ],
      'The edge maps HTTP to use cases.',
    ),
    {
      name: 'adapters-know-no-app',
      severity: 'error',
      comment: 'An adapter carries out; it does not decide.',
      from: { path: '^functions/adapters/' },
      to: { path: '^(functions/(app|http|wire|work|index)|workbench|test|bench|apps-script)' },
    },
    {
      name: 'functions-never-import-local-parts',
      severity: 'error',
      comment: 'What is deployed knows nothing of the workbench.',
      from: { path: '^(core|functions)/' },
      to: { path: '^(workbench|packages|test|bench|apps-script|scripts)/' },
    },
    {
      name: 'packages-know-nothing-of-lectern',
      severity: 'error',
      comment: 'The Sheets emulator serves any client; it could be moved out as it is.',
      from: { path: '^packages/([^/]+)/' },
      to: { pathNot: ['^packages/$1/', '^node_modules/', '^(node:)?[a-z_/]+$'] },
    },
    {
      name: 'packages-by-their-entry-points',
      severity: 'error',
      comment: 'What a package does not export may change without notice.',
      from: { pathNot: '^packages/' },
      to: { path: '^packages/', pathNot: '^packages/[^/]+/(src|src/a1|src/moves)/index[.]ts$' },
    },
    only(
      'emulator-notation-runs-anywhere',
      '^packages/sheets-emulator/src/a1/(index|area|column-letters|print-range)[.]ts$',
      ['^packages/sheets-emulator/src/a1/'],
      'The page uses these files in the browser.',
    ),
    only(
      'emulator-moves-run-anywhere',
      '^packages/sheets-emulator/src/(moves/index|structure/moves|structure/dimension-edit)[.]ts$',
      ['^packages/sheets-emulator/src/structure/(moves|dimension-edit)[.]ts$'],
      'The page uses these files in the browser.',
    ),
    {
      name: 'sidebar-takes-types-only',
      severity: 'error',
      comment: 'zod and core stay out of the sidebar bundle.',
      from: { path: '^apps-script/sidebar/' },
      to: { pathNot: '^apps-script/sidebar/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'apps-script-server',
      '^apps-script/server/',
      ['^core/', '^apps-script/server/'],
      'The Apps Script server side needs core at most.',
    ),
    {
      name: 'only-tests-import-tests',
      severity: 'error',
      comment: 'test and bench are leaves.',
      from: { pathNot: ['^(test|bench)/', '^packages/[^/]+/test/'] },
      to: { path: ['^(test|bench)/', '^packages/[^/]+/test/'] },
    },
    {
      name: 'googleapis-in-one-file',
      severity: 'error',
      comment: 'One file names the Google client (docs/decisions).',
      from: {
        path: '^(core|functions|workbench|apps-script)/',
        pathNot: '^functions/adapters/google-clients[.]ts$',
      },
      to: { path: '^node_modules/googleapis/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|[.]lectern)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
