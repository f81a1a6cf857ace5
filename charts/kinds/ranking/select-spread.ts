/** Which entries stay where not all have room, so that those left stand for the whole. */

/**
 * `count` of the entries in their order. Each group keeps some as long as there are
 * enough for all; within a group they lie evenly between its first and last, because
 * the first alone would be its largest.
 */
export function selectSpread<E extends { readonly group?: string }>(
  entries: readonly E[],
  count: number,
): E[] {
  if (count >= entries.length) return [...entries];
  const groups = new Map<string | undefined, E[]>();
  for (const entry of entries) {
    const members = groups.get(entry.group);
    if (members) members.push(entry);
    else groups.set(entry.group, [entry]);
  }
  const quotas = new Map([...groups.keys()].map((group) => [group, 0]));
  for (let left = count; left > 0; ) {
    for (const [group, members] of groups) {
      const quota = quotas.get(group)!;
      if (left === 0 || quota === members.length) continue;
      quotas.set(group, quota + 1);
      left -= 1;
    }
  }
  const kept = new Set(
    [...groups].flatMap(([group, members]) => pick(members, quotas.get(group)!)),
  );
  return entries.filter((entry) => kept.has(entry));
}

function pick<E>(members: readonly E[], count: number): E[] {
  if (count === 1) return [members[Math.floor(members.length / 2)]!];
  const step = (members.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, index) => members[Math.round(index * step)]!);
}
