// Jest transformer: TypeScript to CommonJS by esbuild. Types are checked by tsc, not here.
const esbuild = require('esbuild');
const { createHash } = require('node:crypto');

const options = {
  loader: 'ts',
  format: 'cjs',
  // Jest runs scripts, not modules: import() becomes a require.
  supported: { 'dynamic-import': false },
  target: 'node20',
  sourcemap: 'inline',
};

module.exports = {
  process(source, path) {
    return { code: esbuild.transformSync(source, { ...options, sourcefile: path }).code };
  },
  getCacheKey(source, path) {
    return createHash('sha256')
      .update(`${esbuild.version}\0${JSON.stringify(options)}\0${path}\0${source}`)
      .digest('hex');
  },
};
