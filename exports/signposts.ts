/** Where programs find what a page shows, its license and its citation (https://signposting.org). */
import type { ExportFormat } from './format';
import { listFormats } from './formats';
import { toFormatUrl, toPermalink } from './links';
import { LICENSE } from './metadata';
import type { Publication } from './publication';
import { toSiteOrigin } from './site';

/** A link of a landing page to what belongs to it . */
interface Signpost {
  readonly rel: 'cite-as' | 'item' | 'describedby' | 'license' | 'type' | 'author';
  readonly href: string;
  readonly type?: string;
}

/** Where programs find what the page of a publication shows: whole addresses. */
export function listSignposts(publication: Publication): Signpost[] {
  const toLink = (rel: Signpost['rel'], { extension, mediaType }: ExportFormat) => ({
    ...{ rel, href: toFormatUrl(publication, extension) },
    type: mediaType.split(';')[0] ?? mediaType,
  });
  const all = listFormats(publication.kind);
  return [
    { rel: 'cite-as', href: `${toSiteOrigin()}${toPermalink(publication)}` },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: 'https://schema.org/Dataset' },
    { rel: 'license', href: LICENSE.address },
    { rel: 'author', href: `${toSiteOrigin()}/about` },
    ...all.filter(({ kind }) => kind === 'data').map((one) => toLink('item', one)),
    ...all.filter(({ kind }) => kind === 'description').map((one) => toLink('describedby', one)),
  ];
}
