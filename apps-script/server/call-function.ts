// Calls one of Lectern's functions with the user's identity token and returns its response or a problem.
import type { FunctionName } from '#core/contract/functions';
import { builtInAddress, isAddOn } from './add-on';
import { userLanguage } from './context';
import { localProblem } from './local-problem';
import { readAnswer } from './read-answer';
import type { CallAnswer, CallRequest } from './sidebar-calls';

const ADDRESS_PROPERTY = 'LECTERN_API_URL';

/** The address of the functions, set by the administrator or built in, without a slash at the end; null when there is none. */
export function functionsAddress(): string | null {
  if (isAddOn) return builtInAddress;
  const address = PropertiesService.getScriptProperties().getProperty(ADDRESS_PROPERTY) ?? '';
  return address.trim().replace(/\/+$/, '') || builtInAddress;
}

export function callFunction<Name extends FunctionName>(
  name: Name,
  request: CallRequest<Name>,
): CallAnswer<Name> {
  // The sidebar is a web page: a name with other characters could lead outside the functions' address.
  if (!/^[A-Za-z]+$/.test(name)) throw new Error('This is not the name of a function.');
  const language = userLanguage();
  const address = functionsAddress();
  if (address === null) return { ok: false, problem: localProblem('no-address', language) };
  // The types promise a string; Google returns null when the openid scope was not granted.
  const token = ScriptApp.getIdentityToken() as string | null;
  if (token === null || token === '') {
    return { ok: false, problem: localProblem('no-token', language) };
  }
  const spreadsheetId = SpreadsheetApp.getActiveSpreadsheet().getId();
  const body = JSON.stringify({ ...request, language, spreadsheetId });
  try {
    const response = UrlFetchApp.fetch(`${address}/${name}`, fetchOptions(body, token));
    return readAnswer<Name>(response.getResponseCode(), response.getContentText(), language);
  } catch (error) {
    return { ok: false, problem: localProblem('unreachable', language, messageOf(error)) };
  }
}

function fetchOptions(
  payload: string,
  token: string,
): GoogleAppsScript.URL_Fetch.URLFetchRequestOptions {
  const bearer = `Bearer ${token}`;
  return {
    method: 'post',
    contentType: 'application/json',
    payload,
    // Cloud Run checks and removes the second header; the function itself verifies the first.
    headers: { Authorization: bearer, 'X-Serverless-Authorization': bearer },
    followRedirects: false,
    muteHttpExceptions: true,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
