/** Lines with as few points as their size asks for. */
import type { Point } from './outlines';

/**
 * The line in whole pixels, without points that lie within `tolerance` pixels of what is left
 * (Ramer, Douglas, Peucker). What becomes a dot is dropped: an empty list.
 */
export function simplify(
  line: readonly Point[],
  { scale, origin, tolerance }: { scale: number; origin: Point; tolerance: number },
): [number, number][] {
  const scaled = line.map(([x, y]): Point => [x * scale + origin[0], y * scale + origin[1]]);
  const kept = keepCorners(scaled, tolerance).map(([x, y]): [number, number] => [
    Math.round(x),
    Math.round(y),
  ]);
  const whole = kept.filter(
    ([x, y], at) => at === 0 || x !== kept[at - 1]?.[0] || y !== kept[at - 1]?.[1],
  );
  const [xs, ys] = [whole.map(([x]) => x), whole.map(([, y]) => y)];
  const size = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  if (size < DOT) return [];
  return whole.length > 2 || (line.length < 4 && whole.length > 1) ? whole : [];
}

/** Pixels across which nobody sees as land. */
const DOT = 3;

function keepCorners(line: readonly Point[], tolerance: number): readonly Point[] {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 3) return line;
  let [farthest, most] = [0, 0];
  for (const [at, point] of line.entries()) {
    const distance = toDistance(point, first, last);
    if (distance > most) [farthest, most] = [at, distance];
  }
  if (most < tolerance) return [first, last];
  return [
    ...keepCorners(line.slice(0, farthest + 1), tolerance),
    ...keepCorners(line.slice(farthest), tolerance).slice(1),
  ];
}

/** From a point to the stretch between two others. */
function toDistance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const at = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - at * dx, y - y1 - at * dy);
}
