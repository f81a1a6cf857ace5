/** The code that puts a chart into another page, and the addresses it needs. */

import { toHref } from '@/address/href';
import { oneOption, type Parameters } from '@/address/parameters';
import { escapeMarkup } from '@/units/xml-text';
import type { ChartView } from '@/views/chart-view';
import { toSiteOrigin } from '../site';

export const embedParameters = {
  theme: oneOption({
    label: 'Theme',
    meaning: 'Colors; `auto` follows the reader’s system.',
    values: { auto: 'System', light: 'Light', dark: 'Dark' },
    fallback: 'auto',
  }),
} as const satisfies Parameters;
export type EmbedTheme = keyof typeof embedParameters.theme.values;

/** Room for title, drawing and source line at the usual width of an article. */
export const EMBED_SIZE = { width: 720, height: 560 } as const;

interface EmbedChoice {
  /** With the figures of the view, whatever is published later. */
  readonly frozen?: boolean;
  /** "auto" is light or dark as the reader's system is. */
  readonly theme?: EmbedTheme;
}

/** Unless frozen it follows the data, also where the view itself is of a snapshot. */
export function toEmbedHref(
  { chart, canonical, snapshot }: ChartView,
  { frozen = false, theme = 'auto' }: EmbedChoice = {},
): string {
  return toHref(`/embed/${chart.slug}`, {
    ...canonical,
    snapshot: frozen ? snapshot.id : null,
    theme: theme === 'auto' ? null : theme,
  });
}

/** Without the script the frame keeps its height, and everything still works. */
export function writeEmbedCode(
  view: ChartView,
  {
    width = EMBED_SIZE.width,
    height = EMBED_SIZE.height,
    ...choice
  }: EmbedChoice & { width?: number; height?: number } = {},
): string {
  const source = escapeMarkup(`${toSiteOrigin()}${toEmbedHref(view, choice)}`);
  return [
    `<iframe src="${source}" title="${escapeMarkup(view.title)}"`,
    ` width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>`,
    `<script async src="${toSiteOrigin()}/embed/resize.js"></script>`,
  ].join('');
}
