// Problems on the way to the functions, in the same shape as the functions' own problems.
import type { Problem } from '#core/contract/problem';
import type { Language } from '#core/text/language';
import { type LocalProblemTexts, LOCAL_PROBLEMS } from './local-problem.texts';

export type LocalProblem = keyof typeof LOCAL_PROBLEMS;

/** `reason` is the message of the failed step; it follows our own sentence. */
export function localProblem(kind: LocalProblem, language: Language, reason = ''): Problem {
  const { code, status, detail, nextStep }: LocalProblemTexts = LOCAL_PROBLEMS[kind];
  return {
    type: 'about:blank',
    title: code,
    status,
    code,
    detail: reason === '' ? detail[language] : `${detail[language]} (${reason})`,
    nextStep: nextStep[language],
    requestId: '',
  };
}
