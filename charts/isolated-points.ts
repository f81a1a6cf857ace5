/**
 * Points of a line that have no neighbor. A line through one point alone has no
 * length and would be a speck; it is drawn as a short tick instead.
 */

interface OnLine {
  readonly value: number | null;
}

/** The line without its isolated points, and those. */
export function splitIsolated<P extends OnLine>(
  points: readonly P[],
): {
  joined: (P | (P & { readonly value: null }))[];
  isolated: (P & { readonly value: number })[];
} {
  const isolated = points.filter(
    (point, index): point is P & { readonly value: number } =>
      point.value !== null && points[index - 1]?.value == null && points[index + 1]?.value == null,
  );
  const isIsolated = new Set<P>(isolated);
  const joined = points.map((point) => (isIsolated.has(point) ? { ...point, value: null } : point));
  return { joined, isolated };
}

/** The symbol of an isolated point: a short stroke along the line that there is not. */
export function toTick(width = 10) {
  return {
    draw(context: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void }) {
      context.moveTo(-width / 2, 0);
      context.lineTo(width / 2, 0);
    },
  };
}
