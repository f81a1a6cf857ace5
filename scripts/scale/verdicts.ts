/** What was measured next to what was wanted, as one table in Markdown. */

export interface Verdict {
  readonly measure: string;
  readonly goal: string;
  readonly seen: string;
  /** null: told only. */
  readonly passed: boolean | null;
}

type Goal = { readonly most: number } | { readonly least: number } | { readonly exactly: number };

/** Judges a number; without a goal it is told only. NaN passes nothing. */
export function judge(measure: string, seen: number, goal: Goal | null, unit = ''): Verdict {
  const write = (figure: number) =>
    unit === '%' ? `${toText(figure)}%` : `${toText(figure)}${unit && ` ${unit}`}`;
  return {
    measure,
    goal: goal ? writeGoal(goal, write) : '',
    seen: write(seen),
    passed: goal && isReached(goal, seen),
  };
}

function writeGoal(goal: Goal, write: (figure: number) => string): string {
  if ('most' in goal) return `≤ ${write(goal.most)}`;
  return 'least' in goal ? `≥ ${write(goal.least)}` : write(goal.exactly);
}

function isReached(goal: Goal, seen: number): boolean {
  if ('most' in goal) return seen <= goal.most;
  return 'least' in goal ? seen >= goal.least : seen === goal.exactly;
}

const toText = (figure: number): string =>
  figure.toLocaleString('en-US', { maximumFractionDigits: Math.abs(figure) < 100 ? 2 : 0 });

export function toMarkdown(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ measure, goal, seen, passed }) => [
    ...[measure, goal, seen],
    passed === null ? '' : passed ? 'pass' : 'FAIL',
  ]);
  const all = [['measure', 'goal', 'seen', ''], ...rows];
  const widths = [0, 1, 2, 3].map((at) => Math.max(3, ...all.map((row) => row[at]?.length ?? 0)));
  const lines = all.map(
    (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`,
  );
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
