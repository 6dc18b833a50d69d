// The very file that is deployed, under the functions framework's own command.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Problem } from '#core/contract/problem';

const ROOT = join(__dirname, '../..');
const MOST_BYTES = 1.1 * 1024 * 1024;

let folder: string;
let framework: ChildProcess;
let url: string;
let keys: Server;
let keysAsked = 0;
let inputs: readonly string[];
let googleInputs: readonly string[];
let bytes: number;

beforeAll(async () => {
  // Below the repository, so that the framework which the bundle leaves out is the repository's own.
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  folder = await mkdtemp(join(ROOT, 'dist', 'bundle-'));
  ({ inputs, googleInputs, bytes } = JSON.parse(
    await run(['scripts/build-functions.mjs', folder]),
  ) as {
    inputs: string[];
    googleInputs: string[];
    bytes: number;
  }); // what the script prints when given a folder
  keys = createHttpServer((_, response) => {
    keysAsked += 1;
    response.setHeader('content-type', 'application/json').end('{}');
  }).listen(0, '127.0.0.1');
  await once(keys, 'listening');
  const { port: keysPort } = keys.address() as AddressInfo; // listening on TCP
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const cli = join(ROOT, 'node_modules/@google-cloud/functions-framework/build/src/main.js');
  const env = {
    ...process.env,
    PORT: String(port),
    NODE_ENV: 'production',
    LECTERN_AUDIENCES: 'client',
    LECTERN_IDENTITY_CERTS_URL: `http://127.0.0.1:${keysPort}/`,
    LECTERN_WORKBOOKS: 'workbook-of-the-tests-0001',
  };
  framework = spawn(
    process.execPath,
    [cli, '--target=api', `--source=${join(folder, 'index.cjs')}`],
    { env, stdio: 'ignore' },
  );
  await answering(url);
});

afterAll(async () => {
  framework.kill();
  keys.close();
  await rm(folder, { recursive: true, force: true });
});

function run(args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: ROOT });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`exit ${String(code)}`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo; // listening on TCP
      probe.close(() => resolve(port));
    });
  });
}

async function answering(address: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50)); // the framework is still starting
    }
  }
  throw new Error('the functions framework did not start');
}

describe('the deployed bundle', () => {
  test('answers a malformed body itself, not by the framework’s HTML page', async () => {
    const response = await fetch(`${url}/checkEntries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(Problem.parse(await response.json()).status).toBe(response.status);
  });

  test('knows no function that is not in the table', async () => {
    const response = await fetch(`${url}/nothing`, { method: 'POST' });
    expect([response.status, Problem.parse(await response.json()).code]).toEqual([
      404,
      'not-found',
    ]);
  });

  test('has Google’s clients beside it, of the whole library the parts in use', async () => {
    const google = /node_modules\/(google[^/]*|gaxios|gtoken|gcp-metadata|jws|node-fetch)\//;
    expect(inputs.filter((file) => google.test(file))).toEqual([]);
    expect(googleInputs.some((file) => file.endsWith('apis/sheets/v4.js'))).toBe(true);
    expect(googleInputs.filter((file) => file.endsWith('googleapis/build/src/index.js'))).toEqual(
      [],
    );
    expect(googleInputs.filter((file) => file.includes('node-fetch/'))).toEqual([]);
    const clients = (await import(join(folder, 'google.cjs'))) as {
      sheets(options: object): { spreadsheets: { values: { batchGet: unknown } } };
      gmail(options: object): { users: { drafts: { send: unknown } } };
      cloudtasks_v2: { Cloudtasks: unknown };
    };
    const { batchGet } = clients.sheets({ version: 'v4' }).spreadsheets.values;
    const { send } = clients.gmail({ version: 'v1' }).users.drafts;
    expect([typeof batchGet, typeof send]).toEqual(['function', 'function']);
    expect(typeof clients.cloudtasks_v2.Cloudtasks).toBe('function');
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  test('has every name that the deployed code takes from Google’s libraries', async () => {
    const source = await readFile(join(ROOT, 'functions/adapters/google-clients.ts'), 'utf8');
    const [names] = /(?<=import )\{[^}]*\}(?= from 'google-auth-library')/.exec(source) ?? [''];
    const clients = (await import(join(folder, 'google.cjs'))) as Record<string, unknown>;
    // A type is not there when the code runs.
    const taken = names.replace(/\btype \w+/g, '').match(/\w+/g) ?? [];
    expect(taken).toContain('OAuth2Client');
    expect(taken.filter((name) => typeof clients[name] !== 'function')).toEqual([]);
  });

  test('checks a token with Google’s client, and asks for the keys only then', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(`${url}/checkEntries`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{}',
      });
    const codeOf = async (response: Response) => Problem.parse(await response.json()).code;
    expect(await codeOf(await ask({}))).toBe('not-authenticated');
    expect(keysAsked).toBe(0);
    expect(await codeOf(await ask({ authorization: 'Bearer a.b.c' }))).toBe('not-authenticated');
    expect(keysAsked).toBe(1);
  });

  test('has the libraries of mails, documents and files beside it, read when they are needed', async () => {
    const late = /node_modules\/(docx|nodemailer|@e965\/xlsx|csv-parse)\//;
    expect(inputs.filter((file) => late.test(file))).toEqual([]);
    const spreadsheets = (await import(join(folder, 'xlsx.cjs'))) as { read: unknown };
    const texts = (await import(join(folder, 'csv-parse-sync.cjs'))) as { parse: unknown };
    expect([typeof spreadsheets.read, typeof texts.parse]).toEqual(['function', 'function']);
    const mails = (await import(join(folder, 'nodemailer.cjs'))) as { createTransport: unknown };
    const documents = (await import(join(folder, 'docx.cjs'))) as { Document: unknown };
    expect([typeof mails.createTransport, typeof documents.Document]).toEqual([
      'function',
      'function',
    ]);
  });
});
