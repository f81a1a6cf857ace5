/** Where a name, a row and a figure lead. Every page links through these, so that none leads astray. */

import type { Contract } from '@/data/contract';
import type { CellValue } from '@/units/table';
import { toHref } from './href';
import { toTableHref } from './table-href';

/** A chip's own page. */
export function toChipHref(chip: string): string {
  return `/chips/${encodeURIComponent(chip)}`;
}

/** A vendor's own page. */
export function toVendorHref(vendor: string): string {
  return `/vendors/${encodeURIComponent(vendor)}`;
}

/** An organization's own page. */
export function toOrganizationHref(organization: string): string {
  return `/organizations/${encodeURIComponent(organization)}`;
}

/** A data center's own page. */
export function toDataCenterHref(site: string): string {
  return `/data-centers/${encodeURIComponent(site)}`;
}

/** The page of who acted: among the holders, else among the vendors; null for a government. */
export function toActorHref({
  organization,
  vendor,
}: {
  readonly organization: string | null;
  readonly vendor: string | null;
}): string | null {
  return organization ? toOrganizationHref(organization) : vendor && toVendorHref(vendor);
}

/** An event's place in the timeline, whose page opens the year it is in. */
export function toEventHref(event: string): string {
  return `${toHref('/timeline', { event })}#${event}`;
}

/** A market's shares over time. */
export function toMarketHref(market: string): string {
  return toHref('/share', { market });
}

/** A system's row among the prices. */
export function toSystemHref(system: string): string {
  return `/prices#system-${system}`;
}

/** A claim's place in the table of the article, whose page it opens. */
export function toClaimHref(claim: string): string {
  return `${toHref('/article', { claim })}#${claim}`;
}

/** A dataset's own page. */
export function toDatasetHref(dataset: string): string {
  return `/datasets/${dataset}`;
}

/** A document among the sources, with the figures that rest on it. */
export function toSourceHref(source: string): string {
  return `/sources?q=${encodeURIComponent(source)}`;
}

const pages: Readonly<Record<string, (key: string) => string>> = {
  chips: toChipHref,
  vendors: toVendorHref,
  organizations: toOrganizationHref,
  'data-centers': toDataCenterHref,
  events: toEventHref,
  markets: toMarketHref,
  systems: toSystemHref,
  'article-claims': toClaimHref,
  sources: toSourceHref,
  datasets: toDatasetHref,
};

/**
 * Where the site tells of a dataset's row by itself, or, under `datasets`, of a dataset;
 * null where the row only stands in its table.
 */
export function findPageHref(dataset: string, key: string): string | null {
  return pages[dataset]?.(key) ?? null;
}

/**
 * Addresses of figures. Each row of each dataset has one, made of its key:
 * `/evidence/gpu-market-share/jpr-aib-desktop~2025-Q4~nvidia`. It stays the same
 * as long as the row is published, whatever happens to its value; where the key itself
 * was wrong, the old address leads to the new one.
 */

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
