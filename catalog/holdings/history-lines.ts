/**
 * One organisation's figures over time in one family of sources: editions of the
 * index from its complete lists, every other family from its own history.
 */
import type { Point } from '@/charts/model';
import type { Contract } from '@/data/contract';
import { gpuHoldings } from '@/data/gpu-holdings/contract';
import { gpuHoldingsHistory } from '@/data/gpu-holdings-history/contract';
import type { HolderList, NamedHistory, NamedHolding } from '@/db/queries/holdings';
import { parsePeriod } from '@/units/period';
import { toEvidenceHref, toRowsHref } from '../evidence-address';
import { toFigureKind } from '../figure-kind';
import type { Factor } from './conversion';
import { splitCounted } from './exclusion';
import { ALL } from './filter';

export interface LineRequest {
  readonly organization: string;
  /** A chip, or `all` for their sum. */
  readonly chip: string;
  /** Whether accelerators are shown as they are counted. */
  readonly isCount: boolean;
  readonly convert: (chip: string) => Factor | null;
}

/**
 * What runs by each edition, oldest first; an edition without the organisation is
 * a gap. All chips together are asked only of editions that list more than one.
 */
export function buildIndexLine(
  editions: readonly { readonly list: HolderList; readonly rows: readonly NamedHolding[] }[],
  { organization, chip, isCount, convert }: LineRequest,
): Point[] {
  return editions
    .filter(({ rows }) => chip !== ALL || new Set(rows.map((row) => row.chip)).size > 1)
    .map(({ rows }): Point => {
      const day = rows[0]!.as_of;
      const own = splitCounted(rows).counted.filter(
        (row) =>
          row.organization === organization &&
          row.status === 'operational' &&
          (chip === ALL || row.chip === chip) &&
          convert(row.chip) !== null,
      );
      return {
        period: parsePeriod(day)!,
        value: own.length > 0 ? sum(own, (row) => row.accelerators, convert) : null,
        kind: 'estimate',
        source: own[0]?.source ?? null,
        evidence:
          own[0] &&
          toEvidence(gpuHoldings, own, isCount, {
            ...{
              organization,
              status: 'operational',
              family: own[0].family,
              edition: own[0].edition,
            },
            ...(chip === ALL ? {} : { chip }),
          }),
      };
    })
    .sort((a, b) => a.period.start.localeCompare(b.period.start));
}

/**
 * Figures of a history, oldest first. Summed over chips, a chip keeps its last
 * figure, because the only family that may be summed retires nothing.
 */
export function buildHistoryLine(
  history: readonly NamedHistory[],
  { organization, chip, isCount, convert }: LineRequest,
): Point[] {
  const own = history.filter(
    (row) =>
      row.organization === organization &&
      (chip === ALL || row.chip === chip) &&
      convert(row.chip) !== null,
  );
  const days = [...new Set(own.map(({ as_of }) => as_of))].sort();
  return days.map((day): Point => {
    const newest = new Map<string, NamedHistory>();
    for (const row of own) {
      const known = newest.get(row.chip);
      if (row.as_of <= day && (!known || known.as_of <= row.as_of)) newest.set(row.chip, row);
    }
    const rows = [...newest.values()];
    const ranged = rows.some(({ accelerators_low }) => accelerators_low !== null);
    const end = (read: (row: NamedHistory) => number | null) =>
      ranged ? sum(rows, (row) => read(row) ?? row.accelerators, convert) : null;
    const sources = new Set(rows.map(({ source }) => source));
    return {
      period: parsePeriod(day)!,
      value: sum(rows, (row) => row.accelerators, convert),
      low: end((row) => row.accelerators_low),
      high: end((row) => row.accelerators_high),
      kind: toFigureKind(rows[0]!.kind),
      source: sources.size === 1 ? rows[0]!.source : null,
      note: rows.length === 1 ? rows[0]!.note : null,
      evidence: toEvidence(gpuHoldingsHistory, rows, isCount, {
        ...{ organization, family: rows[0]!.family },
        ...(chip === ALL ? {} : { chip }),
      }),
    };
  });
}

/** The row of a figure that stands as its source has it; else the rows behind it. */
function toEvidence(
  contract: Contract,
  rows: readonly object[],
  isCount: boolean,
  filters: Readonly<Record<string, string | null>>,
): string {
  const [only, ...more] = rows;
  return isCount && only && more.length === 0
    ? toEvidenceHref(contract, only)
    : toRowsHref(contract, filters);
}

function sum<Row extends { readonly chip: string }>(
  rows: readonly Row[],
  read: (row: Row) => number,
  convert: LineRequest['convert'],
): number {
  return rows.reduce((total, row) => total + read(row) * (convert(row.chip)?.value ?? 0), 0);
}
