import { describe, expect, it } from '@jest/globals';
import { explain } from '../../../scripts/provision/explain';

describe('what Google refuses', () => {
  it.each([
    [
      403,
      'User has not enabled the Apps Script API. Enable it …',
      'script.google.com/home/usersettings',
    ],
    [
      403,
      'Request had insufficient authentication scopes.',
      'gcloud auth application-default login',
    ],
    [
      403,
      'Google Drive API has not been used in project 1 before or it is disabled.',
      'gcloud services enable',
    ],
    [
      403,
      "Permission 'iam.serviceAccounts.getAccessToken' denied",
      'Service Account Token Creator',
    ],
    [403, 'Sharing outside of your domain is not allowed by policy.', 'does not let anybody share'],
    [403, 'This file cannot be copied by the user.', 'Have yourself made an editor'],
    [403, "The user's Drive storage quota has been exceeded.", 'Your Drive is full'],
    [401, 'Invalid Credentials', 'does not know who you are'],
    [429, 'Quota exceeded', 'Wait a minute'],
    [404, 'File not found', 'no such file or script'],
    [503, 'backend', 'could not be reached'],
    [418, 'a teapot', 'Google refused it: a teapot'],
  ])('%d “%s” is explained', (status, message, words) => {
    const error = Object.assign(new Error(message), {
      response: { status, data: { error: { message } } },
    });
    expect(explain(error)).toContain(words);
  });
});
