/** One measured figure next to its goal; a missed one is the bench's exit code. */

type Goal =
  | { readonly unit: string; readonly most: number }
  | { readonly unit: string; readonly least: number };

export function report(what: string, value: number, goal: Goal): void {
  const reached = 'most' in goal ? value <= goal.most : value >= goal.least;
  const wanted = 'most' in goal ? `at most ${goal.most}` : `at least ${goal.least}`;
  const shown = value < 10 ? value.toFixed(2) : value.toFixed(0);
  console.log(
    `${what}: ${shown} ${goal.unit} (goal ${wanted} ${goal.unit}${reached ? '' : ', MISSED'})`,
  );
  if (!reached) process.exitCode = 1;
}
