import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** The wall clock is read in the clock adapters only; everything else gets the time as an argument. */
const WALL_CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from the Clock port.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time from the Clock port.',
  },
  {
    selector: "CallExpression[callee.name='dayjs'][arguments.length=0]",
    message: 'Take the time from the Clock port.',
  },
];

/** A named import drags every locale of zod into the bundle (five times the size). */
const NAMED_ZOD = [
  {
    selector:
      "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
    message: "Use import * as z from 'zod'.",
  },
];

/** Money is whole cents: a division must be rounded down in the same expression, and no number has a decimal point. */
const DECIMAL_MONEY = [
  {
    selector: "BinaryExpression[operator='/']:not(CallExpression[callee.name='floor'] > *)",
    message: 'Money is whole cents: write floor(a / b).',
  },
  {
    selector: "AssignmentExpression[operator='/=']",
    message: 'Money is whole cents: write floor(a / b).',
  },
  {
    selector: 'Literal[raw=/^[0-9_]*[.][0-9_]+$/], Literal[raw=/^[0-9._]+e-/i]',
    message: 'Money is whole cents: take whole numbers and divide last.',
  },
  {
    selector:
      ":matches(CallExpression[callee.name='parseFloat'], MemberExpression[property.name=/^(parseFloat|toFixed|toPrecision)$/])",
    message: 'Money is whole cents: formatCents writes them, yuanToCents reads them.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      'apps-script/dist/',
      'packages/*/dist/',
      '.lectern/',
      'coverage/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      eqeqeq: 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'googleapis',
              message: 'Import googleapis/build/src/apis/<api>/index.js in one adapter file.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        ...WALL_CLOCK,
        ...NAMED_ZOD,
        {
          selector:
            "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|doMock|unstable_mockModule)$/]",
          message: 'Pass a hand-written fake instead of mocking a module.',
        },
      ],
    },
  },
  {
    files: [
      'functions/adapters/system/**',
      'packages/**',
      'workbench/**',
      'test/**',
      'bench/**',
      'scripts/**',
      'apps-script/**',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|doMock|unstable_mockModule)$/]",
          message: 'Pass a hand-written fake instead of mocking a module.',
        },
      ],
    },
  },
  {
    files: [
      'core/money/**',
      'core/fees/**',
      'core/budget/**',
      'core/checks/rules/{fee-*,far-away,half-day-price,quota,spending,budget-limits}.ts',
    ],
    // The one file where cents meet the decimal number of a cell.
    ignores: ['core/money/cents.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...WALL_CLOCK, ...NAMED_ZOD, ...DECIMAL_MONEY],
    },
  },
  {
    // Tables of sentences in three languages have no logic.
    files: ['**/*.texts.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['test/**/*.ts', 'packages/*/test/**/*.ts', 'bench/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
      },
    },
  },
);
