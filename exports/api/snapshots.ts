/** `/snapshots.json`: the kept snapshots; with `from` and `to`, what changed between two. */
import type { Query } from '@/address/parameters';
import { first } from '@/address/parameters';
import { compareSnapshots, listSnapshots } from '@/catalog/snapshots';
import type { KeptSnapshot } from '@/db/kept-snapshots';
import { answerWrongParameters } from '../answer';
import { toJsonText } from '../document-answer';

export function writeSnapshots(query: Query): string | Response {
  const snapshots = listSnapshots();
  const ids = snapshots.map(({ id }) => id);
  const asked = { from: first(query.from), to: first(query.to) };
  if (asked.from === undefined && asked.to === undefined) {
    return toJsonText({ snapshots: snapshots.map(toEntry) });
  }
  const problems = Object.entries(asked).flatMap(([parameter, found = '']) =>
    ids.includes(found) ? [] : [{ parameter, found, allowed: ids }],
  );
  if (problems.length > 0) return answerWrongParameters(problems);
  const find = (wanted: string | undefined) => snapshots.find(({ id }) => id === wanted)!;
  const { older, newer, changes } = compareSnapshots(find(asked.from), find(asked.to));
  return toJsonText({
    from: toEntry(older),
    to: toEntry(newer),
    datasets: changes.map((change) => ({
      ...change,
      rows_listed: change.rows.length,
    })),
  });
}

function toEntry({ id, published_at, collected_on, row_count, accepted }: KeptSnapshot) {
  return { id, published_at, collected_on, row_count, accepted };
}
