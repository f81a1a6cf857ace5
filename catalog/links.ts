/** Where a name leads. Every page links names through these, so that none leads astray. */
import { toHref } from './parameters';

/** A chip's own page. */
export function toChipHref(chip: string): string {
  return `/chips/${chip}`;
}

/** The catalogue of a vendor's chips. */
export function toVendorHref(vendor: string): string {
  return toHref('/chips', { vendor });
}

/** An organisation's own page. */
export function toOrganizationHref(organization: string): string {
  return `/organizations/${organization}`;
}

/** An event's place in the timeline. */
export function toEventHref(event: string): string {
  return `/timeline#${event}`;
}
