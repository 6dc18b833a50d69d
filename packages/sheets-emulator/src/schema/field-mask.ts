/** Field masks: `a.b,c(d,e/f)` in camelCase or snake_case, checked against a message. */
import { badRequest, invalid } from '../api-error';
import { fieldNamed, messageSchema } from './message-schema';

/** What is asked of a message: everything, or some fields of it. */
export type FieldMask = '*' | ReadonlyMap<string, FieldMask>;
type MutableMask = Map<string, MutableMask | '*'>;

const TOKEN = /[(),./]|[^(),./\s]+/g;

class MaskParser {
  private position = 0;
  private readonly tokens: readonly string[];

  constructor(text: string) {
    this.tokens = text.match(TOKEN) ?? [];
  }

  parse(): MutableMask {
    const root: MutableMask = new Map();
    this.list(root);
    if (this.position < this.tokens.length) throw malformed();
    return root;
  }

  private list(target: MutableMask): void {
    do this.path(target);
    while (this.take(','));
  }

  private path(target: MutableMask): void {
    const name = this.tokens[this.position++];
    if (name === undefined || /^[(),./]$/.test(name)) throw malformed();
    if (this.take('.') || this.take('/')) {
      this.path(childOf(target, name));
      return;
    }
    if (!this.take('(')) {
      target.set(name, '*');
      return;
    }
    this.list(childOf(target, name));
    if (!this.take(')')) throw malformed();
  }

  private take(token: string): boolean {
    if (this.tokens[this.position] !== token) return false;
    this.position++;
    return true;
  }
}

/** `a,a.b` asks for all of a: children of a whole field go nowhere. */
function childOf(target: MutableMask, name: string): MutableMask {
  const existing = target.get(name);
  if (existing instanceof Map) return existing;
  const child: MutableMask = new Map();
  if (existing === undefined) target.set(name, child);
  return child;
}

const malformed = () => invalid('Request contains an invalid argument.');

function expand(mask: MutableMask, message: string, prefix: string): FieldMask {
  if (mask.has('*')) return '*';
  const result = new Map<string, FieldMask>();
  for (const [name, child] of mask) {
    const field = fieldNamed(message, name);
    const path = `${prefix}${name}`;
    if (field === undefined) throw unknownPath(path);
    if (child === '*' || (child.size === 1 && child.has('*'))) {
      result.set(field.name, '*');
    } else if (messageSchema(field.type) === undefined) {
      throw unknownPath(`${path}.${[...child.keys()][0] ?? ''}`);
    } else {
      const inner = field.shape === 'map' ? '*' : expand(child, field.type, `${path}.`);
      result.set(field.name, inner);
    }
  }
  return result;
}

const unknownPath = (path: string) =>
  badRequest(
    [
      {
        field: path,
        description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
      },
    ],
    'Request contains an invalid argument.',
  );

/** Throws the API's 400 for a malformed mask or one that names a field the message does not have. */
export function parseFieldMask(text: string, message: string): FieldMask {
  return expand(new MaskParser(text).parse(), message, '');
}

/** For messages whose fields are not described here: names are taken as they are. */
export function parseLooseMask(text: string): FieldMask {
  const loosen = (mask: MutableMask): FieldMask =>
    mask.has('*')
      ? '*'
      : new Map([...mask].map(([name, child]) => [name, child === '*' ? '*' : loosen(child)]));
  return loosen(new MaskParser(text).parse());
}

/** What of one field is asked: undefined when nothing. */
export const fieldOf = (mask: FieldMask | undefined, name: string): FieldMask | undefined =>
  mask === '*' ? '*' : mask?.get(name);
