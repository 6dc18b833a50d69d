/** Reads an .xlsx file, whichever program wrote it. Only a file that is none is refused; a part that is broken is left out. */
import type { Sheet, Workbook } from 'hucre/xlsx';
import { notXlsx, otherFile, otherPackage } from './file-kind';
import type { LeftOutList } from './left-out';
import { loadHucre } from '../load-hucre';
import { hideNumberFormats, type NumberFormats } from './number-formats';
import {
  noteContent,
  readPackage,
  type DefinedName,
  type Package,
  type PackageTab,
  type Relationship,
} from './plain-package';
import { withThemeColors } from './theme-colors';
import { TooManyCells, worksheetXml, type WorksheetXml } from './worksheet-xml';
import { escapeXml } from './xml-text';
import { openArchive, packArchive, TooLarge, type Archive } from './zip-file';

/** A tab as the library read it, and what it was helped with. */
export interface ReadTab {
  readonly name: string;
  readonly isHidden: boolean;
  /** Everything but the cells of `cellsOf`. */
  readonly sheet: Sheet;
  /** The same one, unless the cells were moved together. */
  readonly cellsOf: Sheet;
  readonly help: WorksheetXml;
}

export interface ReadWorkbook {
  readonly tabs: readonly ReadTab[];
  readonly names: readonly DefinedName[];
  readonly is1904: boolean;
  readonly formats: NumberFormats;
  readonly leftOut: LeftOutList;
}

export async function readXlsx(bytes: Uint8Array): Promise<ReadWorkbook> {
  const other = otherFile(bytes);
  if (other !== undefined) throw notXlsx(other);
  const archive = await openArchive(bytes).catch(() => {
    throw notXlsx('damaged');
  });
  const otherKind = otherPackage(archive);
  if (otherKind !== undefined) throw notXlsx(otherKind);
  try {
    return await readWorkbook(archive);
  } catch (error) {
    if (error instanceof TooLarge || error instanceof TooManyCells) throw notXlsx('tooLarge');
    throw error;
  }
}

