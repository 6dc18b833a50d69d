/** The options that values.* methods share, from a query or a body. */
import { invalid } from '../api-error';
import type { Draft } from '../model/draft';
import { enterAsUser, enterRaw, type EnterValue } from '../values/enter-value';
import type { MajorDimension } from '../values/read-values';
import type { RenderOptions } from '../values/render-value';

type Option = string | null | undefined;

export const majorDimension = (option: Option): MajorDimension =>
  option === 'COLUMNS' ? 'COLUMNS' : 'ROWS';

export function renderOptions(value: Option, date: Option): RenderOptions {
  const isUnformatted = value === 'UNFORMATTED_VALUE' || value === 'FORMULA';
  return {
    value: isUnformatted ? value : 'FORMATTED_VALUE',
    date: date === 'FORMATTED_STRING' ? date : 'SERIAL_NUMBER',
  };
}

/** RAW or USER_ENTERED; there is no default. */
export function enterOption(option: Option, draft: Draft): EnterValue {
  if (option === 'RAW') return enterRaw;
  if (option === 'USER_ENTERED') {
    return enterAsUser({ localeName: draft.properties.locale, now: draft.now });
  }
  throw invalid("'valueInputOption' is required but not specified");
}
