/**
 * How to cite a chart or a dataset, and the sources behind it: plain, BibTeX, RIS
 * and CSL-JSON from the same fields. The address is that of the snapshot, which
 * shows these figures for as long as it is kept. The day of access is passed in by
 * whoever knows it: files are the same for everybody, whenever they are asked for.
 */
import { listOrigins } from '@/data/sources/origins';
import type { SourceRow } from '@/db/queries/names';
import { formatDate } from '@/units/period';
import { wordAccess } from './access';
import { toPermalink } from './links';
import type { Publication } from './publication';
import { toSiteOrigin } from './site';

const TRACKER = 'AI Hardware Tracker';

interface Work {
  readonly key: string;
  readonly author: string;
  readonly title: string;
  readonly container: string | null;
  /** Who publishes data, and in which edition; null for anything else. */
  readonly publisher: string | null;
  readonly version: string | null;
  /** ISO, as exact as it is known; null: no date. */
  readonly date: string | null;
  readonly url: string | null;
  /** ISO day on which it was read; null: unknown. */
  readonly accessed: string | null;
  readonly note: string | null;
  /** What a chart finds in these figures; null: nothing that its title does not say. */
  readonly finding: string | null;
  readonly isData: boolean;
}

/** What of a publication a citation in words needs. */
type Cited = Pick<Publication, 'title' | 'href' | 'snapshot' | 'sources'>;

/** A few words for a footnote: who, when, what, which snapshot, where, on whose figures. */
export function toCitation(publication: Cited, accessed: string | null = null): string {
  const { title, snapshot, sources } = publication;
  const names = listOrigins(sources);
  const more = names.length > 3 ? ` and ${names.length - 3} others` : '';
  const origins = names.length === 0 ? null : names.slice(0, 3).join(', ') + more;
  const access = accessed ? ` ${wordAccess(accessed)}` : '';
  return wordCitation({ title, snapshot, url: toUrl(publication), origins }) + access;
}

/** The same of what has a title, an address and, in words, whose figures it shows. */
export function wordCitation({
  title,
  snapshot,
  url,
  origins,
}: Pick<Cited, 'title' | 'snapshot'> & { url: string; origins: string | null }): string {
  const { id, collected_on: day } = snapshot;
  const behind = origins === null ? '' : ` Based on figures of ${origins}.`;
  return `${TRACKER} (${day.slice(0, 4)}): ${title}. Snapshot ${id} of ${formatDate(day)}. ${url}.${behind}`;
}

/**
 * What a chart finds, ready to stand in a text: the finding, whose figures, and where.
 * Who is named at its end already is not named twice.
 */
export function toSentence({ pictures, ...publication }: Cited & Pick<Publication, 'pictures'>) {
  const [finding] = pictures;
  if (!finding) return null;
  const origins = listOrigins(publication.sources).slice(0, 3);
  const [, words = finding.title, named = null] = /^(.*) \(([^()]*)\)$/.exec(finding.title) ?? [];
  const isNamed = named !== null && origins.includes(named);
  const behind = [...origins, `${TRACKER}, ${toUrl(publication)}`].join('; ');
  return `${isNamed ? words : finding.title} (${behind}).`;
}

/** The publication first, then each of its sources, as BibTeX entries. */
export function toBibTex(publication: Publication, accessed: string | null = null): string {
  return listWorks(publication, accessed).map(toEntry).join('\n');
}

/** The publication first, then its sources, as RIS records. */
export function toRis(publication: Publication, accessed: string | null = null): string {
  return listWorks(publication, accessed)
    .map((work) => {
      const tags: readonly (readonly [string, string | null])[] = [
        ['TY', work.isData ? 'DATA' : 'ELEC'],
        ['AU', toCorporateName(work.author)],
        ['TI', work.title],
        ['T2', work.container],
        ['PB', work.publisher],
        ['ET', work.version],
        ['PY', work.date?.slice(0, 4) ?? null],
        ['DA', work.date?.replaceAll('-', '/') ?? null],
        ['UR', work.url],
        ['Y2', work.accessed?.replaceAll('-', '/') ?? null],
        ['N1', work.note],
        ['AB', work.finding],
        ['ID', work.key],
      ];
      const lines = tags.filter(([, value]) => value !== null);
      return `${lines.map(([tag, value]) => `${tag}  - ${toOneLine(value!)}\r\n`).join('')}ER  - \r\n`;
    })
    .join('\r\n');
}

