/** The words around a drawing, as lines that fit: above it what it finds, below it whose figures. */
import { measureText, truncateText, wrapText } from '@/charts/text-width';
import { toSafeWidth } from './room';
import { type PictureSize, SMALLEST_TYPE } from './size';
import type { PictureWords } from './words';

export interface Line {
  readonly part: 'title' | 'measure' | 'note' | 'foot';
  readonly text: string;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly color: 'ink' | 'muted';
  readonly weight: 400 | 600;
}

export const PAD = 20;
const TEXT = { title: 18, subtitle: 13, small: SMALLEST_TYPE } as const;
/** Lines below the drawing: notes, then whose figures they are and where they stand. */
const MOST_FOOT_LINES = 3;
const MOST_CARD_FOOT_LINES = 2;

/** `note`: what a reader must know before reading the drawing. */
export function layHead(
  { title, subtitle }: PictureWords,
  width: number,
  note: string | null,
  { height, isCard }: PictureSize,
) {
  const lines: Line[] = [];
  let y = PAD;
  for (const text of balance(title, width, TEXT.title)) {
    y += TEXT.title * 1.25;
    lines.push({ part: 'title', text, y: y - 4, size: TEXT.title, color: 'ink', weight: 600 });
  }
  const most = height === null ? Number.POSITIVE_INFINITY : isCard ? 1 : 2;
  const [sentence = '', ...more] = splitSentences(subtitle);
  const isLong = isCard && wrap(sentence, width, TEXT.subtitle).length > 1;
  const [first = ''] = isLong ? sentence.split(/(?=; )/) : [sentence];
  // What is measured is said in any case; the rest of the line as far as there is room.
  const measure = more.reduce((said, sentence) => {
    const longer = `${said} ${sentence}`;
    return wrap(longer, width, TEXT.subtitle).length <= most ? longer : said;
  }, first);
  for (const text of wrap(measure.replace(/;$/, '.'), width, TEXT.subtitle)) {
    y += TEXT.subtitle * 1.4;
    lines.push({
      part: 'measure',
      text,
      y: y - 3,
      size: TEXT.subtitle,
      color: 'muted',
      weight: 400,
    });
  }
  for (const text of note === null || isCard ? [] : wrap(note, width, TEXT.subtitle, 600)) {
    y += TEXT.subtitle * 1.4;
    lines.push({ part: 'note', text, y: y - 3, size: TEXT.subtitle, color: 'ink', weight: 600 });
  }
  return { lines, height: y + (isCard ? 6 : 12) };
}

export function layFoot(
  words: PictureWords,
  width: number,
  note: string | null,
  { isCard }: PictureSize,
) {
  const { sources, date, address } = words;
  // A card says how new it is, and leaves snapshot and license to its address.
  const [newest = ''] = date.split(BETWEEN);
  const pack = (wording: string) =>
    packLines(isCard ? [note ?? '', wording, newest, address] : [wording, date, address], width);
  // Fewer are named where all would take another line, or one of them more than a line.
  const packed = sources.map(pack);
  const most = isCard ? MOST_CARD_FOOT_LINES : MOST_FOOT_LINES;
  const fits = (lines: readonly string[]) =>
    lines.length <= most && lines.every((line) => !line.endsWith('…'));
  const own = (packed.find(fits) ?? packed.at(-1) ?? pack('')).slice(-MOST_FOOT_LINES);
  const notes = keepSentences(isCard ? [] : words.notes, MOST_FOOT_LINES - own.length, (text) =>
    wrap(text, width, TEXT.small),
  );
  const texts = [...notes, ...own];
  const above = isCard ? 6 : 14;
  const lines = texts.map(
    (text, index): Line => ({
      part: 'foot',
      text,
      y: above + (index + 1) * TEXT.small * 1.4 - 3,
      size: TEXT.small,
      color: 'muted',
      weight: 400,
    }),
  );
  return { lines, height: above + texts.length * TEXT.small * 1.4 + PAD - 4 };
}

/** Whose figures, how new, and where they stand, on as few lines as they fit. */
function packLines(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts.flatMap((text) => text.split(BETWEEN))) {
    if (part === '') continue;
    const longer = [...lines.slice(-1), part].join(BETWEEN);
    const room = toSafeWidth(width, PAD, TEXT.small);
    if (lines.length > 0 && measureText(longer, TEXT.small) <= room)
      lines[lines.length - 1] = longer;
    else lines.push(truncateText(part, room, TEXT.small));
  }
  return lines;
}

/** Whole texts one after the other, each as long as all of them take no more lines. */
function keepSentences(
  texts: readonly string[],
  most: number,
  toLines: (text: string) => string[],
): string[] {
  let kept: string[] = [];
  for (const text of texts) {
    const longer = toLines(`${kept.join(' ')} ${text}`.trim());
    if (longer.length <= most) kept = longer;
  }
  return kept;
}

const splitSentences = (text: string): string[] => text.split(/(?<=[.;]) (?=[A-Z])/);

const BETWEEN = ' · ';

/** Bold lines that fit, as few as possible and about equally long. */
function balance(text: string, width: number, size: number): string[] {
  const lines = wrap(text, width, size, 600);
  for (let narrower = width - STEP; narrower > width / 2; narrower -= STEP) {
    const tried = wrap(text, narrower, size, 600);
    if (tried.length > lines.length || tried.some((line) => line.endsWith('…'))) break;
    lines.splice(0, lines.length, ...tried);
  }
  return lines;
}

/** Units by which a title is tried narrower. */
const STEP = 8;

/** Lines that fit; a word longer than a line, such as an address, is cut with an ellipsis. */
function wrap(text: string, width: number, size: number, weight: 400 | 600 = 400): string[] {
  const room = toSafeWidth(width, PAD, size, weight);
  return wrapText(text.replace(COUNTED, '\u00a0'), room, size, weight).map((line) =>
    truncateText(line.replaceAll('\u00a0', ' '), room, size, weight),
  );
}

/** Between a number, which is no year, and what it counts: "$89 billion", "910 MW", ", %". */
const COUNTED = /(?<=\d)(?<!\b(?:19|20)\d\d) (?=\p{L})| (?=%)/gu;
