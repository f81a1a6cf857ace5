/** Marks that tell groups apart where colours repeat. */

/** Of about equal weight, filled or hollow. */
const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'star', 'wye'] as const;

export type SymbolName = (typeof SYMBOLS)[number];

/** By group: a circle, and for each further group of one colour the next mark. */
export function assignSymbols(
  groups: readonly { readonly id: string; readonly colour: string }[],
): ReadonlyMap<string, SymbolName> {
  const used = new Map<string, number>();
  return new Map(
    groups.map(({ id, colour }) => {
      const place = used.get(colour) ?? 0;
      used.set(colour, place + 1);
      return [id, SYMBOLS[place % SYMBOLS.length]!];
    }),
  );
}
