// Google compresses an answer when the header and the user agent both ask for it; a large workbook is a tenth of its size then.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { localSheetsClient } from '#functions/adapters/google-clients';

test('answers are asked for compressed, and read', async () => {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers);
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    response.end(gzipSync('{"spreadsheetId":"compressed"}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo; // listening on TCP
    const client = localSheetsClient(`http://127.0.0.1:${port}/`);
    const { data } = await client.spreadsheets.get({ spreadsheetId: 'x' });
    expect(data.spreadsheetId).toBe('compressed');
    expect(asked[0]?.['accept-encoding']).toContain('gzip');
    expect(asked[0]?.['user-agent']).toContain('gzip');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
