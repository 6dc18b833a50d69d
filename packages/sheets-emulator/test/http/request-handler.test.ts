import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { startServer, type RunningServer } from '#test/support/start-server';

let running: RunningServer;
let id: string;
beforeAll(async () => {
  running = await startServer();
  const { data } = await running.sheets.spreadsheets.create({
    requestBody: { sheets: [{ properties: { title: 'My Sheet/é', sheetId: 3 } }] },
  });
  id = data.spreadsheetId ?? '';
});
afterAll(() => running.stop());

async function call(
  verb: string,
  path: string,
  body?: string,
  headers: Record<string, string> = { authorization: 'Bearer local' },
) {
  const response = await fetch(`${running.rootUrl}${path}`, {
    method: verb,
    headers,
    ...(body !== undefined && { body }),
  });
  return {
    status: response.status,
    body: (await response.json()) as { error: { message: string; status: string } },
  };
}

describe('paths', () => {
  test.each([
    ['encoded', 'values/%27My%20Sheet%2F%C3%A9%27%21A1%3AB2'],
    ['with bare quotes, bang and colon', "values/'My%20Sheet%2F%C3%A9'!A1:B2"],
    ['with an unencoded slash in the title', "values/'My%20Sheet/%C3%A9'!A1:B2"],
    ['with a trailing slash', "values/'My%20Sheet%2F%C3%A9'!A1:B2/"],
  ])('%s read the same range', async (_, path) => {
    expect(await call('GET', `v4/spreadsheets/${id}/${path}`)).toMatchObject({
      status: 200,
      body: { range: "'My Sheet/é'!A1:B2" },
    });
  });

  test.each([
    ['GET', (one: string) => `v4/spreadsheets/${one}/`],
    ['POST', (one: string) => `v4/spreadsheets/${one}/:getByDataFilter`],
    ['POST', (one: string) => `v4/spreadsheets/${one}:getByDataFilter`],
    ['POST', (one: string) => `v4/spreadsheets/${one}/values/A1:B2:clear`],
    ['POST', (one: string) => `v4/spreadsheets/${one}/values/A1%3AB2:clear`],
  ])('%s reaches its method whatever way the path is written', async (verb, path) => {
    expect((await call(verb, path(id), verb === 'POST' ? '{}' : undefined)).status).toBe(200);
  });

  test.each([
    ['GET', 'v4/spreadsheets'],
    ['DELETE', 'v4/spreadsheets/x'],
    ['GET', 'v4/other'],
    ['POST', 'v4/spreadsheets/x:frobnicate'],
    ['GET', 'drive/v3/changes'],
    ['GET', 'upload/other'],
  ])('%s %s is not emulated', async (verb, path) => {
    expect(await call(verb, path)).toMatchObject({
      status: 501,
      body: { error: { status: 'UNIMPLEMENTED' } },
    });
  });
});

describe('credentials', () => {
  it('are wanted', async () => {
    const { status, body } = await call('GET', `v4/spreadsheets/${id}`, undefined, {});
    expect(status).toBe(401);
    expect(body.error.status).toBe('UNAUTHENTICATED');
    expect(body.error.message).toContain('Request is missing required authentication credential.');
  });

  it('by API key alone do not open private files', async () => {
    const { status, body } = await call('GET', `v4/spreadsheets/${id}?key=abc`, undefined, {});
    expect(status).toBe(403);
    expect(body.error.message).toBe('The caller does not have permission');
  });

  it('by API key alone never write', async () => {
    const path = `v4/spreadsheets/${id}:batchUpdate?key=abc`;
    const { status, body } = await call('POST', path, '{"requests":[]}', {});
    expect(status).toBe(401);
    expect(body.error.message).toContain('API keys are not supported by this API.');
  });
});

