/**
 * What a reader marks on any chart by its address: what is to stand out, and notes of their own.
 * `note=2024-Q1:Blackwell announced` names a place and, behind a colon, words. Both change how
 * figures are drawn, never figures, findings or the page that search engines list.
 */
import { toPlainText } from '@/data/parse-cell';
import { LINE_BREAK, listParameters, writeAddress } from './href';
import { type Parameter, someOf } from './parameters';
import { MARK_PARAMETERS } from './trends';
import { shorten } from './word-problem';

export const MOST_NOTES = 5;
export const LONGEST_NOTE = 120;

/** Where a note stands: as addresses spell it, for people, and what of the chart is there. */
export interface NotePlace {
  readonly place: string;
  readonly label: string;
  readonly at: readonly string[];
}

export interface Note extends NotePlace {
  readonly text: string;
}

const MEANINGS = {
  focus: 'What stands out while the rest steps back in gray.',
  note: `A reader’s note: a period or the name of a row, a colon and words, at most ${LONGEST_NOTE} characters; up to ${MOST_NOTES} of them.`,
} as const;

/** As the API describes it; what may stand out depends on the chart. */
export const noteSchema = {
  type: 'array',
  maxItems: MOST_NOTES,
  items: { type: 'string' },
} as const;

export const noteMeaning = MEANINGS.note;

/** The marks of a chart that shows `names`; `find` reads a place, null: the chart has none such. */
export function declareMarks(
  names: readonly { readonly id: string; readonly label: string }[],
  find: (text: string) => NotePlace | null,
): { focus: Parameter<readonly string[] | null>; note: Parameter<readonly Note[]> } {
  const ids = names.map(({ id }) => id);
  const labels = Object.fromEntries(names.map(({ id, label }) => [id, label]));
  return {
    focus: someOf(ids, { meaning: MEANINGS.focus, allowed: ids, labels, kind: 'series' }),
    note: {
      meaning: MEANINGS.note,
      schema: noteSchema,
      allowed: HOW,
      // A form sends the place and the words under one name; words left out ask for nothing.
      readsEmpty: true,
      read: (texts) => readNotes(texts, find),
    },
  };
}

const HOW = 'Write a period or a row, a colon and your words: “2024-Q1:Blackwell announced”.';

function readNotes(
  texts: readonly string[],
  find: (text: string) => NotePlace | null,
): ReturnType<Parameter<readonly Note[]>['read']> {
  const notes: Note[] = [];
  const wrong: { found: string; said: string }[] = [];
  for (const [place, words] of listPairs(texts)) {
    const whole = toPlainText(words);
    const asked = toPlainText(place);
    const found = `${asked}:${whole}`;
    const [spot, text] = [find(asked), [...whole].slice(0, LONGEST_NOTE).join('').trimEnd()];
    const isThere = notes.some((one) => one.text === text && one.place === spot?.place);
    if (whole === '' || asked === '') wrong.push({ found, said: HOW });
    else if (!spot) wrong.push({ found, said: wordUnknown(asked) });
    else if (notes.length === MOST_NOTES) wrong.push({ found, said: wordTooMany(found) });
    else if (!isThere) {
      notes.push({ ...spot, text });
      if (text.length < whole.length) wrong.push({ found, said: TOO_LONG });
    }
  }
  const said = [...new Set(wrong.map((one) => one.said))].slice(0, MOST_NOTES).join(' ');
  return {
    value: notes,
    text: writeNotes(notes),
    wrong: wrong.length > 0 ? [wrong.map((one) => one.found).join(', ')] : [],
    ...(said && { said }),
  };
}

/** Notes as one value of an address; empty for none. */
export const writeNotes = (notes: readonly Note[]): string =>
  notes.map(({ place, text }) => `${place}:${text}`).join(LINE_BREAK);

/** Places with their words: "2024-Q1:words", or as a form sends them, "2024-Q1:" and "words". */
function listPairs(texts: readonly string[]): [place: string, words: string][] {
  const pairs: [string, string][] = [];
  let waiting: string | null = null;
  for (const text of texts.flatMap((one) => one.split(/[\r\n]+/))) {
    if (waiting !== null) {
      if (text.trim() !== '') pairs.push([waiting, text]);
      waiting = null;
      continue;
    }
    const [, place = '', words = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
    if (place.trim() !== '' && words.trim() === '') waiting = place;
    else if (text.trim() !== '') pairs.push(place === '' ? [text, ''] : [place, words]);
  }
  return waiting === null ? pairs : [...pairs, [waiting, '']];
}

const wordUnknown = (place: string) =>
  `No note at “${shorten(place)}”: this chart does not show it. Use a period or a row of the chart.`;

const wordTooMany = (found: string) =>
  `Only ${MOST_NOTES} notes fit. Left out: “${shorten(found)}”.`;

const TOO_LONG = `A note has at most ${LONGEST_NOTE} characters. The rest was left out.`;

/** The address without a reader’s marks: what of it is ours to be found and listed. */
export function withoutMarks(href: string): string {
  const [path = ''] = href.split('?', 1);
  const kept = listParameters(href).filter(([name]) => !isMark(name));
  return writeAddress(path, kept);
}

const isMark = (name: string): boolean => (MARK_PARAMETERS as readonly string[]).includes(name);
