/** The rows that differ between two snapshots, by dataset and key. */
import type { SnapshotComparison } from '@/catalog/snapshots';
import { wordChanges } from '@/catalog/snapshots';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import type { ChangedRow, DatasetChanges } from '@/db/changes';
import { MISSING } from '@/units/format-value';
import type { CellValue } from '@/units/table';

export function ChangeList({
  comparison: { older, newer, changes },
}: {
  comparison: SnapshotComparison;
}) {
  if (changes.length === 0) {
    return (
      <p className="mt-4">
        No row differs between <code>{older.id}</code> and <code>{newer.id}</code>.
      </p>
    );
  }
  return changes.map((change) => <DatasetChange key={change.dataset} change={change} />);
}

function DatasetChange({ change }: { change: DatasetChanges }) {
  const contract: Contract | undefined = datasets.find(({ slug }) => slug === change.dataset);
  const count = change.added + change.changed + change.removed;
  return (
    <details className="mt-3 border-t pt-2" open={change.rows.length <= 20}>
      <summary className="cursor-pointer">
        <strong className="font-semibold">{contract?.title ?? change.dataset}</strong>:{' '}
        {wordChanges(change)}
      </summary>
      <p className="mt-1 text-sm">
        <a href={`/datasets/${change.dataset}`}>{change.dataset}</a>
        {count > change.rows.length &&
          ` · ${change.rows.length} of ${count.toLocaleString('en-US')} rows are listed; downloads of both snapshots hold all`}
      </p>
      <ul className="mt-2 grid gap-1 text-sm">
        {change.rows.map((row) => (
          <li key={`${row.change} ${row.key.join(' ')}`}>
            <span className="text-muted">{row.change}</span>{' '}
            <strong className="font-semibold">{row.key.join(', ')}</strong>
            {wordRow(row, contract)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The cells that differ; of an added or removed row, those that are not blank. */
function wordRow({ before, after }: ChangedRow, contract: Contract | undefined): string {
  const cells = after ?? before ?? {};
  const words = Object.keys(cells)
    .filter((name) => !contract?.key.includes(name))
    .flatMap((name) => {
      const label = contract?.columns[name]?.label ?? name;
      if (before && after) {
        const [old, now] = [before[name] ?? null, after[name] ?? null];
        return old === now ? [] : [`${label}: ${wordCell(old)} → ${wordCell(now)}`];
      }
      const value = cells[name] ?? null;
      return value === null ? [] : [`${label}: ${wordCell(value)}`];
    });
  return words.length > 0 ? `: ${words.join('; ')}` : '';
}

function wordCell(value: CellValue): string {
  if (value === null) return MISSING;
  const text = String(value);
  return text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text;
}

const LONGEST_CELL = 120;
