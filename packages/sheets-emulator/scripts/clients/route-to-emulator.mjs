/** Sends what a client means for Google to the emulator at EMULATOR_URL. */
const HOSTS = new Set(['sheets.googleapis.com', 'www.googleapis.com']);

const original = globalThis.fetch;

export function routeToEmulator(rootUrl) {
  globalThis.fetch = async (input, init) => {
    const request = new globalThis.Request(input, init);
    const url = new URL(request.url);
    if (!HOSTS.has(url.hostname)) return original(request);
    const local = new URL(`${url.pathname}${url.search}`, rootUrl);
    // A body that is read as a stream is sent in one piece.
    const body = request.body === null ? undefined : await request.arrayBuffer();
    return original(local, { method: request.method, headers: request.headers, body });
  };
}

if (process.env.EMULATOR_URL !== undefined) routeToEmulator(process.env.EMULATOR_URL);
