/** `/snapshots.json`: the kept snapshots; with `from` and `to`, what changed between two. */
import { named, type Query, readAddress } from '@/address/parameters';
import { compareSnapshots, listSnapshots } from '@/catalog/snapshots';
import type { KeptSnapshot } from '@/db/kept-snapshots';
import { answerWrongParameters } from '../answer';
import { toJsonText } from '../document-answer';

export function writeSnapshots(query: Query): string | Response {
  const snapshots = listSnapshots();
  if (query.from === undefined && query.to === undefined) {
    return toJsonText({ snapshots: snapshots.map(toEntry) });
  }
  const kept = { ...named(snapshots, ({ id }) => id, undefined), required: true as const };
  const { values, problems } = readAddress({ from: kept, to: kept }, query);
  const { from, to } = values;
  if (!from || !to) return answerWrongParameters(problems);
  const { older, newer, changes } = compareSnapshots(from, to);
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
