/**
 * The width of a text in Inter, from a table of its advances, because a server has no screen
 * to measure on. A little generous: a label that is estimated too wide leaves air, one too
 * narrow is cut.
 */
import table from './inter-advances.json' with { type: 'json' };

/** The characters of each weight, by their advance in thousandths of the font size. */
const advances = {
  400: toAdvances(table[400]),
  600: toAdvances(table[600]),
};

function toAdvances(charactersByAdvance: object): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(charactersByAdvance).flatMap(([advance, characters]) =>
      [...String(characters)].map((character) => [character, Number(advance)] as const),
    ),
  );
}

/** Accents and marks of direction, which take no room of their own. */
const TAKES_NO_ROOM = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** An ideograph's, and any character's whose advance is not in the table. */
const FULL_ADVANCE = 1000;

/** Some pairs stand up to 1.3% wider apart than their advances add up to. */
const ALLOWANCE = 1.013;

/** Width in pixels at the given font size, never less than Inter takes. */
export function measureText(text: string, fontSize: number, weight: 400 | 600 = 400): number {
  let thousandths = 0;
  for (const character of text) {
    const advance = advances[weight].get(character);
    thousandths += advance ?? (TAKES_NO_ROOM.test(character) ? 0 : FULL_ADVANCE);
  }
  return (thousandths / 1000) * fontSize * ALLOWANCE;
}

/** The characters that Inter has no drawing of, each once: ideographs, emoji. */
export const listUnknownLetters = (text: string): string[] =>
  [...new Set(text)].filter(
    (one) => !advances[400].has(one) && !TAKES_NO_ROOM.test(one) && !/\s/.test(one),
  );

/** Breaks a text into lines no wider than `width` pixels; a single long word keeps its line. */
export function wrapText(
  text: string,
  width: number,
  fontSize: number,
  weight: 400 | 600 = 400,
): string[] {
  const lines: string[] = [];
  let line = '';
  // A space that does not break holds words together.
  for (const word of text.split(/[^\S\u00a0]+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measureText(longer, fontSize, weight) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line) lines.push(line);
  return lines;
}

/** Cuts a text to fit, with an ellipsis; unchanged where it fits. */
export function truncateText(
  text: string,
  width: number,
  fontSize: number,
  weight: 400 | 600 = 400,
): string {
  if (measureText(text, fontSize, weight) <= width) return text;
  let cut = text;
  while (cut.length > 1 && measureText(`${cut}…`, fontSize, weight) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

/**
 * Cuts texts to fit, each to its own width. Those that would read alike lose their
 * middle instead of their end: "Intel D…2023)" and "Intel D…2024)".
 */
export function truncateApart(
  texts: readonly { readonly text: string; readonly width: number }[],
  fontSize: number,
  weight: 400 | 600 = 400,
): string[] {
  const cut = texts.map(({ text, width }) => truncateText(text, width, fontSize, weight));
  return cut.map((short, index) => {
    const { text, width } = texts[index]!;
    const isAlike = cut.some((other, at) => other === short && texts[at]!.text !== text);
    return isAlike ? cutMiddle(text, width, fontSize, weight) : short;
  });
}

/** The names of what is cut, whole, as options of the mark that shows them: a tooltip of its own. */
export const nameInFull = (shown: readonly string[], whole: readonly string[]) => ({
  title: (_: unknown, index: number) => (shown[index] === whole[index] ? null : whole[index]),
});

function cutMiddle(text: string, width: number, fontSize: number, weight: 400 | 600): string {
  const toShort = (kept: number) =>
    `${text.slice(0, Math.ceil(kept / 2)).trimEnd()}…${text.slice(text.length - Math.floor(kept / 2)).trimStart()}`;
  let kept = text.length - 1;
  while (kept > 1 && measureText(toShort(kept), fontSize, weight) > width) kept -= 1;
  return toShort(kept);
}
