/** Feeds in Atom (RFC 4287). */
import { escapeMarkup } from '@/units/xml-text';
import { LICENSE } from './metadata';
import { toSiteOrigin } from './site';

export const ATOM = 'application/atom+xml; charset=utf-8';

interface AtomFeed {
  /** Last part of its id; never changes, as readers know a feed by it. */
  readonly name: string;
  readonly title: string;
  /** The feed's own path, and that of the page that shows the same. */
  readonly path: string;
  readonly page: string;
  /** An ISO time: that of a feed without entries. */
  readonly since?: string;
  /** The latest first. */
  readonly entries: readonly AtomEntry[];
}

export interface AtomEntry {
  /** Unique in the feed; stays the same as long as the entry is of the same thing. */
  readonly name: string;
  readonly title: string;
  /** An ISO time, or a day, month or year, which begins at midnight UTC. */
  readonly updated: string;
  /** Path of the page about it. */
  readonly href: string;
  /** Plain text; may have several lines. */
  readonly text: string;
}

export function writeAtom(feed: AtomFeed): string {
  const { name, title, path, page, since = new Date(0).toISOString(), entries } = feed;
  const site = toSiteOrigin();
  const link = (rel: string, type: string, href: string) =>
    `<link rel="${rel}" type="${type}" href="${escapeMarkup(site + href)}"/>`;
  const times = entries.map(({ updated }) => toTime(updated)).sort();
  const written = entries.map(
    (entry) => `  <entry>
    <id>${toId(entry.name)}</id>
    <title>${escapeMarkup(entry.title)}</title>
    <updated>${toTime(entry.updated)}</updated>
    ${link('alternate', 'text/html', entry.href)}
    <content type="text">${escapeMarkup(entry.text)}</content>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${toId(name)}</id>
  <title>AI Hardware Tracker: ${escapeMarkup(title)}</title>
  <updated>${times.at(-1) ?? since}</updated>
  <author><name>AI Hardware Tracker</name></author>
  ${link('self', 'application/atom+xml', path)}
  ${link('alternate', 'text/html', page)}
  <link rel="license" type="text/html" href="${LICENSE.address}"/>
  <rights>CC BY 4.0</rights>
${written.join('\n')}
</feed>
`;
}

/** Of this site alone (RFC 4151): other installations have the same entries by other names. */
function toId(name: string): string {
  const { hostname } = new URL(toSiteOrigin());
  const authority = hostname === 'localhost' ? 'ai-hardware-tracker' : hostname;
  return `tag:${authority},2026:${escapeMarkup(name)}`;
}

function toTime(date: string): string {
  if (date.includes('T')) return date;
  const [year = '', month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}T00:00:00Z`;
}
