/** The query of a request: checked names, repeated lists, enums and booleans as Google reads them. */
import { badRequest, type FieldViolation } from '../api-error';
import { queryEnum } from '../schema/enum-values';
import { toCamelCase, toSnakeCase } from '../schema/message-schema';

/** Taken on every method; only `fields` and `alt` change the answer. */
const SYSTEM_PARAMETERS = new Set([
  '$.xgafv',
  '$alt',
  '$fields',
  '$prettyPrint',
  'access_token',
  'alt',
  'callback',
  'fields',
  'key',
  'oauth_token',
  'prettyPrint',
  'quotaUser',
  'uploadType',
  'upload_protocol',
]);

const TRUE = new Set(['true', 't', 'yes', 'y', '1']);
const FALSE = new Set(['false', 'f', 'no', 'n', '0', '']);

export class Query {
  private readonly values = new Map<string, string[]>();

  constructor(parameters: URLSearchParams, known: readonly string[]) {
    const violations: FieldViolation[] = [];
    for (const [name, value] of parameters) {
      const parameter = known.includes(name) ? name : toCamelCase(name);
      if (known.includes(parameter)) this.add(parameter, value, violations);
      else if (SYSTEM_PARAMETERS.has(name)) this.values.set(name, [value]);
      else violations.push(unknownParameter(name));
    }
    if (violations.length > 0) throw badRequest(violations);
  }

  /** The last value given; undefined when there is none. */
  text(name: string): string | undefined {
    return this.values.get(name)?.at(-1);
  }

  list(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }

  flag(name: string): boolean {
    const text = this.text(name)?.toLowerCase() ?? '';
    if (!TRUE.has(text) && !FALSE.has(text)) {
      throw badRequest([wrongValue(name, 'TYPE_BOOL', this.text(name) ?? '')]);
    }
    return TRUE.has(text);
  }

  private add(name: string, value: string, violations: FieldViolation[]): void {
    const type = queryEnum(name);
    if (type !== undefined && !type.values.includes(value)) {
      const typeName = `type.googleapis.com/google.apps.sheets.v4.${type.name}`;
      violations.push(wrongValue(name, typeName, value));
    }
    this.values.set(name, [...(this.values.get(name) ?? []), value]);
  }
}

function wrongValue(name: string, type: string, value: string): FieldViolation {
  const field = toSnakeCase(name);
  return { field, description: `Invalid value at '${field}' (${type}), "${value}"` };
}

const unknownParameter = (name: string): FieldViolation => ({
  description: `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
});
