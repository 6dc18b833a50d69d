// Bundles a command that is written in TypeScript, and returns what it exports.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `entry`: a file below scripts/, without its ending. */
export async function bundleProgram(entry) {
  const outfile = `${root}dist/commands/${entry.replace(/\W/g, '-')}.cjs`;
  await build({
    absWorkingDir: root,
    entryPoints: [`scripts/${entry}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile);
}
