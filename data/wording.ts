/**
 * Problems → sentences, once, for the terminal, the dataset page and a visitor's
 * own file. Each says where, what was found, what is wrong and what to write.
 */

import { nameCharacter, toSlug } from './parse-cell';
import type { FileIssue, Problem } from './problem';
import { suggest } from './suggest';

/** One or two sentences of plain text: `offers.csv, line 48, price: "2,40" is not a number. …` */
export function wordProblem(problem: Problem): string {
  const place = [
    problem.file,
    problem.line === null ? null : `line ${problem.line}`,
    problem.column,
  ].filter((part) => part !== null);
  return showHidden(`${place.join(', ')}: ${wordIssue(problem)}`);
}

/**
 * Text with a visible sign for each character that a terminal would obey or a reader would
 * not see: a cell may hold anything.
 */
function showHidden(text: string): string {
  return text.replace(HIDDEN, nameCharacter);
}

const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

function wordIssue(problem: Problem): string {
  const { issue, found } = problem;
  const quoted = quote(found ?? '');
  switch (issue.rule) {
    case 'missing-value':
      return `the cell is blank, and this column needs a value. ${
        issue.allowed === null
          ? 'If the value is unknown, leave the row out.'
          : listAllowed(issue.allowed)
      }`;
    case 'outer-space':
      return `${quoted} begins or ends with a space or line end. Write ${quote((found ?? '').trim())}.`;
    case 'forbidden-character':
      return `${quoted} contains ${issue.character}, a character that does not belong in text. Remove it.`;
    case 'not-a-number':
      return `${quoted} is not a number. ${adviseOnNumber(found ?? '')}`;
    case 'not-a-whole-number':
      return `${quoted} is not a whole number. Write it without decimals.`;
    case 'inexact-number':
      return `${quoted} has more digits than are kept. Round it to at most 15.`;
    case 'too-small':
      return `${quoted} is less than ${issue.min}. Check the figure and its unit.`;
    case 'too-large':
      return `${quoted} is more than ${issue.max}. Check the figure and its unit.`;
    case 'not-a-date':
      return `${quoted} is not a date. ${adviseOnDate(issue.precision)}`;
    case 'absurd-date':
      return `${quoted} names a year before ${issue.first} or after ${issue.last}. Correct the year.`;
    case 'not-a-slug':
      return `${quoted} is not a short name. ${adviseOnSlug(found ?? '')}`;
    case 'not-an-address':
      return `${quoted} is not a web address. Write it in full, from https:// on.`;
    case 'not-a-public-address':
      return `${quoted} is no public web address. Write it without a name and password, and with the name of a public host.`;
    case 'wrong-form':
      return issue.example === null
        ? `${quoted} does not have the form this column asks for. Compare it with its neighbors.`
        : `${quoted} does not have the form this column asks for. Write it like ${quote(issue.example)}.`;
    case 'unknown-value':
      return `${quoted} is not one of the allowed values. ${adviseOnValue(found ?? '', issue.allowed)}`;
    case 'duplicate-key':
      return `${quoted} is already on line ${issue.firstLine}. Keep one of the two rows.`;
    case 'unknown-reference':
      return `${quoted} is not in ${issue.to}.csv. ${
        issue.suggestion === null
          ? `Add it there first, or correct it here.`
          : `Did you mean ${quote(issue.suggestion)}?`
      }`;
    case 'check':
      return `${quoted}: ${issue.says}. ${issue.advice}`;
    case 'upstream':
    case 'vanished':
      return `${found === null ? issue.says : `${quoted} ${issue.says}`}. ${issue.advice}`;
    default:
      return wordFileIssue(issue, found);
  }
}

function wordFileIssue(issue: FileIssue, found: string | null): string {
  switch (issue.rule) {
    case 'missing-file':
      return `there is no such file${found === null ? '' : ` at ${found}`}. Add it, or take the dataset out of the registry.`;
    case 'empty-file':
      return 'the file is empty. It needs at least a header with the column names.';
    case 'wrong-encoding':
      return `the file is not UTF-8 text${issue.looksLike ? `; it looks like ${issue.looksLike}` : ''}. Save it as “CSV UTF-8”.`;
    case 'not-csv':
      return `this is not a CSV; it looks like ${issue.looksLike}. Export the table as “CSV UTF-8”.`;
    case 'wrong-separator':
      return `the cells are separated by ${nameSeparator(found)}. Separate them by commas.`;
    case 'broken-quote':
      return `the quotation marks do not match from here on: ${clip(found ?? '')}. Close the cell with one mark, and write a mark inside it twice. Reading stopped here.`;
    case 'missing-column':
      return 'the header lacks this column. Add it; the order of columns is free.';
    case 'unknown-column':
      return `the header has an unknown column ${quote(found ?? '')}. ${
        issue.suggestion === null ? 'Remove it.' : `Did you mean ${quote(issue.suggestion)}?`
      }`;
    case 'duplicate-column':
      return 'the header names this column more than once. Keep one of them.';
    case 'ragged-row':
      return `the row has ${countCells(issue.actual)}, the header has ${issue.expected}. ${
        issue.actual > issue.expected
          ? 'Put cells that contain a comma in quotation marks.'
          : 'Keep the commas of blank cells.'
      }`;
  }
}

function adviseOnNumber(found: string): string {
  const plain = found.replace(/[$€£%\s']/g, '');
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) && !/^-?0,/.test(plain)) {
    const english = plain.replaceAll(',', '');
    const isGrouped = plain.split(',').length > 2 || plain.includes('.');
    return isGrouped
      ? `Write ${english}, without grouping.`
      : `Write ${english} without grouping, or ${plain.replace(',', '.')} with a point as the decimal mark.`;
  }
  if (/^-?\d+,\d+$/.test(plain)) return 'Use a point as the decimal mark.';
  if (/^-?\d+(\.\d+)?$/.test(plain) && plain !== found && !/^-?0\d/.test(plain)) {
    return `Write ${plain}, without units or grouping.`;
  }
  if (/^[-+]?\d*\.?\d+(e[-+]?\d+)?$/i.test(plain)) {
    const value = Number(plain);
    if (Number.isFinite(value) && /^-?\d+(\.\d+)?$/.test(String(value))) return `Write ${value}.`;
  }
  return 'Write digits only, with a point as the decimal mark, such as 1234.5.';
}

function adviseOnDate(precision: 'day' | 'partial'): string {
  return precision === 'day'
    ? 'Write year, month and day, such as 2023-02-23.'
    : 'Write 2023-02-23, or 2023-02 or 2023 where the source says no more.';
}

function adviseOnSlug(found: string): string {
  const slug = toSlug(found);
  const rule = 'Use small letters, digits and single hyphens';
  return slug === '' ? `${rule}.` : `${rule}: ${quote(slug)}.`;
}

function adviseOnValue(found: string, allowed: readonly string[]): string {
  const near = suggest(found, allowed);
  const list = listAllowed(allowed);
  return near === null ? list : `Did you mean ${quote(near)}? ${list}`;
}

function listAllowed(allowed: readonly string[]): string {
  return `Allowed: ${allowed.map(quote).join(', ')}.`;
}

function nameSeparator(found: string | null): string {
  if (found === '\t') return 'tabs';
  return found === ';' ? 'semicolons' : quote(found ?? '');
}

function countCells(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}

const LONGEST_QUOTE = 80;

function quote(text: string): string {
  return `"${clip(text)}"`;
}

/** Found text on one line; a cell may hold a whole page. */
function clip(text: string): string {
  const line = text.replaceAll('\n', '⏎').replaceAll('\t', '⇥');
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}
