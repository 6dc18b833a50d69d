// The rules for editors and for linting single files. `npm run check` has the same from .oxlintrc.json, on native code:
// a sixth of the time. test/scripts/lint-rules.test.ts compares the two.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import lectern from './scripts/lint-rules.mjs';

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
    plugins: { lectern },
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
      'lectern/no-mocked-modules': 'error',
      'lectern/no-named-zod': 'error',
      'lectern/no-wall-clock': 'error',
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
    rules: { 'lectern/no-named-zod': 'off', 'lectern/no-wall-clock': 'off' },
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
      'lectern/no-money-decimals': 'error',
      'lectern/no-money-division': 'error',
      'lectern/no-money-fractions': 'error',
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
