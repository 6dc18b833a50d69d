// Jest as in `npm test`, but for the fault that is put into one file on the way.
import base from '../../jest.config.mjs';

export default {
  ...base,
  rootDir: '../..',
  transform: { '\\.ts$': '<rootDir>/scripts/seeded-faults/jest-seeded-fault.cjs' },
  reporters: [],
};
