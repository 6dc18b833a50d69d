/** Turns a JSON body into a message of the API, or says as Google does what is wrong with it. */
import { badRequest, type FieldViolation } from '../api-error';
import { isObject, type Json, type JsonObject } from '../json';
import { fieldNamed, messageSchema, toSnakeCase, type FieldSchema } from './message-schema';
import { readScalar, scalarTypeName } from './scalar';

interface Place {
  readonly message: string;
  /** As Google prints it: `requests[0].update_cells.range`; '' for the whole body. */
  readonly path: string;
}

const NESTED_NAMES: Readonly<Record<string, string>> = {
  Request: 'BatchUpdateSpreadsheetRequest.Request',
};

class MessageReader {
  readonly violations: FieldViolation[] = [];

  message(place: Place, value: JsonObject): JsonObject {
    const result: JsonObject = {};
    for (const [key, item] of Object.entries(value)) {
      const field = fieldNamed(place.message, key);
      if (field === undefined) this.unknownName(key, place.path);
      else if (item !== null && item !== undefined && !isEmptyList(field, item)) {
        this.assign(result, place, field, item);
      }
    }
    return result;
  }

  private assign(result: JsonObject, place: Place, field: FieldSchema, value: Json): void {
    const name = toSnakeCase(field.name);
    const path = place.path === '' ? name : `${place.path}.${name}`;
    result[field.name] = this.field({ message: place.message, path }, field, value);
  }

  private field(place: Place, field: FieldSchema, value: Json): Json {
    switch (field.shape) {
      case 'one':
        return this.single(place, field, value);
      case 'list':
        return this.list(place, value, (itemPlace, item) => this.single(itemPlace, field, item));
      case 'grid':
        return this.list(place, value, (itemPlace, item) => this.listValue(itemPlace, item));
      case 'map':
        return this.map(place, field, value);
    }
  }

  /** A single value is taken for a list of one and null for no item, as Google's JSON reader does. */
  private list(place: Place, value: Json, read: (place: Place, item: Json) => Json): Json {
    if (!Array.isArray(value)) return [read(place, value)];
    return value.flatMap((item, index) =>
      item === null
        ? []
        : [read({ message: place.message, path: `${place.path}[${index}]` }, item)],
    );
  }

  private listValue(place: Place, value: Json): Json {
    if (Array.isArray(value)) return value;
    return this.wrongValue(place.path, 'type.googleapis.com/google.protobuf.ListValue', value);
  }

  private map(place: Place, field: FieldSchema, value: Json): Json {
    if (!isObject(value)) return this.wrongValue(place.path, 'map', value);
    const entries = Object.entries(value).map(([key, item]) => [
      key,
      this.single({ message: place.message, path: `${place.path}[${key}]` }, field, item ?? null),
    ]);
    return Object.fromEntries(entries) as JsonObject; // keys are strings, values are Json
  }

  private single(place: Place, field: FieldSchema, value: Json): Json {
    if (messageSchema(field.type) === undefined) return this.scalar(place, field, value);
    if (isObject(value)) return this.message({ message: field.type, path: place.path }, value);
    if (Array.isArray(value)) {
      return this.violate(
        place.path,
        `Invalid JSON payload received. Unknown name "${toSnakeCase(field.name)}" at '${parentOf(place.path)}': Proto field is not repeating, cannot start list.`,
      );
    }
    const name = NESTED_NAMES[field.type] ?? field.type;
    return this.wrongValue(place.path, `type.googleapis.com/google.apps.sheets.v4.${name}`, value);
  }

  private scalar(place: Place, field: FieldSchema, value: Json): Json {
    const scalar = { message: place.message, name: field.name, type: field.type };
    const read = readScalar(scalar, value);
    return read === undefined ? this.wrongValue(place.path, scalarTypeName(scalar), value) : read;
  }

  private wrongValue(path: string, type: string, value: Json): Json {
    return this.violate(path, `Invalid value at '${path}' (${type}), ${JSON.stringify(value)}`);
  }

  private unknownName(key: string, path: string): void {
    const at = path === '' ? '' : ` at '${path}'`;
    this.violate(
      path,
      `Invalid JSON payload received. Unknown name "${key}"${at}: Cannot find field.`,
    );
  }

  private violate(field: string, description: string): null {
    this.violations.push(field === '' ? { description } : { field, description });
    return null;
  }
}

/** A list without items and no list at all are the same to Google: neither is kept nor printed. */
const isEmptyList = ({ shape }: FieldSchema, value: Json): boolean =>
  (shape === 'list' || shape === 'grid') && Array.isArray(value) && value.length === 0;

const parentOf = (path: string): string => path.replace(/\.?[^.]*$/, '');

/** `path` is the name Google gives the body: 'data' for values.update, '' where the body is the request. */
export function readMessage(body: Json, message: string, path = ''): JsonObject {
  const reader = new MessageReader();
  if (!isObject(body)) {
    throw badRequest([
      {
        description:
          'Invalid JSON payload received. Unknown name "": Root element must be a message.',
      },
    ]);
  }
  const result = reader.message({ message, path }, body);
  if (reader.violations.length > 0) throw badRequest(reader.violations);
  return result;
}
