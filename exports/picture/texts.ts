/** The lines of text of a drawing, where they stand and in which type. */

export interface DrawnText {
  readonly text: string;
  /** The place of its anchor from the drawing's left edge, in its units. */
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly weight: 400 | 600;
  readonly isItalic: boolean;
}

type Style = Omit<DrawnText, 'text'> & { readonly name: string };

/**
 * Every line, in the order in which they are drawn. Reads what our own drawings are made of:
 * attributes that elements inherit, and moves to the side, but no turns, scales or styles.
 */
export function listDrawnTexts(svg: string): DrawnText[] {
  const found: DrawnText[] = [];
  const open: Style[] = [OUTERMOST];
  for (const [, end, name = '', attributes = '', isEmpty, text] of svg.matchAll(PIECE)) {
    if (text !== undefined) {
      const { name: within, ...style } = open.at(-1) ?? OUTERMOST;
      const isDrawn = within === 'text' || within === 'tspan';
      if (isDrawn && text !== '') found.push({ ...style, text: unescapeMarkup(text) });
    } else if (end) open.pop();
    else if (!isEmpty) open.push(inherit(open.at(-1) ?? OUTERMOST, name, attributes));
  }
  return found;
}

const OUTERMOST: Style = {
  ...{ name: '', x: 0, anchor: 'start', size: 16, weight: 400, isItalic: false },
};

/** A tag, its parts, or what stands between two. */
const PIECE = /<(\/?)([\w:]+)((?:\s[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;

function inherit(from: Style, name: string, attributes: string): Style {
  const read = (attribute: string) =>
    new RegExp(`\\s${attribute}="([^"]*)"`).exec(attributes)?.[1] ?? null;
  const [, moved = '0'] = /^translate\(([-\d.]+)/.exec(read('transform') ?? '') ?? [];
  const anchor = read('text-anchor');
  const isText = name === 'text' || name === 'tspan';
  return {
    name,
    // A line within a text says where it stands itself.
    x: from.x + Number(moved) + (isText ? Number(read('x') ?? 0) : 0),
    anchor: anchor === 'middle' || anchor === 'end' || anchor === 'start' ? anchor : from.anchor,
    size: Number(read('font-size') ?? from.size),
    weight: Number(read('font-weight') ?? from.weight) >= 600 ? 600 : 400,
    isItalic: (read('font-style') ?? (from.isItalic ? 'italic' : '')) === 'italic',
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#160': ' ', nbsp: '\u00a0' },
};

const unescapeMarkup = (text: string): string =>
  text.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
