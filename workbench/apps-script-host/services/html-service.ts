import type { Emulate } from '../emulate';
import { compileTemplate, escapeHtml } from '../template';

/** What other services need of the object the script holds. */
export interface HtmlOutput {
  getContent(): string;
  getTitle(): string;
}

export interface HtmlParts {
  readonly files: Readonly<Record<string, string>>;
  /** Makes a function from source in the script's own realm. */
  readonly evaluate: (source: string) => unknown;
}

export function createHtmlService(emulate: Emulate, { files, evaluate }: HtmlParts): object {
  const read = (name: string): string => {
    const content = files[name.replace(/\.html$/, '')];
    if (content === undefined) throw new Error(`No HTML file named ${name} was found.`);
    return content;
  };
  const template = (content: string): object => createTemplate(emulate, content, evaluate);
  return emulate('HtmlService', {
    createHtmlOutput: (content = '') => createOutput(emulate, content),
    createHtmlOutputFromFile: (name: string) => createOutput(emulate, read(name)),
    createTemplate: (content: string) => template(content),
    createTemplateFromFile: (name: string) => template(read(name)),
  });
}

function createOutput(emulate: Emulate, initial: string): object {
  let content = initial;
  let title = '';
  const self = emulate('HtmlOutput', {
    getContent: () => content,
    setContent(html: string) {
      content = html;
      return self;
    },
    append(html: string) {
      content += html;
      return self;
    },
    getTitle: () => title,
    setTitle(text: string) {
      title = text;
      return self;
    },
    // A sidebar is as wide as the page makes it, with Google too.
    setWidth: () => self,
    setHeight: () => self,
  });
  return self;
}

/** A template is a bag for variables, so here any name may be set. */
function createTemplate(
  emulate: Emulate,
  content: string,
  evaluate: HtmlParts['evaluate'],
): object {
  const variables: Record<string, unknown> = {};
  const members = emulate('HtmlTemplate', {
    getRawContent: () => content,
    evaluate() {
      // compileTemplate writes a function of exactly this shape.
      const render = evaluate(compileTemplate(content)) as (
        values: typeof variables,
        escape: typeof escapeHtml,
      ) => string;
      return createOutput(emulate, render(variables, escapeHtml));
    },
  });
  return new Proxy(variables, {
    get: (target, key) =>
      Reflect.get(Object.hasOwn(target, key) ? target : members, key) as unknown,
  });
}
