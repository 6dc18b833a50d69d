/** The parts of an .xlsx file, which is a ZIP file: listed at once, unpacked when they are asked for. */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { ZipFile as ZipWriter } from 'yazl';

export interface Archive {
  /** Paths of the parts, as they are written there. */
  readonly names: readonly string[];
  /** Undefined when there is no such part, whatever the case of its path, or when it is damaged. */
  read(name: string): Promise<Buffer | undefined>;
}

/** What a small file unpacks to may fill the memory; real workbooks stay far below. */
const MAX_UNPACKED_BYTES = 1_073_741_824;

export class TooLarge extends Error {}

/** What a part says of its own size is not believed: some programs write a wrong one. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(buffer, {
    lazyEntries: true,
    autoClose: false,
    validateEntrySizes: false,
    strictFileNames: false,
  });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.endsWith('/')) entries.set(partKey(entry.fileName), entry);
  }
  let left = MAX_UNPACKED_BYTES;
  return {
    names: [...entries.values()].map(({ fileName }) => fileName),
    async read(name) {
      const entry = entries.get(partKey(name));
      const content = entry && (await unpack(zip, entry, left));
      left -= content?.length ?? 0;
      return content;
    },
  };
}

/** Programs disagree about case, and some begin a path with a slash. */
const partKey = (name: string): string => name.replace(/^\/+/, '').toLowerCase();

const DEFLATED = 8;
const inflate = promisify<Buffer, { maxOutputLength: number; chunkSize: number }, Buffer>(
  inflateRaw,
);

/** In one go: a sheet of a million rows would come in thousands of pieces. */
async function unpack(zip: ZipFile, entry: Entry, limit: number): Promise<Buffer | undefined> {
  try {
    const isDeflated = entry.compressionMethod === DEFLATED;
    const options = isDeflated ? { decodeFileData: false } : {};
    const packed = await collect(await zip.openReadStreamPromise(entry, options), limit);
    if (!isDeflated) return packed;
    return await inflate(packed, { maxOutputLength: limit, chunkSize: chunkSize(entry, limit) });
  } catch (error) {
    if (error instanceof TooLarge || isTooLong(error)) throw new TooLarge();
    return undefined;
  }
}

/** As large as the part says it is: then it is there at once. Joining pieces would take as long again. */
const chunkSize = ({ uncompressedSize }: Entry, limit: number): number =>
  Math.min(Math.max(uncompressedSize, 0) + 1024, limit);

/** Node's own errors may be of another realm, where instanceof does not know them. */
const isTooLong = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';

async function collect(stream: NodeJS.ReadableStream, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as unknown as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Not compressed: the parts are read again at once. */
export async function packArchive(parts: ReadonlyMap<string, string>): Promise<Buffer> {
  const zip = new ZipWriter();
  for (const [name, text] of parts) zip.addBuffer(Buffer.from(text), name, { compress: false });
  zip.end();
  return collect(zip.outputStream, Infinity);
}
