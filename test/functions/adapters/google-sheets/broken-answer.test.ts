// What a proxy puts in the place of Google's answer is no workbook without entries.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { localSheetsClient } from '#functions/adapters/google-clients';
import { googleWorkbook } from '#functions/adapters/google-sheets/google-workbook';

let server: Server;
let values = '';
let rootUrl = '';

beforeAll(async () => {
  const sheets = [{ properties: { sheetId: 1, title: '日程', index: 0 } }];
  server = createServer(({ url = '' }, response) => {
    const isValues = url.includes('values:batchGet');
    response.setHeader('content-type', 'application/json');
    response.end(isValues ? values : JSON.stringify({ properties: { title: 'x' }, sheets }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  rootUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`; // listening on TCP
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test.each([
  ['a page', '<html>sign in</html>'],
  ['half an answer', '{"valueRanges":[{"values":[["编号"'],
  ['nothing', ''],
])('%s is told as Google not answering', async (_, body) => {
  values = body;
  const port = googleWorkbook(() => localSheetsClient(rootUrl));
  await expect(port.read('x', ['schedule'])).rejects.toMatchObject({ code: 'google-unavailable' });
});
