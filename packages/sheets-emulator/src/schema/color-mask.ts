/** Masks and colours: each colour has an old and a new field, and a mask that names one means both. */
import type { FieldMask } from './field-mask';
import { messageSchema } from './message-schema';

function twinName(message: string, field: string): string | undefined {
  const schema = messageSchema(message);
  if (schema?.get(field)?.type === 'Color' && schema.has(`${field}Style`)) return `${field}Style`;
  if (!field.endsWith('Style')) return undefined;
  const plain = field.slice(0, -'Style'.length);
  return schema?.get(plain)?.type === 'Color' ? plain : undefined;
}

export function withTwins(mask: FieldMask, message: string): FieldMask {
  if (mask === '*') return mask;
  const result = new Map<string, FieldMask>();
  for (const [name, inner] of mask) {
    const field = messageSchema(message)?.get(name);
    result.set(name, field === undefined ? inner : withTwins(inner, field.type));
    const twin = twinName(message, name);
    if (twin !== undefined) result.set(twin, '*');
  }
  return result;
}
