/**
 * A chart alone, for other people's pages: drawing, title, source line, link back.
 * A document of its own without any framework, so that an embed costs its host a
 * few kilobytes and works without JavaScript.
 */

import { toCssVariables } from '@/charts/colors';
import { FALLBACK_FONTS, NARROWED_FACES } from '@/charts/fonts';
import { drawForPage } from '@/charts/page-drawings';
import type { Snapshot } from '@/db/snapshot-tables';
import type { ChartView } from '@/views/chart-view';
import { toChartPublication } from '../chart-publication';
import { escapeMarkup } from '../markup';
import { toPictureWords } from '../picture/words';
import { toSiteOrigin } from '../site';
import type { EmbedTheme } from './code';
import { REPORT_HEIGHT } from './scripts';

export function writeEmbed(view: ChartView, snapshot: Snapshot, theme: EmbedTheme): string {
  const publication = toChartPublication(view, snapshot);
  const { title, subtitle, notes, sources, address, date } = toPictureWords(publication);
  const own = escapeMarkup(`${toSiteOrigin()}${publication.href}`);
  const { wide, narrow } = drawForPage(view.drawable);
  const lines = [...notes, sources].filter(Boolean);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escapeMarkup(title)} · AI Hardware Tracker</title>
<link rel="canonical" href="${own}">
<link rel="preload" href="${FONT}" as="font" type="font/woff2" crossorigin>
<style>${STYLE}:root{color-scheme:${theme === 'auto' ? 'light dark' : theme};${toCssVariables()}}</style>
</head>
<body>
<main>
<figure>
<figcaption><h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(subtitle)}</p></figcaption>
<div class="wide">${wide.svg}</div>
<div class="narrow">${narrow.svg}</div>
</figure>
<footer>
${lines.map((line) => `<p>${escapeMarkup(line)}</p>`).join('\n')}
<p>${escapeMarkup(date)} · <a href="${own}" target="_blank" rel="noopener">${escapeMarkup(address)}</a></p>
</footer>
</main>
<script>${REPORT_HEIGHT}</script>
</body>
</html>
`;
}

const FONT = '/embed/inter.woff2';

// Labels are measured for Inter. Until it has come they stand in a font that is no wider,
// and whatever reaches over a drawing's edge all the same is shown: a number without its
// last digit is another number.
// Drawings change lower than on pages: a frame has no page around it, and its host
// rarely gives it more than a column of text.
const STYLE = `
@font-face{font-family:Inter;src:url(${FONT}) format("woff2");font-weight:100 900;font-display:swap}
${NARROWED_FACES}
*{box-sizing:border-box;margin:0}
body{background:var(--page);color:var(--ink);font:14px/20px Inter, ${FALLBACK_FONTS}}
main{padding:12px 16px}
h1{font-size:16px;line-height:22px}
figcaption{margin-bottom:8px}
figcaption p,footer{color:var(--muted)}
footer{margin-top:8px;font-size:12px;line-height:16px;overflow-wrap:anywhere}
svg{display:block;width:100%;height:auto;overflow:visible}
a{color:var(--accent);text-underline-offset:2px}
.narrow{max-width:520px;margin-inline:auto}
@media(max-width:639px){.wide{display:none}}
@media(min-width:640px){.narrow{display:none}}
`;
