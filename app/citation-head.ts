/**
 * How a page is cited, for reference managers and Scholar, which read `citation_…` in the
 * head, and where the files of its citation are.
 */
import type { Metadata } from 'next';
import { listFormats } from '@/exports/formats';
import { toFormatUrl, toPermalink } from '@/exports/links';
import type { Publication } from '@/exports/publication';
import { toSiteOrigin } from '@/exports/site';

type Cited = Pick<Publication, 'kind' | 'href' | 'snapshot' | 'title'>;

/** Of a chart or a dataset: the version that is cited, and its files for reference managers. */
export function toPublicationHead(cited: Cited) {
  const files = listFormats(cited.kind).filter(({ kind, extension }) => isEntry(kind, extension));
  const hasPdf = listFormats(cited.kind).some(({ extension }) => extension === 'pdf');
  return {
    other: {
      ...toCitationHead(cited.title, cited.snapshot.collected_on, toPermalink(cited)),
      ...(hasPdf && { citation_pdf_url: toFormatUrl(cited, 'pdf') }),
    },
    types: Object.fromEntries(
      files.map(({ extension, mediaType }) => [
        mediaType.split(';')[0],
        toFormatUrl(cited, extension),
      ]),
    ),
  };
}

/** `date` is an ISO day; `href` the path and query to be cited. */
export function toCitationHead(title: string, date: string, href: string) {
  return {
    citation_title: title,
    citation_author: 'AI Hardware Tracker',
    citation_publication_date: date.replaceAll('-', '/'),
    citation_public_url: `${toSiteOrigin()}${href}`,
    citation_language: 'en',
  } satisfies Metadata['other'];
}

/** The one in plain words stands on the page. */
const isEntry = (kind: string, extension: string) => kind === 'citation' && extension !== 'txt';
