/** What may pass between a sidebar and its script: primitives, arrays and plain objects, as with Google. */

/** Answers where the first value that may not pass is ("0.when"), or null when all may. */
export function findIllegal(value: unknown, path = ''): string | null {
  if (value === null || value === undefined) return null;
  if (['string', 'number', 'boolean'].includes(typeof value)) return null;
  if (!Array.isArray(value) && !isPlainObject(value)) return path;
  for (const [key, inner] of Object.entries(value)) {
    const found = findIllegal(inner, path === '' ? key : `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}

/** Also for objects of another realm, whose Object is not ours. */
function isPlainObject(value: unknown): boolean {
  if (Object.prototype.toString.call(value) !== '[object Object]') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
