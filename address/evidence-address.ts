/**
 * Addresses of figures. Each row of each dataset has one, made of its key:
 * `/evidence/gpu-market-share/jpr-aib-desktop~2025-Q4~nvidia`. It stays the same
 * as long as the row is published, whatever happens to its value; where the key itself
 * was wrong, the old address leads to the new one.
 */
import type { CellValue, Contract } from '@/data/contract';
import { toTableHref } from './table-query';

/** The address of one row's evidence. Throws for a row that lacks a part of its key. */
export function toEvidenceHref({ slug, key }: Contract, row: object): string {
  const values = row as Readonly<Record<string, CellValue | undefined>>;
  const parts = key.map((name) => {
    const value = values[name];
    if (value === undefined || value === null) {
      throw new Error(`A row of "${slug}" came without "${name}", a part of its key.`);
    }
    return encodeURIComponent(value);
  });
  return `/evidence/${slug}/${parts.join(SEPARATOR)}`;
}

// No key of ours holds a tilde, and addresses need not escape it.
const SEPARATOR = '~';

/**
 * Reads the last part of an address back: column → value for each part of the key.
 * Null where it cannot be a key of this dataset.
 */
export function parseEvidenceKey(
  { key, columns }: Contract,
  text: string,
): Record<string, CellValue> | null {
  const parts = text.split(SEPARATOR).map(decode);
  if (parts.length !== key.length) return null;
  const values: Record<string, CellValue> = {};
  for (const [index, name] of key.entries()) {
    const part = parts[index];
    const type = columns[name]?.type;
    if (part === null || part === undefined || part === '') return null;
    if (type === 'integer' || type === 'number') {
      if (!/^-?\d{1,15}(\.\d{1,15})?$/.test(part)) return null;
      values[name] = Number(part);
    } else {
      values[name] = part;
    }
  }
  return values;
}

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/**
 * Where the evidence of a row stands now whose key was corrected; null for any other. Its
 * old address is asked for only where no such row is found, so that a snapshot keeps it.
 */
export function toCorrectedHref(dataset: string, key: string): string | null {
  const was = `${dataset}/${key.split(SEPARATOR).map(decode).join(SEPARATOR)}`;
  const now = correctedKeys.get(was);
  return now === undefined ? null : `/evidence/${now}`;
}

const correctedKeys: ReadonlyMap<string, string> = new Map([
  // The period of a statement was a guess.
  [
    'gpu-market-share/ml-gpu-newstreet~2023-Q1~nvidia',
    'gpu-market-share/ml-gpu-newstreet~2023-02~nvidia',
  ],
  // Its own note says that the machines are H100 NVL.
  [
    'rental-prices/2026-03~Microsoft Azure~h100-sxm~on-demand',
    'rental-prices/2026-03~Microsoft%20Azure~h100-nvl~on-demand',
  ],
]);

/** The rows behind a figure that we computed: the dataset's table, filtered. */
export function toRowsHref(
  contract: Contract,
  filters: Readonly<Record<string, CellValue>>,
): string {
  const table = { search: '', filters, sort: [], page: 1 };
  return `${toTableHref(`/datasets/${contract.slug}`, contract, table)}#rows`;
}
