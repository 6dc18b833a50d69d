// One function answers several actions; each caller wants the response to its own.

/** The response to this action; any other one is our mistake. */
export function expectAction<
  Answer extends { readonly action: string },
  Action extends Answer['action'],
>(action: Action, answer: Answer): Extract<Answer, { readonly action: Action }> {
  if (answer.action !== action) throw new Error(`asked for ${action}, got ${answer.action}`);
  return answer as Extract<Answer, { readonly action: Action }>; // the line above made sure
}
