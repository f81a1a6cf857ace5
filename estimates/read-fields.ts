/** The fields of a form → ranges. A field that cannot be read keeps the figure it began with. */
import {
  type AssumptionRanges,
  type EstimateModel,
  listUsed,
  type Range,
  type Ways,
} from './model';
import { parseRange, type RangeIssue } from './parse-range';

interface ReadFields {
  readonly ranges: AssumptionRanges;
  /** By assumption; only those that these methods use. */
  readonly issues: Readonly<Record<string, RangeIssue>>;
}

export function readFields(
  model: EstimateModel,
  ways: Ways,
  texts: Readonly<Record<string, string>>,
  fallback: AssumptionRanges,
): ReadFields {
  const ranges: Record<string, Range> = { ...fallback };
  const issues: Record<string, RangeIssue> = {};
  for (const name of listUsed(model, ways)) {
    const text = texts[name];
    if (text === undefined) continue;
    const { range, issue } = parseRange(text, model.assumptions[name]!);
    if (range) ranges[name] = range;
    else issues[name] = issue;
  }
  return { ranges, issues };
}
