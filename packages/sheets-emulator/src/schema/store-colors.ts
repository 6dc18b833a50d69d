/** Brings the colours of a message to the form Google keeps, each in its old and its new field. */
import { copyOf, isObject, type JsonObject } from '../json';
import { messageSchema } from '../schema/message-schema';
import { storedColor } from './color';

function twinColors(message: JsonObject, name: string): void {
  const style = message[`${name}Style`];
  const color = message[name];
  if (isObject(style)) {
    const rgb = style['rgbColor'];
    if (isObject(rgb)) message[name] = rgb;
  } else if (isObject(color)) {
    message[`${name}Style`] = { rgbColor: color };
  }
}

/** A copy of the message as it is kept. */
export function storedCopy<T extends object>(name: string, message: T): T {
  const copy = copyOf(message);
  storeColors(name, copy as JsonObject); // messages are plain JSON
  return copy;
}

function storeColors(name: string, message: JsonObject): void {
  const schema = messageSchema(name);
  if (schema === undefined) return;
  for (const field of schema.values()) {
    const value = message[field.name];
    const items = Array.isArray(value) ? value : [value];
    for (const item of items) if (isObject(item)) storeColors(field.type, item);
    if (field.type === 'Color' && isObject(value)) {
      message[field.name] = storedColor(value) as JsonObject; // numbers only
    }
  }
  for (const field of schema.values()) {
    if (field.type === 'Color' && schema.get(`${field.name}Style`)?.type === 'ColorStyle') {
      twinColors(message, field.name);
    }
  }
}