/**
 * The comma at its end tells readers of RIS that a company has no first name; one inside
 * would make one of what follows.
 */
const toCorporateName = (name: string): string => `${name.replaceAll(/,\s*/g, ' ').trim()},`;

/** The publication first, then its sources, as CSL-JSON items. */
export function toCslJson(publication: Publication, accessed: string | null = null): string {
  const items = listWorks(publication, accessed).map((work) => ({
    id: work.key,
    type: work.isData ? 'dataset' : 'webpage',
    title: work.title,
    author: [{ literal: work.author }],
    ...(work.container ? { 'container-title': work.container } : {}),
    ...(work.publisher ? { publisher: work.publisher } : {}),
    ...(work.version ? { version: work.version } : {}),
    ...(work.date ? { issued: toDateParts(work.date) } : {}),
    ...(work.accessed ? { accessed: toDateParts(work.accessed) } : {}),
    ...(work.url ? { URL: work.url } : {}),
    ...(work.note ? { note: work.note } : {}),
    ...(work.finding ? { abstract: work.finding } : {}),
  }));
  return `${JSON.stringify(items, null, 2)}\n`;
}

/** The publication was read by whoever asks, its sources when its figures were collected. */
function listWorks(publication: Publication, accessed: string | null): Work[] {
  const { kind, slug, title, snapshot, sources } = publication;
  const [picture] = publication.pictures;
  const own: Work = {
    key: `tracker-${slug}-${snapshot.id.slice(0, 6)}`,
    author: TRACKER,
    title,
    container: null,
    publisher: TRACKER,
    version: `snapshot ${snapshot.id}`,
    date: snapshot.collected_on,
    url: toUrl(publication),
    accessed,
    note: 'CC BY 4.0.',
    finding: kind === 'chart' && picture && picture.title !== title ? picture.title : null,
    isData: true,
  };
  return [own, ...sources.map(toWork)];
}

function toWork(row: SourceRow): Work {
  const { source, origin, publisher, title, url, published_on, retrieved, kind, note } = row;
  const whose = origin ?? publisher;
  const isData = kind === 'dataset';
  return {
    key: source,
    author: whose,
    title,
    // Where it was read, where that is not the origin itself.
    container: isData || whose === publisher ? null : publisher,
    publisher: isData ? publisher : null,
    version: null,
    date: published_on,
    url,
    accessed: retrieved,
    note,
    finding: null,
    isData,
  };
}

const toUrl = (publication: Pick<Publication, 'href' | 'snapshot'>): string =>
  toSiteOrigin() + toPermalink(publication);

function toDateParts(date: string) {
  return { 'date-parts': [date.split('-').map(Number)] };
}

const toOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function toEntry(work: Work): string {
  const [year, month] = work.date?.split('-') ?? [];
  const fields: readonly (readonly [string, string | null])[] = [
    ['author', toName(work.author)],
    ['title', toName(work.title)],
    // Without one, styles say “n.d.” and the day of reading.
    ['year', toField(year ?? null)],
    // Styles word and translate the months that they have macros for.
    ['month', month ? MONTHS[Number(month) - 1]! : null],
    ['organization', toName(work.container)],
    ['publisher', toName(work.publisher)],
    ['version', toField(work.version)],
    ['url', work.url === null ? null : `{${work.url.replace(/[{}\\]/g, encodeURIComponent)}}`],
    ['urldate', toField(work.accessed)],
    ['note', toField(work.note)],
    ['abstract', toField(work.finding)],
  ];
  const lines = fields.filter(([, value]) => value !== null);
  const type = work.isData ? 'dataset' : work.url === null ? 'misc' : 'online';
  return `@${type}{${work.key},\n${lines.map(([name, value]) => `  ${name} = ${value},\n`).join('')}}\n`;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Twice in braces: a company is no first name and surname, its “and” joins no two. */
const toName = (text: string | null): string | null =>
  text === null ? null : `{{${escapeTex(text)}}}`;

const toField = (text: string | null): string | null =>
  text === null ? null : `{${escapeTex(text)}}`;

function escapeTex(text: string): string {
  return toOneLine(text)
    .replace(/[\\~^]/g, (sign) => TEX_WORDS[sign]!)
    .replace(/[{}]/g, '')
    .replace(/[&%$#_]/g, '\\$&');
}

// Without braces behind the command: they would have to balance inside the field.
const TEX_WORDS: Readonly<Record<string, string>> = {
  '\\': '/',
  '~': '-',
  '^': '',
};
