/** Serves the built page: `/` and the files of its bundle. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { HttpProblem } from './problem';
import type { Route } from './route';
import { sendBytes } from './send';

const CONTENT_TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff', 'font/woff'],
  ['.woff2', 'font/woff2'],
  ['.ttf', 'font/ttf'],
]);

/** Answers one file whatever the path below the mounted name, which must be empty. */
export function fileRoute(file: string): Route {
  return async ({ request, response, rest }) => {
    refuseOtherThanGet(request.method);
    if (rest !== '' && rest !== '/') throw new HttpProblem(404, 'There is no such page.');
    await sendFile(response, file);
  };
}

/** Answers the files of one folder. */
export function folderRoute(folder: string): Route {
  return async ({ request, response, rest }) => {
    refuseOtherThanGet(request.method);
    const path = normalize(join(folder, decode(rest)));
    if (!path.startsWith(folder + sep)) throw new HttpProblem(404, 'There is no such file.');
    await sendFile(response, path);
  };
}

function refuseOtherThanGet(method: string | undefined): void {
  if (method !== 'GET' && method !== 'HEAD') {
    throw new HttpProblem(405, 'Use GET.', { allow: 'GET, HEAD' });
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path).replaceAll('\0', '');
  } catch {
    throw new HttpProblem(400, 'The address cannot be read.');
  }
}

async function sendFile(response: Parameters<typeof sendBytes>[0], file: string): Promise<void> {
  const bytes = await readFile(file).catch(() => {
    throw new HttpProblem(404, 'There is no such file.');
  });
  const type = CONTENT_TYPES.get(extname(file)) ?? 'application/octet-stream';
  sendBytes(response, bytes, {
    // Only the workbench's own page may frame its parts.
    headers: { 'content-type': type, 'x-frame-options': 'SAMEORIGIN' },
  });
}
