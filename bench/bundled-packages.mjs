// What is in the deployed bundles, by package, from esbuild's own account.
import { buildFunctions } from '../scripts/build-functions.mjs';

/** `functions/app/…` is our own; of a library the package counts. */
function packageOf(input) {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
  return name ?? 'own code';
}

/** For each file that is deployed, its packages and their bytes in it, largest first. */
export async function bundledPackages(outdir) {
  const { metafiles } = await buildFunctions({ outdir: `${outdir}/functions` });
  return metafiles.flatMap(({ outputs }) =>
    Object.entries(outputs).map(([path, { bytes, inputs }]) => {
      const packages = new Map();
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const name = packageOf(input);
        packages.set(name, (packages.get(name) ?? 0) + bytesInOutput);
      }
      const largestFirst = [...packages].sort(([, one], [, other]) => other - one);
      return { file: path.slice(path.lastIndexOf('/') + 1), bytes, packages: largestFirst };
    }),
  );
}
