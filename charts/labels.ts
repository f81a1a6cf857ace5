/** Direct labels: where to put them so that they don't touch. */

/**
 * Moves labels apart by as little as possible in total, keeping their order and
 * the bounds. `gap` is the room that a label takes, the same for all or one each;
 * the bounds hold the middles of the smallest. Neighbors that collide share their
 * displacement (pool adjacent violators). Where the bounds are too tight for all,
 * labels draw closer together. Returns the middles in the order given.
 */
export function spreadLabels(
  wanted: readonly number[],
  { gap, min, max }: { gap: number | readonly number[]; min: number; max: number },
): number[] {
  const asked = typeof gap === 'number' ? wanted.map(() => gap) : gap;
  const needed = asked.reduce((sum, one) => sum + one, 0) - Math.min(...asked);
  const shrink = needed > max - min ? (max - min) / needed : 1;
  const room = asked.map((one) => one * shrink);
  const least = Math.min(...room);
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
  // A block of touching labels is placed by the mean of its members' wishes, each
  // corrected for its place within the block.
  const blocks: Block[] = [];
  const edge = (index: number) => (room[index]! - least) / 2;
  /** Where the first member stands. */
  const toTop = ({ members, offsets, sum }: Block) => {
    const highest = min + edge(members[0]!);
    const lowest = max - edge(members.at(-1)!) - offsets.at(-1)!;
    return Math.min(Math.max(sum / members.length, highest), lowest);
  };
  const between = (a: number, b: number) => (room[a]! + room[b]!) / 2;
  for (const index of order) {
    let block: Block = { members: [index], offsets: [0], sum: wanted[index]! };
    for (let above = blocks.at(-1); above; above = blocks.at(-1)) {
      const step = above.offsets.at(-1)! + between(above.members.at(-1)!, block.members[0]!);
      if (toTop(above) + step <= toTop(block)) break;
      blocks.pop();
      block = {
        members: [...above.members, ...block.members],
        offsets: [...above.offsets, ...block.offsets.map((offset) => offset + step)],
        sum: above.sum + block.sum - block.members.length * step,
      };
    }
    blocks.push(block);
  }
  const positions = new Array<number>(wanted.length);
  for (const block of blocks) {
    block.members.forEach((member, place) => {
      positions[member] = toTop(block) + block.offsets[place]!;
    });
  }
  return positions;
}

interface Block {
  readonly members: readonly number[];
  /** Distances from the first member. */
  readonly offsets: readonly number[];
  readonly sum: number;
}
