import { describe, expect, test } from '@jest/globals';
import { toAppError } from '#functions/adapters/google-sheets/google-error';

const answered = (status: number, message: string) =>
  Object.assign(new Error(message), { response: { status, data: { error: { message } } } });
const PROTECTED =
  'Invalid requests[3].updateCells: You are trying to edit a protected cell or object.';

describe('an answer of Google’s', () => {
  test.each([
    [answered(404, 'Requested entity was not found.'), 'workbookGone'],
    [answered(403, 'The caller does not have permission'), 'workbookRefused'],
    [answered(429, 'Quota exceeded'), 'quotaReached'],
    [answered(503, 'The service is currently unavailable.'), 'sheetsDown'],
    [answered(400, PROTECTED), 'cellsProtected'],
    [Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }), 'sheetsDown'],
  ])('%s is told as %s', (error, refusal) => {
    expect(toAppError(error, 'writing')).toMatchObject({ refusal });
  });

  test('to a wrong request of ours stays our bug', () => {
    const error = toAppError(answered(400, 'Invalid requests[0]: no such field'), 'writing');
    expect(error).not.toHaveProperty('refusal');
    expect(error.message).toContain('while writing');
  });
});
