/**
 * What a choice changes, said of a view that is still on its way: whoever makes a second
 * choice while the first is fetched wants both, though links and fields of the page know
 * only what it shows.
 */

/**
 * The query of `coming` with what `wanted` changes in `shown`. Values of one name belong
 * together; `chosen` names what was chosen even where it is as it was.
 */
export function carryOver(
  { shown, coming, wanted }: Readonly<Record<'shown' | 'coming' | 'wanted', URLSearchParams>>,
  chosen: readonly string[] = [],
): URLSearchParams {
  // Whoever chooses what is shown wants to stay.
  if (chosen.length === 0 && String(wanted) === String(shown)) return wanted;
  const both = new URLSearchParams(coming);
  for (const name of new Set([...shown.keys(), ...wanted.keys(), ...chosen])) {
    const values = wanted.getAll(name);
    const isSame = values.join('\n') === shown.getAll(name).join('\n');
    if (isSame && !chosen.includes(name)) continue;
    both.delete(name);
    for (const value of values) both.append(name, value);
  }
  return both;
}
