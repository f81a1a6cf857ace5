/**
 * The bytes of a visitor's file → its text, whatever wrote them: UTF-8, UTF-16, what older
 * programs of many countries save, or a sheet of an Excel workbook. Runs in the browser.
 */
import { analyse } from 'chardet';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/browser';
import { createPieceDecoder } from '@/data/decode-text';
import type { Problem } from '@/data/problem';
import { toOwnProblem } from './own-problem';

export interface OwnText {
  readonly name: string;
  /** With plain line ends; empty where there is a problem. */
  readonly text: string;
  /** How it was read: the name of an encoding, or null for UTF-8 and pasted text. */
  readonly encoding: string | null;
  /** The sheets of a workbook, of which `sheet` is read; none in other files. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** Trouble with the file itself. */
  readonly problem: Problem | null;
}

/** More would make the page slow before anything is drawn. */
const MOST_BYTES = 20_000_000;

/** What a visitor may say of how a file is read. */
export interface TextChoices {
  readonly encoding?: string;
  readonly sheet?: string;
}

/** Encodings that a visitor may choose where the bytes leave it open. */
export const encodings: readonly string[] = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'Shift_JIS',
  'GB18030',
  'Big5',
  'EUC-KR',
  'EUC-JP',
];

/** Pasted text, or the text of a file that is read already. */
export const toOwnText = (name: string, text: string): OwnText => ({
  name,
  text: text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'),
  encoding: null,
  sheets: [],
  sheet: null,
  problem: null,
});

export async function readOwnBytes(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  choices: TextChoices = {},
): Promise<OwnText> {
  const fail = (issue: Problem['issue']): OwnText => ({
    ...toOwnText(name, ''),
    problem: toOwnProblem(name, { issue }),
  });
  if (bytes.length > MOST_BYTES) {
    return fail({
      rule: 'upstream',
      says: `the file has ${Math.ceil(bytes.length / 1e6)} MB`,
      advice: `At most ${MOST_BYTES / 1e6} MB are read. Save the rows that you need.`,
    });
  }
  if (isWorkbook(bytes)) return (await readWorkbook(name, bytes, choices)) ?? fail(NO_WORKBOOK);
  const decoded = createPieceDecoder().decode(bytes, true);
  if (!decoded.issue && !choices.encoding) return toOwnText(name, decoded.text);
  if (decoded.issue && decoded.issue.rule !== 'wrong-encoding') return fail(decoded.issue);
  const encoding = choices.encoding ?? guessEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  return { ...toOwnText(name, text), encoding };
}

const isWorkbook = (bytes: Uint8Array) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

const NO_WORKBOOK = { rule: 'not-csv', looksLike: 'a ZIP archive without a workbook' } as const;

/** A sheet as CSV: the first that holds a table, or the one that is chosen. Null: no workbook. */
async function readWorkbook(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  { sheet: chosen }: TextChoices,
): Promise<OwnText | null> {
  try {
    const sheets = await readXlsxFile(new Blob([bytes]), { trim: false });
    const { sheet, data } =
      sheets.find((one) => one.sheet === chosen) ??
      sheets.find((one) => one.data.length > 1) ??
      sheets[0]!;
    const rows = data.map((cells) =>
      cells.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? ''))),
    );
    return {
      ...toOwnText(name, Papa.unparse(rows, { newline: '\n' })),
      sheets: sheets.map((one) => one.sheet),
      sheet,
    };
  } catch {
    return null;
  }
}

/**
 * A mark at the beginning decides; else the statistics of the bytes, as far as what they
 * make of a short file reads like words.
 */
function guessEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLED_BYTES);
  const rank = (name: string) => encodings.indexOf(name);
  const known = analyse(sample)
    .toSorted((a, b) => b.confidence - a.confidence || rank(a.name) - rank(b.name))
    .map(({ name }) => WIDER[name] ?? name);
  return [...known, ...encodings].find((name) => readsLikeWords(sample, name)) ?? encodings[0]!;
}

const SAMPLED_BYTES = 100_000;

/** Browsers read them by a wider encoding that contains them. */
const WIDER: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
};

/** Whether what is not ASCII becomes letters, for the most part; marks stand between words. */
function readsLikeWords(bytes: Uint8Array, encoding: string): boolean {
  try {
    const text = new TextDecoder(encoding).decode(bytes);
    const foreign = text.match(/[^\0-\x7f]/gu) ?? [];
    const odd = foreign.filter((one) => !/[\p{L}\p{Sc}\u3000-\u303f]/u.test(one) || HALF.test(one));
    return foreign.length > 0 && odd.length <= foreign.length * ODD_SHARE;
  } catch {
    // A browser does not know every encoding that there is.
    return false;
  }
}

/** Half-width signs of Japanese, as which much of what is not Japanese can be read. */
const HALF = /[\uff61-\uff9f]/;
const ODD_SHARE = 0.2;
