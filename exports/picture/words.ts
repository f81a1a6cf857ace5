/** The words around a drawing: what stands above and below it in a publication. */
import { withoutMarks } from '@/address/marks';
import { wordRemark } from '@/charts/remarks';
import { listOrigins } from '@/data/sources/origins';
import { formatPeriod } from '@/units/period';
import { getFirstPicture, listFreshnessLines, type Publication } from '../publication';
import { toShortAddress } from '../site';
import { toRdf } from './self-description';

export interface PictureWords {
  readonly title: string;
  readonly subtitle: string;
  /** What the picture shows, for whoever does not see it. */
  readonly description: string;
  /** The same and whose it is, for programs: RDF; empty where it is not the tracker's alone. */
  readonly metadata: string;
  readonly notes: readonly string[];
  /** Whose figures they are, the wording that names most first; empty where nobody's. */
  readonly sources: readonly string[];
  /** The newest figure, the snapshot and the license. */
  readonly date: string;
  readonly address: string;
}

/** The words around a publication's first picture. */
export function toPictureWords(publication: Publication): PictureWords {
  const { sources, href, asOf, snapshot } = publication;
  const { title, subtitle, notes } = getFirstPicture(publication);
  return {
    title,
    subtitle,
    description: [
      ...publication.description.slice(0, 3),
      ...(publication.remarks ?? []).map(wordRemark),
      ...listFreshnessLines(publication),
    ]
      .map(toSentence)
      .join(' '),
    metadata: toRdf(publication),
    notes,
    sources: listSourceLines(listOrigins(sources)),
    // With notes it would be too long to be read and typed; the picture has them anyway.
    address: `AI Hardware Tracker · ${toShortAddress(withoutMarks(href))}`,
    date: `${asOf ? `newest ${formatPeriod(asOf)}` : `data of ${formatPeriod(snapshot.collected_on)}`} · snapshot ${snapshot.id.slice(0, 6)} · CC BY 4.0`,
  };
}

const MOST_ORIGINS = 3;

/** Whose figures they are, the most cited first; the rest is counted, never left out in silence. */
function listSourceLines(origins: readonly string[]): string[] {
  const most = Math.min(MOST_ORIGINS, origins.length);
  return Array.from({ length: most }, (_, fewer) => {
    const named = origins.slice(0, most - fewer);
    const more = origins.length - named.length;
    const word = origins.length === 1 ? 'Source' : 'Sources';
    return `${word}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  });
}

const toSentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
