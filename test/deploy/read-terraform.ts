/** Reads a Terraform file as `terraform fmt` writes it: one block or argument a line, values over several lines by their brackets. */

export interface Block {
  /** `resource`, `google_storage_bucket`, `source`; a dynamic block has the name of what it makes. */
  readonly names: readonly string[];
  readonly values: Map<string, string>;
  readonly blocks: Block[];
}

export function readTerraform(text: string): Block[] {
  const top = newBlock([]);
  const open: Block[] = [top];
  const lines = text.split('\n').map((line) => line.trim());
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const block = open.at(-1) ?? top;
    if (line === '' || line.startsWith('#')) continue;
    if (line === '}') {
      open.pop();
      continue;
    }
    const [, heading, body] = /^([a-z_]+(?: "[^"]+")*) (\{\}|\{)$/.exec(line) ?? [];
    if (heading !== undefined) {
      const inner = newBlock(heading.replaceAll('"', '').split(' '));
      // `dynamic "env" { content { … } }` makes env blocks.
      const isContent = heading === 'content';
      if (!isContent) block.blocks.push(inner);
      if (body === '{') open.push(isContent ? block : inner);
      continue;
    }
    const [, name, first] = /^(\w+) += (.*)$/.exec(line) ?? [];
    if (name === undefined || first === undefined) throw new Error(`not understood: ${line}`);
    let value = first;
    while (depth(value) > 0) value += `\n${lines[(at += 1)] ?? ''}`;
    block.values.set(name, value);
  }
  return top.blocks;
}

const newBlock = (names: readonly string[]): Block => ({
  names: names[0] === 'dynamic' ? names.slice(1) : names,
  values: new Map(),
  blocks: [],
});

function depth(value: string): number {
  const bare = value.replace(/^ *#.*$/gm, '').replace(/"(?:\$\{[^}]*\}|[^"\\]|\\.)*"/g, '');
  const count = (brackets: RegExp): number => bare.match(brackets)?.length ?? 0;
  return count(/[[{(]/g) - count(/[\]})]/g);
}
