/**
 * Which assumption matters most: each moved alone from one end of its range to the
 * other, all others at their middle.
 */
import {
  type AssumptionRanges,
  type EstimateModel,
  isSingle,
  listUsed,
  toMidpoints,
  type Ways,
} from './model';

interface Swing {
  readonly assumption: string;
  /** Where the assumption was moved to. */
  readonly from: number;
  readonly to: number;
  /** The result at `from` and at `to`. */
  readonly at_from: number;
  readonly at_to: number;
  /** A single figure has no range and was moved by a tenth either way. */
  readonly isNudged: boolean;
}

interface Sensitivity {
  /** The result with every assumption at its middle. */
  readonly middle: number;
  /** Widest first; those that move nothing are left out. */
  readonly swings: readonly Swing[];
}

const NUDGE = 0.1;

export function listSwings(
  model: EstimateModel,
  ranges: AssumptionRanges,
  ways: Ways,
  result: string,
): Sensitivity {
  const middles = toMidpoints(ranges);
  const at = (name: string, value: number) =>
    model.estimate({ ...middles, [name]: value }, ways)[result]!;
  const swings = listUsed(model, ways)
    .map((assumption): Swing => {
      const isNudged = isSingle(ranges[assumption]!);
      const { from, to } = isNudged
        ? nudge(model, assumption, middles)
        : toEnds(ranges, assumption);
      return {
        assumption,
        from,
        to,
        at_from: at(assumption, from),
        at_to: at(assumption, to),
        isNudged,
      };
    })
    .filter(({ at_from, at_to }) => at_from !== at_to)
    .sort((a, b) => width(b) - width(a));
  return { middle: model.estimate(middles, ways)[result]!, swings };
}

const width = ({ at_from, at_to }: Swing): number => Math.abs(at_to - at_from);

const toEnds = (ranges: AssumptionRanges, name: string) => {
  const { low, high } = ranges[name]!;
  return { from: low, to: high };
};

/** A tenth down and up, but never to where the assumption makes no sense. */
function nudge({ assumptions }: EstimateModel, name: string, middles: Record<string, number>) {
  const { min, max } = assumptions[name]!;
  const middle = middles[name]!;
  return {
    from: Math.max(min, middle * (1 - NUDGE)),
    to: Math.min(max, middle * (1 + NUDGE)),
  };
}
