// Lint rules of this repository's own: syntax that must not be written. ESLint and oxlint both read them.

const forbid = (message, ...selectors) => ({
  meta: { type: 'problem', schema: [] },
  create: (context) =>
    Object.fromEntries(
      selectors.map((selector) => [selector, (node) => context.report({ node, message })]),
    ),
});

export default {
  meta: { name: 'lectern' },
  rules: {
    /** The wall clock is read in the clock adapters only; everything else gets the time as an argument. */
    'no-wall-clock': forbid(
      'Take the time from the Clock port.',
      "NewExpression[callee.name='Date'][arguments.length=0]",
      "CallExpression[callee.object.name='Date'][callee.property.name='now']",
      "CallExpression[callee.name='dayjs'][arguments.length=0]",
    ),
    /** A named import drags every locale of zod into the bundle (five times the size). */
    'no-named-zod': forbid(
      "Use import * as z from 'zod'.",
      "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
    ),
    'no-mocked-modules': forbid(
      'Pass a hand-written fake instead of mocking a module.',
      "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|doMock|unstable_mockModule)$/]",
    ),
    /** Money is whole cents: a division must be rounded down in the same expression. */
    'no-money-division': forbid(
      'Money is whole cents: write floor(a / b).',
      "BinaryExpression[operator='/']:not(CallExpression[callee.name='floor'] > *)",
      "AssignmentExpression[operator='/=']",
    ),
    'no-money-fractions': forbid(
      'Money is whole cents: take whole numbers and divide last.',
      'Literal[raw=/^[0-9_]*[.][0-9_]+$/]',
      'Literal[raw=/^[0-9._]+e-/i]',
    ),
    'no-money-decimals': forbid(
      'Money is whole cents: formatCents writes them, yuanToCents reads them.',
      "CallExpression[callee.name='parseFloat']",
      'MemberExpression[property.name=/^(parseFloat|toFixed|toPrecision)$/]',
    ),
  },
};
