// Bundles the TypeScript sources, which takes a moment, and loads them: for programs of plain JavaScript.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

export async function loadProgram() {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from './src/start'; export * from './src/command-line';",
      resolveDir: FOLDER,
    },
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const program = `${FOLDER}dist/emulator.cjs`;
  // Several tests may start at once: none may read what another has half written.
  const own = `${FOLDER}dist/emulator.${process.pid}.cjs`;
  await mkdir(`${FOLDER}dist`, { recursive: true });
  await writeFile(own, outputFiles[0].text);
  await rename(own, program);
  return createRequire(import.meta.url)(program);
}
