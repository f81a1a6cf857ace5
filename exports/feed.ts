/** The changes of the data as an Atom feed (RFC 4287), one entry per publication. */
import { compareSnapshots, listSnapshots, wordAccepted, wordChanges } from '@/catalog/snapshots';
import { datasets } from '@/data/datasets';
import { escapeMarkup } from './markup';
import { toSiteOrigin } from './site';

// Readers keep what they have seen; older changes are on the page.
const MOST_ENTRIES = 20;

export function writeFeed(): string {
  const site = toSiteOrigin();
  const snapshots = listSnapshots();
  const entries = snapshots.slice(0, MOST_ENTRIES).map((newer, index) => {
    const older = snapshots[index + 1];
    const changes = older ? compareSnapshots(older, newer).changes : [];
    const lines = changes.map((change) => {
      const title = datasets.find(({ slug }) => slug === change.dataset)?.title ?? change.dataset;
      return `${title}: ${wordChanges(change)}`;
    });
    const href = older
      ? `${site}/snapshots?from=${older.id}&to=${newer.id}`
      : `${site}/snapshots?to=${newer.id}`;
    const rows = `${newer.row_count.toLocaleString('en-US')} rows`;
    const [title, text] = older
      ? [wordCount(changes.length), lines.join('\n') || 'No row changed.']
      : [`the earliest kept, ${rows}`, `The earliest snapshot that is kept: ${rows}.`];
    const accepted = newer.accepted === null ? '' : `\n${wordAccepted(newer.accepted)}`;
    return `  <entry>
    <id>tag:ai-hardware-tracker,2026:snapshot:${newer.id}</id>
    <title>Snapshot ${newer.id}: ${escapeMarkup(title)}</title>
    <updated>${newer.published_at}</updated>
    <link rel="alternate" type="text/html" href="${escapeMarkup(href)}"/>
    <content type="text">${escapeMarkup(text + accepted)}</content>
  </entry>`;
  });
  const updated = snapshots[0]?.published_at ?? new Date(0).toISOString();
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>tag:ai-hardware-tracker,2026:snapshots</id>
  <title>AI Hardware Tracker: changes of the data</title>
  <updated>${updated}</updated>
  <author><name>AI Hardware Tracker</name></author>
  <link rel="self" type="application/atom+xml" href="${site}/snapshots.atom"/>
  <link rel="alternate" type="text/html" href="${site}/snapshots"/>
  <rights>CC BY 4.0</rights>
${entries.join('\n')}
</feed>
`;
}

function wordCount(count: number): string {
  if (count === 0) return 'no row changed';
  return count === 1 ? '1 dataset changed' : `${count} datasets changed`;
}