describe('malformed requests', () => {
  test.each([
    [
      'JSON',
      'v4/spreadsheets/x:batchUpdate',
      '{"requests":',
      'Invalid JSON payload received. Unexpected token.',
    ],
    [
      'an unknown field',
      'v4/spreadsheets/x:batchUpdate',
      '{"requests":[{"addSheet":{"properties":{"name":"x"}}}]}',
      `Invalid JSON payload received. Unknown name "name" at 'requests[0].add_sheet.properties': Cannot find field.`,
    ],
    [
      'a wrong type',
      'v4/spreadsheets/x:batchUpdate',
      '{"requests":[{"deleteSheet":{"sheetId":"abc"}}]}',
      `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), "abc"`,
    ],
    [
      'a wrong enum',
      'v4/spreadsheets/x:batchUpdate',
      '{"requests":[{"mergeCells":{"mergeType":"ALL"}}]}',
      `Invalid value at 'requests[0].merge_cells.merge_type' (type.googleapis.com/google.apps.sheets.v4.MergeType), "ALL"`,
    ],
    [
      'a message that is text',
      'v4/spreadsheets/x:batchUpdate',
      '{"requests":["repeatCell"]}',
      `Invalid value at 'requests[0]' (type.googleapis.com/google.apps.sheets.v4.BatchUpdateSpreadsheetRequest.Request), "repeatCell"`,
    ],
    [
      'a list in place of a message',
      'v4/spreadsheets/x:batchUpdate',
      '{"requests":[{"addSheet":[]}]}',
      `Invalid JSON payload received. Unknown name "add_sheet" at 'requests[0]': Proto field is not repeating, cannot start list.`,
    ],
    [
      'a list inside values',
      'v4/spreadsheets/x/values:batchUpdate',
      '{"data":[{"values":["x"]}]}',
      `Invalid value at 'data[0].values[0]' (type.googleapis.com/google.protobuf.ListValue), "x"`,
    ],
  ])('with %s are refused in words that name the place', async (_, path, body, message) => {
    const answer = await call('POST', path.replace('/x', `/${id}`), body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message.split('\n')[0]).toBe(message);
  });

  it('with several faults name them all', async () => {
    const { body } = await call(
      'POST',
      `v4/spreadsheets/${id}:batchUpdate`,
      '{"a":1,"requests":[{"b":2}]}',
    );
    expect(body.error.message).toBe(
      `Invalid JSON payload received. Unknown name "a": Cannot find field.\nInvalid JSON payload received. Unknown name "b" at 'requests[0]': Cannot find field.`,
    );
  });

  test.each([
    [
      'majorDimension=ROW',
      `Invalid value at 'major_dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), "ROW"`,
    ],
    [
      'valueRenderOption=RAW',
      `Invalid value at 'value_render_option' (type.googleapis.com/google.apps.sheets.v4.ValueRenderOption), "RAW"`,
    ],
    [
      'rangee=A1',
      `Invalid JSON payload received. Unknown name "rangee": Cannot bind query parameter. Field 'rangee' could not be found in request message.`,
    ],
  ])('with the query %s are refused', async (query, message) => {
    const { status, body } = await call('GET', `v4/spreadsheets/${id}/values/A1?${query}`);
    expect({ status, message: body.error.message }).toEqual({ status: 400, message });
  });

  it('with nested values show the value in text form', async () => {
    const { body } = await call(
      'PUT',
      `v4/spreadsheets/${id}/values/A1?valueInputOption=RAW`,
      '{"values":[[1],[2,["a"]]]}',
    );
    expect(body.error.message).toBe(
      `Invalid values[1][1]: list_value {\n  values {\n    string_value: "a"\n  }\n}\n`,
    );
  });

  it('with a body over ten megabytes are refused', async () => {
    const { status, body } = await call(
      'POST',
      `v4/spreadsheets/${id}:batchUpdate`,
      ' '.repeat(10_485_761),
    );
    expect({ status, message: body.error.message }).toEqual({
      status: 400,
      message: 'Request payload size exceeds the limit: 10485760 bytes.',
    });
  });

  it('asking for answers that are not JSON are refused', async () => {
    expect((await call('GET', `v4/spreadsheets/${id}?alt=proto`)).status).toBe(501);
  });
});

it('takes parameters and fields in snake_case', async () => {
  const { status } = await call(
    'GET',
    `v4/spreadsheets/${id}/values/A1?value_render_option=FORMULA&major_dimension=COLUMNS`,
  );
  expect(status).toBe(200);
});
