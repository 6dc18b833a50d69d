/** Apps Script's HTML templates: `<? code ?>`, `<?= escaped ?>` and `<?!= as it is ?>`. */

/**
 * Turns a template into the source of a function `(variables, escape) => string`. The function is
 * to be made in the script's own realm, so that the template sees the script's functions.
 */
export function compileTemplate(template: string): string {
  const steps = template.split(/(<\?[\s\S]*?\?>)/).map(stepOf);
  return `(function (variables, escape) {
    var output = '';
    with (variables) { ${steps.join('\n')} }
    return output;
  })`;
}

function stepOf(part: string): string {
  const [, kind, code] = /^<\?(!=|=)?([\s\S]*?);?\s*\?>$/.exec(part) ?? [];
  if (code === undefined) return `output += ${JSON.stringify(part)};`;
  if (kind === '!=') return `output += (${code});`;
  if (kind === '=') return `output += escape(${code});`;
  return `${code};`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(value: unknown): string {
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
