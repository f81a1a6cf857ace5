/** The words around a drawing: what stands above and below it in a publication. */
import { listOrigins } from '@/data/sources/origins';
import { formatPeriod } from '@/units/period';
import { getFirstPicture, type Publication } from '../publication';
import { toShortAddress } from '../site';

export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  readonly notes: readonly string[];
  readonly sources: string;
  readonly address: string;
  readonly date: string;
}

/** The words around a publication's first picture. */
export function toPictureWords(publication: Publication): PictureWords {
  const { sources, href, asOf, snapshot } = publication;
  const { title, subtitle, notes } = getFirstPicture(publication);
  return {
    title,
    subtitle,
    notes,
    sources: toSourceLine(listOrigins(sources)),
    address: `AI Hardware Tracker · ${toShortAddress(href)}`,
    date: `Data as of ${formatPeriod(asOf || snapshot.collected_on)} · snapshot ${snapshot.id.slice(0, 6)} · CC BY 4.0`,
  };
}

const MOST_ORIGINS = 8;

/** Whose figures they are, the most cited first; the rest is counted, never left out in silence. */
export function toSourceLine(origins: readonly string[], most = MOST_ORIGINS): string {
  if (origins.length === 0) return '';
  const more = origins.length - most;
  const named = origins.slice(0, most).join('; ');
  return `${origins.length === 1 ? 'Source' : 'Sources'}: ${named}${more > 0 ? `; and ${more} more, listed at the address below` : ''}`;
}
