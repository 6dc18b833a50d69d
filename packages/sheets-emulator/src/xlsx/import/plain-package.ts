/** A file's package taken apart: its tabs with their parts, whatever the paths, and what has no place here. */
import { LeftOutList } from './left-out';
import { elements, partText, unescapeXml, type Tag } from './xml-text';
import type { Archive } from './zip-file';

export interface PackageTab {
  readonly name: string;
  readonly state: string;
  readonly bytes: Buffer;
  readonly relationships: readonly Relationship[];
  /** The notes of its cells. */
  readonly comments: string | undefined;
}

export interface DefinedName {
  readonly name: string;
  readonly text: string;
  /** The tab it belongs to, when it is not the file's. */
  readonly tab: string | undefined;
  readonly isHidden: boolean;
}

export interface Package {
  readonly tabs: readonly PackageTab[];
  readonly is1904: boolean;
  readonly names: readonly DefinedName[];
  readonly styles: string | undefined;
  readonly sharedStrings: string | undefined;
  readonly theme: string | undefined;
  readonly leftOut: LeftOutList;
}

export interface Relationship {
  readonly id: string;
  /** The last word of its type. */
  readonly type: string;
  readonly target: string;
  readonly isExternal: boolean;
}

export async function readPackage(archive: Archive): Promise<Package> {
  const leftOut = new LeftOutList();
  const workbookPath = await findWorkbook(archive);
  const workbook = await read(archive, workbookPath);
  const relationships = await relationshipsOf(archive, workbookPath);
  const entries = [...elements(workbook, 'sheet')];
  const context = { archive, workbookPath, relationships, leftOut };
  const tabs: PackageTab[] = [];
  for (const [index, entry] of entries.entries()) {
    const tab = await readTab(context, entry, index);
    if (tab !== undefined) tabs.push(tab);
  }
  const part = async (type: string, usualName: string) => {
    const path =
      pathOf(relationships, type, workbookPath) ??
      archive.names.find((name) => name.toLowerCase().endsWith(usualName));
    return path === undefined ? undefined : partOrNone(archive, path);
  };
  noteParts(archive, leftOut);
  return {
    tabs,
    is1904: [...elements(workbook, 'workbookPr')].some(({ attributes }) =>
      isTrue(attributes['date1904']),
    ),
    names: [...elements(workbook, 'definedName')].map((tag) => definedName(tag, entries)),
    styles: await part('styles', 'styles.xml'),
    sharedStrings: await part('sharedStrings', 'sharedstrings.xml'),
    theme: await part('theme', 'theme1.xml'),
    leftOut,
  };
}

const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true';

async function partOrNone(archive: Archive, path: string): Promise<string | undefined> {
  const bytes = await archive.read(path);
  return bytes === undefined ? undefined : partText(bytes);
}

const read = async (archive: Archive, path: string): Promise<string> =>
  (await partOrNone(archive, path)) ?? '';

async function findWorkbook(archive: Archive): Promise<string> {
  const root = parseRelationships(await read(archive, '_rels/.rels'));
  const named = pathOf(root, 'officeDocument', '');
  if (named !== undefined && (await archive.read(named)) !== undefined) return named;
  return archive.names.find((name) => /(?:^|\/)workbook\d*\.xml$/i.test(name)) ?? '';
}

const relationshipsPath = (path: string): string =>
  path.replace(/[^/]*$/, (name) => `_rels/${name}.rels`);

const relationshipsOf = async (archive: Archive, path: string): Promise<Relationship[]> =>
  parseRelationships(await read(archive, relationshipsPath(path)));

function parseRelationships(xml: string): Relationship[] {
  return [...elements(xml, 'Relationship')].map(({ attributes }) => ({
    id: attributes['Id'] ?? '',
    type: attributes['Type']?.split('/').at(-1) ?? '',
    target: attributes['Target'] ?? '',
    isExternal: attributes['TargetMode'] === 'External',
  }));
}

function pathOf(
  relationships: readonly Relationship[],
  type: string,
  from: string,
): string | undefined {
  const found = relationships.find((one) => one.type === type && !one.isExternal);
  return found && resolve(found.target, from);
}

