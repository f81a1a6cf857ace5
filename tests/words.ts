/**
 * Words that nothing people read may use, with what to write: `banned-words.csv`, whose
 * patterns ignore case. Text is what stands in strings of more than one word and between
 * tags of the code, in prose of the documents, and in prose columns of the data. Code,
 * addresses and names in code spans keep their words.
 */
import { readFileSync } from 'node:fs';
import { createRowSplitter } from '@/data/split-rows';

interface BannedWord {
  readonly pattern: RegExp;
  readonly example: string;
  readonly write: string;
}

export const bannedWords: readonly BannedWord[] = readRows('tests/banned-words.csv').map(
  ({ pattern, example, write }) => ({
    pattern: new RegExp(pattern ?? '', 'i'),
    example: example ?? '',
    write: write ?? '',
  }),
);

/** What a text must not say: "… 49 finds here …: results". */
export function findBannedWords(text: string): string[] {
  const prose = toProse(text);
  return bannedWords.flatMap(({ pattern, write }) => {
    const found = pattern.exec(prose);
    if (!found) return [];
    const start = Math.max(0, found.index - 40);
    return [`…${prose.slice(start, found.index + found[0].length + 30)}…: ${write}`];
  });
}

/** Rows of a CSV file by its header. */
export function readRows(path: string): Record<string, string>[] {
  const rows: string[][] = [];
  createRowSplitter((cells) => rows.push(cells)).split(readFileSync(path, 'utf8'), true);
  const [header = [], ...rest] = rows;
  return rest.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ''])));
}

/** Prose of a text in Markdown: without code and placeholders, links without where they lead. */
const toProse = (markdown: string): string =>
  markdown
    .replaceAll(/`[^`]*`|\{[a-z_]+\}/g, '…')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/https?:\/\/\S+/g, '…');
