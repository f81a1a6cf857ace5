/** The code that puts a chart or an estimate into another page, and the addresses it needs. */

import { withParameters } from '@/address/href';
import { oneOption, type Parameters, wholeNumber } from '@/address/parameters';
import { escapeMarkup } from '@/units/xml-text';
import type { Publication } from '../publication';
import { toSiteOrigin } from '../site';

export const embedParameters = {
  theme: oneOption({
    label: 'Theme',
    meaning: 'Colors; `auto` follows the reader’s system.',
    values: { auto: 'System', light: 'Light', dark: 'Dark' },
    fallback: 'auto',
  }),
  height: wholeNumber(
    'Most pixels that the frame is high: what does not fit, such as notes and the last rows, is left out.',
    { min: 200, max: 4000 },
  ),
  fill: oneOption({
    label: 'Size',
    meaning: '`window` fills the window, letters and all: a screen, a projector.',
    values: { content: 'As high as its content', window: 'Full screen' },
    fallback: 'content',
  }),
} as const satisfies Parameters;
export type EmbedTheme = keyof typeof embedParameters.theme.values;

/** Pixels: the usual width of an article. */
export const EMBED_WIDTH = 720;

interface EmbedChoice {
  /** With the figures of the view, whatever is published later. */
  readonly frozen?: boolean;
  /** "auto" is light or dark as the reader's system is. */
  readonly theme?: EmbedTheme;
  /** Most pixels that it is high; null: as high as it is. */
  readonly mostHeight?: number | null;
}

/** Unless frozen it follows the data, also where the publication itself is of a snapshot. */
export function toEmbedHref(
  { kind, href, snapshot }: Pick<Publication, 'kind' | 'href' | 'snapshot'>,
  { frozen = false, theme = 'auto', mostHeight = null }: EmbedChoice = {},
): string {
  const path = kind === 'chart' ? href.replace(/^\/charts\//, '/embed/') : `/embed${href}`;
  return withParameters(path, {
    snapshot: frozen ? snapshot.id : null,
    theme: theme === 'auto' ? null : theme,
    height: mostHeight === null ? null : String(mostHeight),
  });
}

/**
 * Its height is that of what stands in it: without the script the frame keeps it. Sites that
 * strip styles and scripts leave a frame without a border all the same.
 */
export function writeEmbedCode(
  publication: Pick<Publication, 'kind' | 'href' | 'snapshot' | 'title'>,
  { width, height, ...choice }: EmbedChoice & { width: number; height: number },
): string {
  const source = escapeMarkup(`${toSiteOrigin()}${toEmbedHref(publication, choice)}`);
  return [
    `<iframe src="${source}" title="${escapeMarkup(publication.title)}"`,
    ` width="${width}" height="${height}" frameborder="0" style="border:0;max-width:100%" loading="lazy"></iframe>`,
    `<script async src="${toSiteOrigin()}/embed/resize.js"></script>`,
  ].join('');
}
