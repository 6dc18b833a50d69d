// Jest transformer: the ordinary one, with one fault put into one file. The file itself is not touched.
const { createHash } = require('node:crypto');
const { resolve } = require('node:path');
const ordinary = require('../jest-esbuild.cjs');

const fault = JSON.parse(process.env.LECTERN_SEEDED_FAULT);
// Jest runs in the folder of the repository.
const faultyFile = resolve(fault.file);

function faulty(source) {
  if (source.split(fault.from).length !== 2)
    throw new Error(`${fault.file} does not hold once: ${fault.from}`);
  // A function, so that `$` in the text is not taken for a pattern.
  return source.replace(fault.from, () => fault.to);
}

module.exports = {
  process: (source, path) => ordinary.process(path === faultyFile ? faulty(source) : source, path),
  getCacheKey(source, path, ...rest) {
    const key = ordinary.getCacheKey(source, path, ...rest);
    if (path !== faultyFile) return key;
    return createHash('sha256').update(`${key}\0${fault.from}\0${fault.to}`).digest('hex');
  },
};
