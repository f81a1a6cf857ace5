/**
 * Reads a CSV file from disk through `read-csv`, with a fingerprint of its text.
 * The one place where a dataset meets the file system.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type CsvReaderOptions, createCsvReader } from './read-csv';

interface CsvFileOptions extends CsvReaderOptions {
  readonly path: string;
  /** Called after each piece with its size in bytes. */
  readonly onBytes?: (count: number) => void;
  /** Asked after each piece; true ends the reading early. */
  readonly isEnough?: () => boolean;
}

/** Where a dataset's CSV lies below a data directory. */
export function toCsvPath(dataDirectory: string, datasetSlug: string): string {
  return join(dataDirectory, datasetSlug, `${datasetSlug}.csv`);
}

/**
 * Reads the whole file. Returns the SHA-256 of its text (no byte order mark, plain
 * line ends), or null when reading ended early. An absent file is a problem like
 * any other, and so is a file without a line break at its end, which is what one cut
 * short looks like; a file that cannot be read throws the system's error.
 */
export async function readCsvFile(options: CsvFileOptions): Promise<string | null> {
  const { path, contract, file = `${contract.slug}.csv`, onBytes, isEnough } = options;
  const handle = await openIfThere(path);
  if (!handle) {
    const issue = { rule: 'missing-file' } as const;
    options.onProblem({
      dataset: contract.slug,
      file,
      line: null,
      column: null,
      found: path,
      issue,
    });
    return null;
  }
  try {
    const hash = createHash('sha256');
    let ending = '\n';
    const reader = createCsvReader({
      ...options,
      onText(text) {
        hash.update(text);
        if (text !== '') ending = text;
      },
    });
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length);
      if (bytesRead === 0) break;
      const wantsMore = reader.push(buffer.subarray(0, bytesRead));
      onBytes?.(bytesRead);
      if (!wantsMore || isEnough?.()) return null;
    }
    reader.end();
    if (!ending.endsWith('\n')) {
      const found = ending.slice(ending.lastIndexOf('\n') + 1).slice(-SHOWN_ENDING);
      options.onProblem({
        dataset: contract.slug,
        file,
        line: null,
        column: null,
        found,
        issue: {
          rule: 'vanished',
          says: 'are the last characters, without a line break, so the file may be cut short',
          advice: 'Compare its last row with the source, and end it with a line break.',
        },
      });
    }
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}

const SHOWN_ENDING = 40;

// Large enough to make calls rare, small enough to stay in the processor's cache.
const PIECE_BYTES = 256 * 1024;

/** A pipe would wait for ever for somebody to write into it, and a folder cannot be read. */
async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    if (!(await stat(path)).isFile()) throw new Error('it is no file');
    return await open(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new Error(`Reading ${path} failed: ${REASONS[code ?? ''] ?? message}.`, { cause: error });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read it',
  ELOOP: 'its links lead in a circle',
  ENOTDIR: 'a part of its path is no folder',
};
