/**
 * What can be wrong with a CSV, as values. Reading and checking collect problems;
 * `data/wording.ts` words them once, for the terminal, for the dataset page and
 * for a visitor's own file alike.
 */

/** Something wrong with one cell, found without looking at any other cell. */
export type CellIssue =
  | { readonly rule: 'missing-value'; readonly allowed: readonly string[] | null }
  | { readonly rule: 'outer-space' }
  | { readonly rule: 'forbidden-character'; readonly character: string }
  | { readonly rule: 'not-a-number' }
  | { readonly rule: 'not-a-whole-number' }
  | { readonly rule: 'inexact-number' }
  | { readonly rule: 'too-small'; readonly min: number }
  | { readonly rule: 'too-large'; readonly max: number }
  | { readonly rule: 'not-a-date'; readonly precision: 'day' | 'partial' }
  | { readonly rule: 'absurd-date'; readonly first: number; readonly last: number }
  | { readonly rule: 'not-a-slug' }
  | { readonly rule: 'not-an-address' }
  | { readonly rule: 'not-a-public-address' }
  | { readonly rule: 'wrong-form'; readonly example: string | null }
  | { readonly rule: 'unknown-value'; readonly allowed: readonly string[] };

/** Something wrong with a whole file or its header. */
export type FileIssue =
  | { readonly rule: 'missing-file' }
  | { readonly rule: 'empty-file' }
  | { readonly rule: 'wrong-encoding'; readonly looksLike: string | null }
  | { readonly rule: 'not-csv'; readonly looksLike: string }
  | { readonly rule: 'wrong-separator' }
  | { readonly rule: 'broken-quote' }
  | { readonly rule: 'missing-column' }
  | { readonly rule: 'unknown-column'; readonly suggestion: string | null }
  | { readonly rule: 'duplicate-column' }
  | { readonly rule: 'ragged-row'; readonly expected: number; readonly actual: number };

/** Something wrong between rows or tables. */
type RowIssue =
  | { readonly rule: 'duplicate-key'; readonly firstLine: number }
  | {
      readonly rule: 'unknown-reference';
      readonly to: string;
      readonly suggestion: string | null;
    }
  | {
      readonly rule: 'check';
      readonly check: string;
      readonly says: string;
      readonly advice: string;
    };

/** Something wrong with a publisher's own file, which follows no contract of ours. */
interface UpstreamIssue {
  readonly rule: 'upstream';
  /** What is wrong, as a clause behind the text found, or as a sentence of its own. */
  readonly says: string;
  /** What was expected, or what to do, as a sentence. */
  readonly advice: string;
}

/**
 * Something that the published data have and the new data seem to have lost: by a
 * file cut short, a filter, a slip of the decimal point. Of all issues this one may be
 * meant; whoever means it says why, and it is no problem then.
 */
interface VanishedIssue {
  readonly rule: 'vanished';
  /** What is missing, as a clause behind the text found, or as a sentence of its own. */
  readonly says: string;
  /** What to do, as a sentence. */
  readonly advice: string;
}

export type Issue = CellIssue | FileIssue | RowIssue | UpstreamIssue | VanishedIssue;

export interface Problem {
  readonly dataset: string;
  /** The file as the person at the keyboard would name it. */
  readonly file: string;
  /** 1 is the header; null when the whole file is meant. */
  readonly line: number | null;
  readonly column: string | null;
  /** The text found, exactly; null when nothing was there to find. */
  readonly found: string | null;
  readonly issue: Issue;
}

/** Whether the problem may be meant, and goes away with a reason. */
export function isVanished({ issue }: Problem): boolean {
  return issue.rule === 'vanished';
}
