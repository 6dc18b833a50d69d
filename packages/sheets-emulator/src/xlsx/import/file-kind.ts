/** What a file that should be .xlsx is by its bytes, and the refusal of any other. */
import { DriveError } from '../../drive/drive-error';
import type { Archive } from './zip-file';

/** Also the `reason` of the refusal, from which a program makes a sentence in its reader's language. */
export const OTHER_FILES = {
  emptyFile: 'it is empty',
  oldExcel: 'it is in the old Excel format (.xls)',
  passwordProtected: 'it is protected with a password',
  otherOffice: 'it belongs to another office program',
  binaryExcel: 'it is an Excel binary workbook (.xlsb)',
  openDocument: 'it is an OpenDocument file',
  appleNumbers: 'it is a Numbers document',
  excelXml: 'it is in the Excel XML format of 2003',
  webPage: 'it is a web page (HTML)',
  plainText: 'it is a text file (CSV)',
  pdf: 'it is a PDF file',
  damaged: 'it is damaged or not complete',
  tooLarge: 'it holds more than can be read',
  unknown: 'it is in an unknown format',
} as const;

export type OtherFile = keyof typeof OTHER_FILES;

export const notXlsx = (reason: OtherFile): DriveError =>
  new DriveError(
    'INVALID_ARGUMENT',
    `The file is no workbook that can be read: ${OTHER_FILES[reason]}.`,
    { reason },
  );

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** Undefined for a ZIP file, which an .xlsx file is. */
export function otherFile(bytes: Uint8Array): OtherFile | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) return 'emptyFile';
  if (file.subarray(0, 2).toString('latin1') === 'PK') return undefined;
  if (file.subarray(0, OLE.length).equals(OLE)) return oleKind(file);
  if (file.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf';
  return textKind(file);
}

/** Entries of its directory are in UTF-16, each ended by a zero. */
function oleKind(file: Buffer): OtherFile {
  const has = (name: string): boolean => file.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (has('EncryptedPackage')) return 'passwordProtected';
  return has('Workbook') || has('Book') ? 'oldExcel' : 'otherOffice';
}

const SAMPLE_BYTES = 4096;

function textKind(file: Buffer): OtherFile {
  const sample = file.subarray(0, SAMPLE_BYTES);
  const isUtf16 = /^(?:\xff\xfe|\xfe\xff)/.test(sample.toString('latin1', 0, 2));
  const text = isUtf16 ? sample.toString('utf16le') : sample.toString('utf8');
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'excelXml';
  if (/<(?:!doctype html|html|head|body|table|meta)[\s>]/i.test(text)) return 'webPage';
  // Also Chinese in GB 18030, whose bytes are no UTF-8 but no control characters either.
  const isBinary = !isUtf16 && sample.some((byte) => byte < 9 || (byte > 13 && byte < 32));
  return isBinary ? 'unknown' : 'plainText';
}

/** Undefined for a package that may hold an .xlsx workbook. */
export function otherPackage({ names }: Archive): OtherFile | undefined {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/(?:^|\/)workbook\d*\.xml$/i)) return undefined;
  if (has(/(?:^|\/)workbook\d*\.bin$/i)) return 'binaryExcel';
  if (has(/^content\.xml$/i)) return 'openDocument';
  if (has(/\.iwa$|^index\.zip$/i)) return 'appleNumbers';
  if (has(/^(?:word|ppt|visio)\//i)) return 'otherOffice';
  return has(/\.xml$/i) ? 'damaged' : 'unknown';
}
