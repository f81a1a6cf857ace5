/** Direct labels: where to put them so that they don't touch. */

/**
 * Moves labels apart by as little as possible in total, keeping their order and
 * the bounds. Neighbours that collide share their displacement (pool adjacent
 * violators). Where the bounds are too tight for all, labels keep equal distances.
 * Returns the positions in the order given.
 */
export function spreadLabels(
  wanted: readonly number[],
  { gap, min, max }: { gap: number; min: number; max: number },
): number[] {
  const tightGap = wanted.length > 1 ? Math.min(gap, (max - min) / (wanted.length - 1)) : gap;
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
  // A block of n touching labels is placed by the mean of its members' wishes,
  // each corrected for its place within the block.
  const blocks: { members: number[]; sum: number }[] = [];
  const topOf = ({ members, sum }: { members: number[]; sum: number }) => {
    const last = max - (members.length - 1) * tightGap;
    return Math.min(Math.max(sum / members.length, min), last);
  };
  for (const index of order) {
    let block = { members: [index], sum: wanted[index]! };
    let above = blocks.at(-1);
    while (above && topOf(above) + above.members.length * tightGap > topOf(block)) {
      blocks.pop();
      block = {
        members: [...above.members, ...block.members],
        sum: above.sum + block.sum - block.members.length * above.members.length * tightGap,
      };
      above = blocks.at(-1);
    }
    blocks.push(block);
  }
  const positions = new Array<number>(wanted.length);
  for (const block of blocks) {
    block.members.forEach((member, place) => {
      positions[member] = topOf(block) + place * tightGap;
    });
  }
  return positions;
}
