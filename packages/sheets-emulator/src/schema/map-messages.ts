/** Visits every message of some kinds inside a message, wherever the API's schema allows one. */
import { isObject, type Json, type JsonObject } from '../json';
import { messageSchema } from './message-schema';

/** Gives the message to put in place of this one; null removes it. */
export type MessageMapper = (message: JsonObject) => JsonObject | null;

export type MessageMappers = Readonly<Record<string, MessageMapper>>;

/** A changed copy; null when the message itself is to go. */
export function mapMessages<T extends object>(
  name: string,
  message: T,
  mappers: MessageMappers,
): T | null {
  return mapMessage(name, message as JsonObject, mappers) as T | null; // the same kind of message, changed
}

function mapMessage(name: string, message: JsonObject, mappers: MessageMappers): JsonObject | null {
  const mapper = mappers[name];
  if (mapper !== undefined) return mapper(message);
  const result: JsonObject = {};
  const schema = messageSchema(name);
  for (const [key, value] of Object.entries(message)) {
    const type = schema?.get(key)?.type;
    const isMessage = type !== undefined && messageSchema(type) !== undefined;
    const mapped = isMessage ? mapField(type, value ?? null, mappers) : value;
    if (mapped !== null) result[key] = mapped;
  }
  return result;
}

function mapField(type: string, value: Json, mappers: MessageMappers): Json {
  if (Array.isArray(value)) {
    return value.map((item) => mapField(type, item, mappers)).filter((item) => item !== null);
  }
  return isObject(value) ? mapMessage(type, value, mappers) : value;
}

export function mapList<T extends object>(
  name: string,
  list: readonly T[],
  mappers: MessageMappers,
): T[] {
  return list.map((item) => mapMessages(name, item, mappers)).filter((item) => item !== null);
}
