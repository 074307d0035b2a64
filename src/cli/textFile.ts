import { createReadStream, type Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { printable } from './printable.ts';
import { UsageError } from './usageError.ts';

/** No Markdown that a person wrote is longer. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The text of a file, or of standard input for `-`. Throws a `UsageError` when there is none. */
export async function readText(path: string): Promise<string> {
  const name = printable(path);
  if (path === '-') return decode(await buffer(process.stdin), 'Standard input');
  const found = await stat(path).catch((error: unknown): NodeJS.ErrnoException => error as NodeJS.ErrnoException);
  if (found instanceof Error) throw new UsageError(`Cannot read ${name}: ${reasonOf(found)}.`);
  if (found.isDirectory()) throw new UsageError(`${name} is a folder. Name the files in it.`);
  return decode(await read(path, name, found), name);
}

async function read(path: string, name: string, { size }: Stats): Promise<Uint8Array> {
  if (size > MAX_BYTES) throw new UsageError(`${name} is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
  try {
    return await buffer(createReadStream(path));
  } catch (error) {
    throw new UsageError(`Cannot read ${name}: ${reasonOf(error as NodeJS.ErrnoException)}.`);
  }
}

/** UTF-8, and UTF-16 where a byte order mark says so: PowerShell writes it. The mark of UTF-8 stays, as in an editor's text. */
function decode(bytes: Uint8Array, name: string): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    const decoder = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true, ignoreBOM: !isUtf16 });
    const text = decoder.decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Not text: said below.
  }
  throw new UsageError(`${name} is not text in UTF-8.`);
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return code === 'ENOENT' ? 'there is no such file' : code === 'EACCES' ? 'you may not read it' : message;
}