async function readWorkbook(archive: Archive): Promise<ReadWorkbook> {
  const source = await readPackage(archive);
  const { leftOut, names, is1904, theme } = source;
  const formats = hideNumberFormats(withThemeColors(source.styles ?? '', theme));
  const common: Common = {
    styles: source.styles === undefined ? undefined : formats.xml,
    sharedStrings: source.sharedStrings,
    theme: source.theme,
  };
  const helped = source.tabs.map((tab) => {
    const help = withTabColor(worksheetXml(tab.bytes), theme);
    noteContent(help.rest, tab.name, leftOut);
    if (source.sharedStrings === undefined && /\st=["']s["']/.test(help.cells ?? help.rest)) {
      leftOut.add('texts');
    }
    return { tab, help };
  });
  const tabs = await readTabs(common, helped, leftOut);
  if (tabs.length === 0) leftOut.add('emptyFile');
  return { tabs, names, is1904, formats, leftOut };
}

/** The colour of a tab may be one of the theme, too. */
function withTabColor(help: WorksheetXml, theme: string | undefined): WorksheetXml {
  const rest = help.rest.replace(/<(?:[\w.-]+:)?tabColor\s[^>]*>/, (tag) =>
    withThemeColors(tag, theme),
  );
  return { ...help, rest };
}

type Common = Pick<Package, 'styles' | 'sharedStrings' | 'theme'>;

interface HelpedTab {
  readonly tab: PackageTab;
  readonly help: WorksheetXml;
}

/** All at once; when one part is broken, the others without it. */
async function readTabs(
  common: Common,
  helped: readonly HelpedTab[],
  leftOut: LeftOutList,
): Promise<ReadTab[]> {
  const whole = await attempt(common, helped);
  if (whole !== undefined) return whole;
  const sound = await soundParts(common, leftOut);
  const tabs: ReadTab[] = [];
  for (const one of helped) {
    const bare = { ...one, tab: { ...one.tab, comments: undefined } };
    const withNotes = await attempt(sound, [one]);
    const read = withNotes ?? (await attempt(sound, [bare]));
    if (read === undefined) leftOut.add('unreadableTab', one.tab.name);
    else if (withNotes === undefined) leftOut.add('notes', one.tab.name);
    tabs.push(...(read ?? []));
  }
  return tabs;
}

const EMPTY_TAB: HelpedTab = {
  tab: {
    name: 'Empty',
    state: 'visible',
    bytes: Buffer.alloc(0),
    relationships: [],
    comments: undefined,
  },
  help: worksheetXml(Buffer.from('<worksheet><sheetData/></worksheet>')),
};

async function soundParts(common: Common, leftOut: LeftOutList): Promise<Common> {
  const isSound = async (part: Partial<Common>): Promise<boolean> => {
    const only = { styles: undefined, sharedStrings: undefined, theme: undefined, ...part };
    return (await attempt(only, [EMPTY_TAB])) !== undefined;
  };
  const { styles, sharedStrings, theme } = common;
  const [hasStyles, hasTexts, hasTheme] = [
    await isSound({ styles }),
    await isSound({ sharedStrings }),
    await isSound({ theme }),
  ];
  if (!hasStyles) leftOut.add('formats');
  if (!hasTexts) leftOut.add('texts');
  return {
    styles: hasStyles ? styles : undefined,
    sharedStrings: hasTexts ? sharedStrings : undefined,
    theme: hasTheme ? theme : undefined,
  };
}

/** Undefined when the library cannot read them. */
async function attempt(
  common: Common,
  helped: readonly HelpedTab[],
): Promise<ReadTab[] | undefined> {
  const { readXlsx: readWithLibrary } = await loadHucre();
  const packed = await packArchive(plainParts(common, helped));
  let workbook: Workbook;
  try {
    workbook = await readWithLibrary(packed, { readStyles: true, dateSystem: '1900' });
  } catch {
    return undefined;
  }
  const sheets = workbook.sheets[Symbol.iterator]();
  const next = (): Sheet => sheets.next().value as Sheet; // as many as `plainParts` wrote
  return helped.map(({ tab: { name, state }, help }) => {
    const sheet = next();
    const cellsOf = help.cells === undefined ? sheet : next();
    return { name, isHidden: state !== 'visible', sheet, cellsOf, help };
  });
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts that are read, at the paths and with the words that the library knows. */
function plainParts(common: Common, helped: readonly HelpedTab[]): Map<string, string> {
  const parts = new Map<string, string>();
  const links: Relationship[] = [];
  const add = (type: string, path: string, text: string | undefined): void => {
    if (text === undefined) return;
    parts.set(`xl/${path}`, text);
    links.push({ id: `rId${links.length + 1}`, type, target: path, isExternal: false });
  };
  for (const { tab, help } of helped) {
    const path = `worksheets/sheet${links.length + 1}.xml`;
    add('worksheet', path, help.rest);
    const own = tab.relationships.filter(({ type }) => type === 'hyperlink');
    if (tab.comments !== undefined) {
      parts.set(`xl/comments${links.length}.xml`, tab.comments);
      const target = `../comments${links.length}.xml`;
      own.push({ id: 'lecternComments', type: 'comments', target, isExternal: false });
    }
    parts.set(`xl/worksheets/_rels/sheet${links.length}.xml.rels`, relationshipsXml(own));
    add('worksheet', `worksheets/sheet${links.length + 1}.xml`, help.cells);
  }
  const sheets = links.map(
    ({ id }, index) => `<sheet name="${index + 1}" sheetId="${index + 1}" r:id="${id}"/>`,
  );
  add('styles', 'styles.xml', common.styles);
  add('sharedStrings', 'sharedStrings.xml', common.sharedStrings);
  add('theme', 'theme/theme1.xml', common.theme);
  const root = { id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml', isExternal: false };
  parts.set('[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"/>`);
  parts.set('_rels/.rels', relationshipsXml([root]));
  parts.set('xl/_rels/workbook.xml.rels', relationshipsXml(links));
  parts.set(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${sheets.join('')}</sheets></workbook>`,
  );
  return parts;
}

function relationshipsXml(relationships: readonly Relationship[]): string {
  const entries = relationships.map(
    ({ id, type, target, isExternal }) =>
      `<Relationship Id="${escapeXml(id)}" Type="${RELATIONSHIPS}/${type}" Target="${escapeXml(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}
