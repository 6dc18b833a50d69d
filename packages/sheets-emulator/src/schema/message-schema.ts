/** Which fields each message of the API has, looked up by message name. */
import table from './api-schema.json';

export interface FieldSchema {
  readonly name: string;
  /** 'string', 'number', 'boolean', 'any' (a JSON value) or the name of a message. */
  readonly type: string;
  readonly shape: 'one' | 'list' | 'map' | 'grid';
}

export type MessageSchema = ReadonlyMap<string, FieldSchema>;

const cache = new Map<string, MessageSchema>();
const kinds: Readonly<Record<string, Readonly<Record<string, string>>>> = table;

function fieldSchema(name: string, kind: string): FieldSchema {
  if (kind === 'any[][]') return { name, type: 'any', shape: 'grid' };
  if (kind.endsWith('[]')) return { name, type: kind.slice(0, -2), shape: 'list' };
  if (kind.startsWith('{')) return { name, type: kind.slice(1, -1), shape: 'map' };
  return { name, type: kind, shape: 'one' };
}

/** Undefined for a scalar. */
export function messageSchema(message: string): MessageSchema | undefined {
  const fields = kinds[message];
  if (fields === undefined) return undefined;
  let schema = cache.get(message);
  if (schema === undefined) {
    schema = new Map(Object.entries(fields).map(([name, kind]) => [name, fieldSchema(name, kind)]));
    cache.set(message, schema);
  }
  return schema;
}

export const toCamelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

export const toSnakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A field by its camelCase or snake_case name. */
export function fieldNamed(message: string, name: string): FieldSchema | undefined {
  const schema = messageSchema(message);
  return schema?.get(name) ?? schema?.get(toCamelCase(name));
}