/** A path from another part's place; one that begins with a slash is from the root. */
function resolve(target: string, from: string): string {
  const path = target.replaceAll('\\', '/');
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

interface TabContext {
  readonly archive: Archive;
  readonly workbookPath: string;
  readonly relationships: readonly Relationship[];
  readonly leftOut: LeftOutList;
}

/** Undefined for a tab without cells, or whose part is not there. */
async function readTab(
  { archive, workbookPath, relationships, leftOut }: TabContext,
  { attributes }: Tag,
  index: number,
): Promise<PackageTab | undefined> {
  const name = attributes['name'] ?? '';
  const related = relationships.find(({ id }) => id === attributes['id']);
  if (related?.type === 'chartsheet') {
    leftOut.add('chartTab', name);
    return undefined;
  }
  if (related !== undefined && related.type !== 'worksheet') {
    leftOut.add('macroTab', name);
    return undefined;
  }
  const usual = resolve(`worksheets/sheet${index + 1}.xml`, workbookPath);
  const path = related === undefined ? usual : resolve(related.target, workbookPath);
  const bytes = await archive.read(path);
  if (bytes === undefined) {
    leftOut.add('unreadableTab', name);
    return undefined;
  }
  const own = await relationshipsOf(archive, path);
  await noteDrawings({ archive, path, leftOut, name }, own);
  const comments = pathOf(own, 'comments', path);
  return {
    name,
    state: attributes['state'] ?? 'visible',
    bytes,
    relationships: own,
    comments: comments === undefined ? undefined : await partOrNone(archive, comments),
  };
}

function definedName({ attributes, inside }: Tag, tabs: readonly Tag[]): DefinedName {
  const tab = attributes['localSheetId'];
  return {
    name: attributes['name'] ?? '',
    text: unescapeXml(inside),
    tab: tab === undefined ? undefined : tabs[Number(tab)]?.attributes['name'],
    isHidden: isTrue(attributes['hidden']),
  };
}

/** Parts that hang on a tab, by the type of their relationship. */
const TAB_PARTS = {
  pivotTable: 'pivotTables',
  slicer: 'slicers',
  timeline: 'slicers',
  table: 'tables',
  ctrlProp: 'controls',
  control: 'controls',
  oleObject: 'controls',
  threadedComment: 'threadedComments',
  image: 'pictures',
} as const;

interface TabPlace {
  readonly archive: Archive;
  readonly path: string;
  readonly name: string;
  readonly leftOut: LeftOutList;
}

async function noteDrawings(
  { archive, path, name, leftOut }: TabPlace,
  relationships: readonly Relationship[],
): Promise<void> {
  for (const { type } of relationships) {
    const kind = TAB_PARTS[type as keyof typeof TAB_PARTS] as  // undefined for any other
      (typeof TAB_PARTS)[keyof typeof TAB_PARTS] | undefined;
    if (kind !== undefined) leftOut.add(kind, name);
  }
  const drawing = pathOf(relationships, 'drawing', path);
  if (drawing === undefined) return;
  const drawn = await relationshipsOf(archive, drawing);
  const charts = drawn.filter(({ type }) => type.startsWith('chart'));
  if (charts.length > 0) leftOut.add('charts', name);
  // Google gives every tab a drawing with nothing in it.
  const isPicture = charts.length === 0 ? ANCHOR : SHAPE;
  if (isPicture.test(await read(archive, drawing))) leftOut.add('pictures', name);
}

/** Where something is drawn, whatever it is. */
const ANCHOR = /<(?:[\w.-]+:)?(?:twoCell|oneCell|absolute)Anchor[\s/>]/;
const SHAPE = /<(?:[\w.-]+:)?(?:pic|sp)[\s/>]/;

/** What a tab's own part contains. */
const TAB_CONTENT = [
  ['conditionalFormats', /<(?:[\w.-]+:)?conditionalFormatting[\s>]/],
  ['sparklines', /<(?:[\w.-]+:)?sparklineGroup[\s>]/],
  ['headersAndFooters', /<(?:[\w.-]+:)?(?:odd|even|first)(?:Header|Footer)>/],
  ['protection', /<(?:[\w.-]+:)?sheetProtection\s/],
  ['groups', /\soutlineLevel=["'][1-9]/],
] as const;

export function noteContent(xml: string, name: string, leftOut: LeftOutList): void {
  for (const [kind, pattern] of TAB_CONTENT) if (pattern.test(xml)) leftOut.add(kind, name);
}

/** Parts that every file has, that are read, or that are noted with their tab. */
const KNOWN_PARTS =
  /^(?:\[content_types\]\.xml|_rels\/|docprops\/|customxml\/|xl\/(?:workbook\d*\.xml|_rels\/|worksheets\/|chartsheets\/|dialogsheets\/|macrosheets\/|styles\d*\.xml|sharedstrings\d*\.xml|theme\/|calcchain\d*\.xml|metadata\.xml|comments|drawings\/|charts\/|media\/|tables\/|tablesinglecells|pivot|slicer|timeline|ctrlprops\/|embeddings\/|activex\/|threadedcomments\/|persons\/|printersettings\/|querytables\/|richdata\/|featurepropertybag\/|worksheets\/_rels\/))/i;

function noteParts({ names }: Archive, leftOut: LeftOutList): void {
  for (const name of names) {
    if (/vbaproject\.bin$/i.test(name)) leftOut.add('macros');
    else if (/(?:^|\/)externallinks\//i.test(name)) leftOut.add('linkedFiles');
    else if (!KNOWN_PARTS.test(name) && !/\/_rels\//.test(name)) leftOut.add('otherParts', name);
  }
}
