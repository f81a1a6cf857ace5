/** The snapshots that are kept, and what changed from one to another. */
import { LRUCache } from 'lru-cache';
import {
  listUnknownParameters,
  named,
  type ParameterProblem,
  type Query,
  readAddress,
} from '@/address/parameters';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { type ChangedRow, type DatasetChanges, listChanges } from '@/db/changes';
import { toDatabaseFile } from '@/db/connection';
import { type KeptSnapshot, listKeptSnapshots } from '@/db/kept-snapshots';
import { formatCount, MISSING } from '@/units/format-value';
import type { CellValue } from '@/units/table';

/** Rows listed for each kind of change and dataset; all are counted. */
const MOST_CHANGED_ROWS = 100;

/** The latest published first. */
export function listSnapshots(): KeptSnapshot[] {
  return listKeptSnapshots(toDatabaseFile());
}

export interface SnapshotComparison {
  readonly older: KeptSnapshot;
  readonly newer: KeptSnapshot;
  readonly changes: readonly DatasetChanges[];
}

// Files named by their content never change, so neither do their differences.
const known = new LRUCache<string, readonly DatasetChanges[]>({ max: 100 });

export function compareSnapshots(older: KeptSnapshot, newer: KeptSnapshot): SnapshotComparison {
  const key = `${older.path} ${newer.path}`;
  let changes = known.get(key);
  if (!changes) {
    changes = listChanges({
      older: older.path,
      newer: newer.path,
      datasets,
      most: MOST_CHANGED_ROWS,
    });
    known.set(key, changes);
  }
  return { older, newer, changes };
}

interface SnapshotsView {
  readonly snapshots: readonly KeptSnapshot[];
  /** Null while fewer than two are kept. */
  readonly comparison: SnapshotComparison | null;
  /** The one whose charts and tables are listed; null while none is kept. */
  readonly shown: KeptSnapshot | null;
  readonly corrections: readonly ParameterProblem[];
}

/** Reads `from` and `to`, by default the newest against the one before it, and `of`, by default the newest. */
export function getSnapshotsView(query: Query): SnapshotsView {
  const snapshots = listSnapshots();
  const corrections: ParameterProblem[] = [];
  const find = (parameter: string, fallback: KeptSnapshot | undefined) => {
    const snapshot = named(snapshots, ({ id }) => id, fallback);
    const { values, problems } = readAddress({ [parameter]: snapshot }, query);
    corrections.push(...problems);
    return values[parameter];
  };
  const newer = find('to', snapshots[0]);
  const older = find('from', snapshots[snapshots.findIndex(({ id }) => id === newer?.id) + 1]);
  const shown = find('of', snapshots[0]) ?? null;
  return {
    snapshots,
    shown,
    comparison: older && newer ? compareSnapshots(older, newer) : null,
    corrections: [...corrections, ...listUnknownParameters(query, ['from', 'to', 'of'])],
  };
}

/** Why rows that vanished, or figures that changed much, are right. */
export function wordAccepted(reason: string): string {
  return `Large changes accepted: ${reason}`;
}

/** "3 added, 1 changed" */
export function wordChanges({ added, changed, removed }: Omit<DatasetChanges, 'rows'>): string {
  const parts = [
    [added, 'added'],
    [changed, 'changed'],
    [removed, 'removed'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatCount(count)} ${word}`)
    .join(', ');
}

/** ": Share: 69% → 70%": the cells that differ; of an added or removed row, those that are not blank. */
export function wordRow({ before, after }: ChangedRow, contract: Contract | undefined): string {
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
