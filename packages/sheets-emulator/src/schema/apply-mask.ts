/** The two uses of a field mask: cutting an answer down, and updating part of a message. */
import { copyOf, isObject, type Json, type JsonObject } from '../json';
import type { FieldMask } from './field-mask';

/** A copy of `value` with only the fields in the mask. Every field of the API's messages is optional. */
export function selectFields<T>(value: T, mask: FieldMask): T {
  return mask === '*' ? value : (select(value as Json, mask) as T); // a message less some fields
}

function select(value: Json, mask: FieldMask): Json {
  if (mask === '*') return value;
  if (Array.isArray(value)) return value.map((item) => select(item, mask));
  if (!isObject(value)) return value;
  const result: JsonObject = {};
  for (const [name, inner] of mask) {
    const field = value[name];
    if (field !== undefined) result[name] = select(field, inner);
  }
  return result;
}

/** Sets each masked field of `target` from `source`; one that the source lacks is cleared. */
export function updateFields(target: object, source: object, mask: FieldMask): void {
  update(target as JsonObject, source as JsonObject, mask); // messages are plain JSON
}

function update(target: JsonObject, source: JsonObject, mask: FieldMask): void {
  if (mask === '*') {
    for (const name of Object.keys(target)) if (!(name in source)) unset(target, name);
    Object.assign(target, copyOf(source));
    return;
  }
  for (const [name, inner] of mask) updateField(target, source, name, inner);
}

function updateField(target: JsonObject, source: JsonObject, name: string, mask: FieldMask): void {
  const value = source[name];
  if (mask === '*' || Array.isArray(value)) {
    if (value === undefined) unset(target, name);
    else target[name] = copyOf(value);
    return;
  }
  const existing = target[name];
  const inner: JsonObject = isObject(existing) ? existing : {};
  update(inner, isObject(value) ? value : {}, mask);
  if (Object.keys(inner).length > 0 || isObject(value)) target[name] = inner;
  else unset(target, name);
}

function unset(target: JsonObject, name: string): void {
  Reflect.deleteProperty(target, name);
}
