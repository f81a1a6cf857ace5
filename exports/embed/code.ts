/** The code that puts a chart into another page, and the addresses it needs. */

import { toHref } from '@/catalog/parameters';
import type { ChartView } from '@/catalog/view';
import { escapeMarkup } from '../markup';
import { toSiteOrigin } from '../site';

/** Room for title, drawing and source line at the usual width of an article. */
export const EMBED_SIZE = { width: 720, height: 560 } as const;

/** The embed's address; with `frozen`, of the figures as they are now. */
export function toEmbedHref(
  { chart, canonical, snapshot }: ChartView,
  { frozen = false }: { frozen?: boolean } = {},
): string {
  return toHref(`/embed/${chart.slug}`, {
    ...canonical,
    ...(frozen ? { snapshot: snapshot.id } : {}),
  });
}

/** Without the script the frame keeps its height, and everything still works. */
export function writeEmbedCode(
  view: ChartView,
  { frozen = false, ...size }: { frozen?: boolean; width?: number; height?: number } = {},
): string {
  const { width, height } = { ...EMBED_SIZE, ...size };
  const source = escapeMarkup(`${toSiteOrigin()}${toEmbedHref(view, { frozen })}`);
  return [
    `<iframe src="${source}" title="${escapeMarkup(view.title)}"`,
    ` width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>`,
    `<script async src="${toSiteOrigin()}/embed/resize.js"></script>`,
  ].join('');
}
