// Recognises the errors with which Google refuses the account before Lectern's own code runs.
import { RefusedCall } from './bridge';

/**
 * With several accounts in one browser, google.script.run may run as another one than the workbook was opened with.
 * Google then answers with one of these messages, some of them in the user's language.
 */
const REFUSAL =
  /PERMISSION_DENIED|authori[sz]ation|授[权權]|do not have permission|no item with the given id|googleapis\.com\/auth\//i;

export function isWrongAccount(error: unknown): boolean {
  // A function's own response has a request id, and its text may come from the workbook.
  if (error instanceof RefusedCall)
    return error.problem.requestId === '' && REFUSAL.test(error.problem.detail);
  return REFUSAL.test(error instanceof Error ? error.message : String(error));
}
