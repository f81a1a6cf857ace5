/** Where a name leads. Every page links names through these, so that none leads astray. */
import { toHref } from './href';

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

/** An event's place in the timeline. */
export function toEventHref(event: string): string {
  return `/timeline#${event}`;
}

/** A market's shares over time. */
export function toMarketHref(market: string): string {
  return toHref('/share', { market });
}

/** A system's row among the prices. */
export function toSystemHref(system: string): string {
  return `/prices#system-${system}`;
}

/** A claim's place in the article. */
export function toClaimHref(claim: string): string {
  return `/article#${claim}`;
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
