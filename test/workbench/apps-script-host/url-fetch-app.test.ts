import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openNotingHost, writeScript, type NotingHost, type ScriptFolder } from './script-project';

const CODE = 'function run(code) { return new Function(code)(); }';

let script: ScriptFolder;
let host: NotingHost;
let stub: Server;
let stubUrl = '';

beforeAll(async () => {
  script = await writeScript({ 'main.js': CODE });
  host = await openNotingHost(script);
  stub = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const status = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 200);
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-own': 'yes' });
      const { authorization, 'content-type': type } = request.headers;
      const body = Buffer.concat(chunks).toString('utf8');
      response.end(JSON.stringify({ method: request.method, authorization, type, body, 好: 1 }));
    });
  });
  await new Promise<void>((resolve) => stub.listen(0, '127.0.0.1', resolve));
  stubUrl = `http://127.0.0.1:${(stub.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await host.close();
  stub.closeAllConnections();
  await new Promise((resolve) => stub.close(resolve));
  await script.remove();
});

const run = (code: string) => host.value('run', code);
const fail = (code: string) => host.failure('run', code);

describe('UrlFetchApp', () => {
  it('waits for the answer, as every Apps Script service does', async () => {
    const answer = await run(`
      var response = UrlFetchApp.fetch('${stubUrl}/', {
        method: 'post', contentType: 'application/json', payload: '{"名":1}',
        headers: { Authorization: 'Bearer x' }, muteHttpExceptions: true });
      return [response.getResponseCode(), JSON.parse(response.getContentText()),
        response.getHeaders()['X-Own'], response.getHeaders()['Content-Type'], response.getContent()[0]];`);
    expect(answer).toEqual([
      200,
      {
        method: 'POST',
        authorization: 'Bearer x',
        type: 'application/json',
        body: '{"名":1}',
        好: 1,
      },
      'yes',
      'text/plain; charset=utf-8',
      123,
    ]);
  });

  it('sends an object as a form and bytes as they are', async () => {
    const body = (payload: string) =>
      run(
        `return JSON.parse(UrlFetchApp.fetch('${stubUrl}/', { method: 'post', payload: ${payload} }).getContentText()).body`,
      );
    expect(await body("{ a: 'b c', d: 1 }")).toBe('a=b+c&d=1');
    expect(await body('[104, 105]')).toBe('hi');
  });

  it('throws on an error response unless muted', async () => {
    expect(await fail(`UrlFetchApp.fetch('${stubUrl}/404')`)).toMatch(
      /^Request failed for http:\/\/127\.0\.0\.1:\d+ returned code 404\. Truncated server response: \{"method":"GET".* \(use muteHttpExceptions option to examine full response\)$/,
    );
    expect(
      await run(
        `return UrlFetchApp.fetch('${stubUrl}/503', { muteHttpExceptions: true }).getResponseCode()`,
      ),
    ).toBe(503);
  });

  it('throws when nobody answers', async () => {
    expect(
      await fail("UrlFetchApp.fetch('http://127.0.0.1:1/', { muteHttpExceptions: true })"),
    ).toBe('Address unavailable: http://127.0.0.1:1/');
    expect(await fail("UrlFetchApp.fetch('nowhere')")).toBe('Invalid argument: nowhere');
  });

  test.each([
    'https://example.org/a',
    'http://10.0.0.1/',
    'file:///etc/passwd',
    'http://127.0.0.1.evil.example/',
  ])('does not go to %s', async (url) => {
    expect(await fail(`UrlFetchApp.fetch('${url}')`)).toMatch(
      /^not emulated: UrlFetchApp\.fetch of .*, outside this machine$/,
    );
  });
});
