/** Errors of formulas, as the engine names them and as Google does. */
import type { CellError } from '../model/cell';

const ERRORS: Readonly<Record<string, CellError>> = {
  '#DIV/0!': { type: 'DIVIDE_BY_ZERO', message: 'Function DIVIDE parameter 2 cannot be zero.' },
  '#N/A': { type: 'N_A', message: 'Did not find the value that was looked for.' },
  '#NAME?': { type: 'NAME', message: 'Unknown range name or function.' },
  '#NULL!': { type: 'NULL_VALUE', message: 'The ranges do not intersect.' },
  '#NUM!': { type: 'NUM', message: 'A number is out of the range of the function.' },
  '#REF!': { type: 'REF', message: 'Reference does not exist.' },
  '#SPILL!': {
    type: 'REF',
    message: 'Array result was not expanded because it would overwrite data.',
  },
  '#CYCLE!': { type: 'REF', message: 'Circular dependency detected.' },
  '#VALUE!': { type: 'VALUE', message: 'A parameter of the function has the wrong type.' },
};

export const PARSE_ERROR: CellError = { type: 'ERROR', message: 'Formula parse error.' };

export const OTHER_FILE: CellError = {
  type: 'REF',
  message: 'The formula refers to another file.',
};

export const TABLE_NAMES: CellError = {
  type: 'NAME',
  message: 'The formula refers to cells by the names of a table.',
};

export const ENGINE_FAILED: CellError = {
  type: 'ERROR',
  message: 'The formula could not be worked out.',
};

export const ARRAY_IN_ONE_CELL: CellError = {
  type: 'VALUE',
  message: 'An array value could not be found.',
};

export const unknownFunctionError = (name: string): CellError => ({
  type: 'NAME',
  message: `Unknown function: '${name}'.`,
});

/** Undefined when the text is no error. */
export function errorNamed(text: string): CellError | undefined {
  if (text === '#CALC!' || text === '#ERROR!') return PARSE_ERROR;
  return ERRORS[text];
}
