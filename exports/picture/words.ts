/** The words around a drawing: what stands above and below it in a publication. */
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
    sources: toSourceLine(sources.map(({ publisher }) => publisher)),
    address: `AI Hardware Tracker · ${toShortAddress(href)}`,
    date: `Data as of ${formatPeriod(asOf || snapshot.collected_on)} · snapshot ${snapshot.id.slice(0, 6)} · CC BY 4.0`,
  };
}

const MOST_PUBLISHERS = 8;

/** Publishers by how often they are cited; the rest is counted, never left out in silence. */
function toSourceLine(publishers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const publisher of publishers) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  const names = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  if (names.length === 0) return '';
  const more = names.length - MOST_PUBLISHERS;
  const named = names.slice(0, MOST_PUBLISHERS).join('; ');
  return `${names.length === 1 ? 'Source' : 'Sources'}: ${named}${more > 0 ? `; and ${more} more, listed at the address below` : ''}`;
}
