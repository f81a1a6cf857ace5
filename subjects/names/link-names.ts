/**
 * Names in a running text → links. Only whole words in their own spelling count:
 * "Apple" is the company, "apple" and "Apples" are not. Of two names at one place the
 * longer one wins, and a text links each page once.
 */

/** A name and where it leads. */
export interface KnownName {
  readonly text: string;
  readonly href: string;
}

/** A part of a text; null leads nowhere. */
export interface Piece {
  readonly text: string;
  readonly href: string | null;
}

export interface LinkOptions {
  /** Where several pages share a name, these are meant. */
  readonly preferred?: ReadonlySet<string>;
  /** Pages that are linked already; those linked here are added. */
  readonly linked?: Set<string>;
}

export type NameLinker = (text: string, options?: LinkOptions) => Piece[];

/** Two letters are as often something else: L2 is a cache, T4 a terminal. */
const SHORTEST = 3;

/** A linker for these names; of equal names the first is meant unless another is preferred. */
export function buildNameLinker(names: readonly KnownName[]): NameLinker {
  const hrefs = new Map<string, string[]>();
  for (const { text, href } of names) {
    if (text.length < SHORTEST) continue;
    const known = hrefs.get(text) ?? [];
    if (!known.includes(href)) hrefs.set(text, [...known, href]);
  }
  const longestFirst = [...hrefs.keys()].toSorted((a, b) => b.length - a.length);
  // "Meta-analysis" and "A100-hours" are words of their own.
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:${longestFirst.map(escapePattern).join('|')})(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`,
    'gu',
  );
  return (text, { preferred = new Set(), linked = new Set() } = {}) => {
    if (longestFirst.length === 0) return [{ text, href: null }];
    const pieces: Piece[] = [];
    let done = 0;
    for (const { 0: name, index } of text.matchAll(pattern)) {
      const all = hrefs.get(name)!;
      const href = all.find((one) => preferred.has(one)) ?? all[0]!;
      if (linked.has(href)) continue;
      linked.add(href);
      pieces.push({ text: text.slice(done, index), href: null }, { text: name, href });
      done = index + name.length;
    }
    return [...pieces, { text: text.slice(done), href: null }].filter((piece) => piece.text !== '');
  };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
