export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{test,packages/*/test}/**/*.test.ts'],
  transform: { '\\.ts$': '<rootDir>/scripts/jest-esbuild.cjs' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/packages/[^/]+/dist/',
    '<rootDir>/.lectern/',
  ],
  // Jest leaves one core idle by default; on two cores that is half the machine.
  maxWorkers: '100%',
  // Generous: a slow machine is no failure, and no test measures time.
  testTimeout: 240_000,
  reporters: ['default', '<rootDir>/scripts/jest-count-reporter.cjs'],
  coverageProvider: 'v8',
};
