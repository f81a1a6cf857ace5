/** Marks that tell groups apart where colors repeat. */

/** Of about equal weight, filled or hollow. */
const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'star', 'wye'] as const;

export type SymbolName = (typeof SYMBOLS)[number];

/** By group: a circle, and for each further group of one color the next mark. */
export function assignSymbols(
  groups: readonly { readonly id: string; readonly color: string }[],
): ReadonlyMap<string, SymbolName> {
  const used = new Map<string, number>();
  return new Map(
    groups.map(({ id, color }) => {
      const place = used.get(color) ?? 0;
      used.set(color, place + 1);
      return [id, SYMBOLS[place % SYMBOLS.length]!];
    }),
  );
}
