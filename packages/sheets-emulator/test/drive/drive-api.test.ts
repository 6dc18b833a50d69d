import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startServer, type RunningServer } from '#test/support/start-server';

const SPREADSHEET = 'application/vnd.google-apps.spreadsheet';

let running: RunningServer;
beforeEach(async () => {
  running = await startServer();
});
afterEach(() => running.stop());

async function call(verb: string, path: string, body?: object | string, type = 'application/json') {
  const response = await fetch(`${running.rootUrl}${path}`, {
    method: verb,
    headers: { authorization: 'Bearer local', ...(body !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, body: isJson ? (JSON.parse(text) as object) : text };
}

async function createFile(name: string): Promise<string> {
  const { body } = await call('POST', 'drive/v3/files', { name, mimeType: SPREADSHEET });
  return (body as { id: string }).id;
}

describe('Drive files', () => {
  it('are created as spreadsheets that the Sheets API opens', async () => {
    const { body } = await call('POST', 'drive/v3/files', {
      name: 'Programme',
      mimeType: SPREADSHEET,
    });
    const id = (body as { id: string }).id;
    expect(body).toEqual({ kind: 'drive#file', id, name: 'Programme', mimeType: SPREADSHEET });
    const { data } = await running.sheets.spreadsheets.get({
      spreadsheetId: id,
      fields: 'properties(title,locale,timeZone)',
    });
    expect(data.properties).toEqual({ title: 'Programme', locale: 'en_US', timeZone: 'Etc/GMT' });
  });

  it('are listed by name, type and state, page by page', async () => {
    for (const name of ['One', 'Two', "It's three"]) await createFile(name);
    const list = async (q: string, more = '') =>
      (
        await call(
          'GET',
          `drive/v3/files?q=${encodeURIComponent(q)}&fields=nextPageToken,files(name)${more}`,
        )
      ).body;
    expect(await list(`name = 'Two' and mimeType='${SPREADSHEET}' and trashed = false`)).toEqual({
      files: [{ name: 'Two' }],
    });
    expect(await list(`name = 'It\\'s three'`)).toEqual({ files: [{ name: "It's three" }] });
    expect(
      await list('name = "One" and mimeType="application/vnd.google-apps.spreadsheet"'),
    ).toEqual({ files: [{ name: 'One' }] });
    expect(await list(`name contains 'o'`)).toMatchObject({ files: [{}, {}] });
    expect(await list('', '&orderBy=name%20desc')).toEqual({
      files: [{ name: 'Two' }, { name: 'One' }, { name: "It's three" }],
    });
    const first = (await list('', '&pageSize=2')) as { nextPageToken: string };
    expect(first).toMatchObject({ files: [{}, {}] });
    expect(await list('', `&pageSize=2&pageToken=${first.nextPageToken}`)).toMatchObject({
      files: [{}],
    });
  });

  it('keep properties of a program’s own and are found by them', async () => {
    const { body } = await call('POST', 'drive/v3/files?fields=id,properties', {
      name: 'One',
      properties: { key: "It's", other: 'x' },
    });
    const { id } = body as { id: string };
    expect(body).toEqual({ id, properties: { key: "It's", other: 'x' } });
    await createFile('Two');
    const found = async (key: string, value: string) => {
      const q = `properties has { key='${key}' and value='${value}' } and trashed = false`;
      return (await call('GET', `drive/v3/files?q=${encodeURIComponent(q)}&fields=files(id)`)).body;
    };
    expect(await found('key', "It\\'s")).toEqual({ files: [{ id }] });
    expect(await found('key', 'its')).toEqual({ files: [] });
    expect(await found('toString', 'x')).toEqual({ files: [] });
    const changed = await call('PATCH', `drive/v3/files/${id}?fields=properties`, {
      properties: { other: null, more: 'y' },
    });
    expect(changed.body).toEqual({ properties: { key: "It's", more: 'y' } });
    const long = { properties: { key: '学'.repeat(41) } };
    expect(await call('PATCH', `drive/v3/files/${id}`, long)).toMatchObject({ status: 400 });
  });

  it('are renamed, put in the bin, copied and deleted', async () => {
    const id = await createFile('Old');
    expect(
      (
        await call('PATCH', `drive/v3/files/${id}?fields=name,trashed`, {
          name: 'New',
          trashed: true,
        })
      ).body,
    ).toEqual({ name: 'New', trashed: true });
    await running.sheets.spreadsheets.values.update({
      spreadsheetId: id,
      range: 'A1',
      valueInputOption: 'RAW',
      requestBody: { values: [['x']] },
    });
    const copy = (
      await call('POST', `drive/v3/files/${id}/copy`, { name: null, parents: ['folder'] })
    ).body as {
      id: string;
      name: string;
    };
    expect(copy.name).toBe('Copy of New');
    const q = encodeURIComponent('parents in "folder" and name = "Copy of New"');
    expect((await call('GET', `drive/v3/files?q=${q}&fields=files(id)`)).body).toEqual({
      files: [{ id: copy.id }],
    });
    const read = await running.sheets.spreadsheets.values.get({
      spreadsheetId: copy.id,
      range: 'A1',
    });
    expect(read.data.values).toEqual([['x']]);
    expect(await call('DELETE', `drive/v3/files/${id}`)).toEqual({ status: 204, body: '' });
    expect(await call('GET', `drive/v3/files/${id}`)).toMatchObject({
      status: 404,
      body: {
        error: { code: 404, message: `File not found: ${id}.`, errors: [{ reason: 'notFound' }] },
      },
    });
    await expect(running.sheets.spreadsheets.get({ spreadsheetId: id })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('are exported as CSV: the first sheet as shown, lines ending in CRLF', async () => {
    const id = await createFile('Data');
    await running.sheets.spreadsheets.values.update({
      spreadsheetId: id,
      range: 'A1',
      valueInputOption: 'USER_ENTERED',
      requestBody: { values: [['a,b', '66.67%'], ['say "hi"']] },
    });
    const { body } = await call('GET', `drive/v3/files/${id}/export?mimeType=text/csv`);
    expect(body).toBe('"a,b",66.67%\r\n"say ""hi""",');
    expect(await call('GET', `drive/v3/files/${id}/export?mimeType=application/pdf`)).toMatchObject(
      { status: 501 },
    );
  });

  it('are shared and unshared', async () => {
    const id = await createFile('Shared');
    const added = (
      await call('POST', `drive/v3/files/${id}/permissions`, {
        type: 'user',
        role: 'writer',
        emailAddress: 'clerk@example.org',
      })
    ).body as { id: string };
    const list = async () =>
      (await call('GET', `drive/v3/files/${id}/permissions?fields=permissions(role,emailAddress)`))
        .body;
    expect(await list()).toEqual({
      permissions: [
        { role: 'owner', emailAddress: 'owner@example.org' },
        { role: 'writer', emailAddress: 'clerk@example.org' },
      ],
    });
    const one = `drive/v3/files/${id}/permissions/${added.id}`;
    expect((await call('PATCH', `${one}?fields=*`, { role: 'reader' })).body).toMatchObject({
      type: 'user',
      role: 'reader',
      deleted: false,
      pendingOwner: false,
    });
    expect(
      (await call('PATCH', `${one}?fields=*`, { role: 'writer', pendingOwner: true })).body,
    ).toMatchObject({ role: 'writer', pendingOwner: true });
    expect((await call('DELETE', one)).status).toBe(204);
    expect(await list()).toEqual({
      permissions: [{ role: 'owner', emailAddress: 'owner@example.org' }],
    });
    expect((await call('GET', `drive/v3/files/${id}/comments`)).body).toEqual({
      kind: 'drive#commentList',
      comments: [],
    });
  });
});

describe('CSV uploads', () => {
  it('replace all sheets by one that is named after the file', async () => {
    const id = await createFile('Import');
    await call(
      'PUT',
      `upload/drive/v2/files/${id}?uploadType=media&convert=true`,
      'name,date\r\nZhao,2020-01-01\r\n',
      'text/csv',
    );
    const { data } = await running.sheets.spreadsheets.get({
      spreadsheetId: id,
      fields: 'properties.timeZone,sheets.properties',
    });
    expect(data.properties?.timeZone).toBe('America/Los_Angeles');
    expect(data.sheets).toHaveLength(1);
    expect(data.sheets?.[0]?.properties).toMatchObject({
      title: 'Import',
      index: 0,
      gridProperties: { rowCount: 1000, columnCount: 26 },
    });
    expect(data.sheets?.[0]?.properties?.sheetId).toBeGreaterThan(0);
    const read = await running.sheets.spreadsheets.values.get({
      spreadsheetId: id,
      range: 'Import',
      valueRenderOption: 'UNFORMATTED_VALUE',
    });
    expect(read.data.values).toEqual([
      ['name', 'date'],
      ['Zhao', 43831],
    ]);
  });

  it('create a spreadsheet from a multipart body', async () => {
    const body = [
      '--x',
      'Content-Type: application/json',
      '',
      `{"name":"Made","mimeType":"${SPREADSHEET}"}`,
      '--x',
      'Content-Type: text/csv',
      '',
      'a,b',
      '--x--',
      '',
    ].join('\r\n');
    const { body: made } = await call(
      'POST',
      'upload/drive/v3/files?uploadType=multipart',
      body,
      'multipart/related; boundary=x',
    );
    const { id } = made as { id: string };
    const read = await running.sheets.spreadsheets.values.get({
      spreadsheetId: id,
      range: 'Made!A1:B1',
    });
    expect(read.data.values).toEqual([['a', 'b']]);
  });

  it('of other kinds are refused', async () => {
    const { status } = await call(
      'POST',
      'upload/drive/v3/files?uploadType=media',
      'x',
      'image/png',
    );
    expect(status).toBe(501);
  });
});

describe('searches that Drive would understand and this server does not', () => {
  it.each([
    "name = 'a' or name = 'b'",
    "not name = 'a'",
    "fullText contains 'x'",
    'sharedWithMe = true',
  ])('refuse %s', async (q) => {
    const { status } = await call('GET', `drive/v3/files?q=${encodeURIComponent(q)}`);
    expect(status).toBe(501);
  });
});
