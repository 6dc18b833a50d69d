// Where the figures for the roll-up are kept, as the environment says.
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '#functions/config';

const read = (more: Readonly<Record<string, string>>) =>
  readConfig({ LECTERN_AUDIENCES: 'a.apps.example.org', ...more }).rollUp;
const TABLE = { LECTERN_ROLL_UP_TABLE: 'my-project.lectern.facts' };

describe('LECTERN_ROLL_UP', () => {
  test.each([
    ['', null],
    ['  ', null],
    ['facts', { folder: 'facts' }],
    ['/srv/lectern facts', { folder: '/srv/lectern facts' }],
    ['gs://my-figures', { bucket: 'my-figures', table: null }],
    ['gs://my-figures/', { bucket: 'my-figures', table: null }],
  ])('%p is %p', (place, expected) => {
    expect(read({ LECTERN_ROLL_UP: place })).toEqual(expected);
  });

  test('a bucket may have a table', () => {
    expect(read({ LECTERN_ROLL_UP: 'gs://my-figures', ...TABLE })).toEqual({
      bucket: 'my-figures',
      table: { projectId: 'my-project', datasetId: 'lectern', tableId: 'facts' },
    });
  });

  test.each([
    ['a folder within a bucket', { LECTERN_ROLL_UP: 'gs://my-figures/2026' }, 'gs://BUCKET'],
    ['no bucket', { LECTERN_ROLL_UP: 'gs://' }, 'gs://BUCKET'],
    ['a table without a bucket', TABLE, 'needs a bucket'],
    ['a table for a folder', { LECTERN_ROLL_UP: 'facts', ...TABLE }, 'needs a bucket'],
    [
      'half a table’s name',
      { LECTERN_ROLL_UP: 'gs://my-figures', LECTERN_ROLL_UP_TABLE: 'lectern.facts' },
      'PROJECT.DATASET.TABLE',
    ],
    ['a folder of Cloud Run', { LECTERN_ROLL_UP: 'facts', K_SERVICE: 'worker' }, 'gs://BUCKET'],
  ])('refuses %s', (_, environment, reason) => {
    expect(() => read(environment)).toThrow(reason);
  });
});
