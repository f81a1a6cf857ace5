/**
 * Points of a line that have no neighbor. A line through one point alone has no
 * length and would be a speck; it is drawn as a short tick instead.
 */

interface OnLine {
  readonly value: number | null;
}

/** The line without its lone points, and those. */
export function splitLone<P extends OnLine>(
  points: readonly P[],
): { joined: (P | (P & { readonly value: null }))[]; lone: (P & { readonly value: number })[] } {
  const lone = points.filter(
    (point, index): point is P & { readonly value: number } =>
      point.value !== null && points[index - 1]?.value == null && points[index + 1]?.value == null,
  );
  const isLone = new Set<P>(lone);
  const joined = points.map((point) => (isLone.has(point) ? { ...point, value: null } : point));
  return { joined, lone };
}

/** The symbol of a lone point: a short stroke along the line that there is not. */
export function toTick(width = 10) {
  return {
    draw(context: { moveTo(x: number, y: number): void; lineTo(x: number, y: number): void }) {
      context.moveTo(-width / 2, 0);
      context.lineTo(width / 2, 0);
    },
  };
}
