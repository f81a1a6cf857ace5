/**
 * The width of a text in Inter, from a table, because a server has no screen to
 * measure on. Widths are in thousandths of the font size, a little generous: a
 * label that is estimated too wide leaves air, one too narrow is cut.
 */

const NARROW = /[iljtfI.,:;'|!()[\]/ ]/;
const WIDE = /[mwMW@%–—×]/;
const UPPER = /[A-Z&$0-9+−<>=~#]/;

/** Width in pixels at the given font size; weight 600 is some 6% wider. */
export function measureText(text: string, fontSize: number, weight: 400 | 600 = 400): number {
  let thousandths = 0;
  for (const character of text) {
    if (NARROW.test(character)) thousandths += 310;
    else if (WIDE.test(character)) thousandths += 900;
    else if (UPPER.test(character)) thousandths += 670;
    else thousandths += 575;
  }
  return (thousandths / 1000) * fontSize * (weight === 600 ? 1.06 : 1);
}

/** Breaks a text into lines no wider than `width` pixels; a single long word keeps its line. */
export function wrapText(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measureText(longer, fontSize) > width) {
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
export function truncateText(text: string, width: number, fontSize: number): string {
  if (measureText(text, fontSize) <= width) return text;
  let cut = text;
  while (cut.length > 1 && measureText(`${cut}…`, fontSize) > width) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

/**
 * Cuts texts to fit, each to its own width. Those that would read alike lose their
 * middle instead of their end: "Intel D…2023)" and "Intel D…2024)".
 */
export function truncateApart(
  texts: readonly { readonly text: string; readonly width: number }[],
  fontSize: number,
): string[] {
  const cut = texts.map(({ text, width }) => truncateText(text, width, fontSize));
  return cut.map((short, index) => {
    const { text, width } = texts[index]!;
    const isAlike = cut.some((other, at) => other === short && texts[at]!.text !== text);
    return isAlike ? cutMiddle(text, width, fontSize) : short;
  });
}

function cutMiddle(text: string, width: number, fontSize: number): string {
  const toShort = (kept: number) =>
    `${text.slice(0, Math.ceil(kept / 2)).trimEnd()}…${text.slice(text.length - Math.floor(kept / 2)).trimStart()}`;
  let kept = text.length - 1;
  while (kept > 1 && measureText(toShort(kept), fontSize) > width) kept -= 1;
  return toShort(kept);
}
