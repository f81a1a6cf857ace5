/**
 * `/embed/<slug>`: a chart alone, for other people's pages. Strict, as a wrong picture in
 * somebody's article stays unnoticed.
 */
import { toQuery } from '@/address/href';
import { isRefused, listUnknownParameters, type Query, readAddress } from '@/address/parameters';
import { getPublishedChart } from '@/catalog/published';
import { toCssVariables } from '@/charts/colors';
import { FALLBACK_FONTS, NARROWED_FACES } from '@/charts/fonts';
import { drawForEmbed } from '@/charts/page-drawings';
import type { Tracker } from '@/db/connection';
import type { Snapshot } from '@/db/snapshot-tables';
import { escapeMarkup } from '@/units/xml-text';
import { findChartView } from '@/views/asked-view';
import { type ChartView, listViewParameters } from '@/views/chart-view';
import {
  answerMoved,
  answerNoSuchChart,
  answerWrongParameters,
  OPEN_TO_ALL,
  toCacheControl,
} from '../answer';
import { toChartPublication } from '../chart-publication';
import { toPictureWords } from '../picture/words';
import { type Asked, answerTooOld, openAsked } from '../publication-answer';
import { toSiteOrigin } from '../site';
import { type EmbedTheme, embedParameters } from './code';
import { REPORT_HEIGHT } from './scripts';

export async function answerEmbed(
  request: Request,
  current: Tracker,
  slug: string,
): Promise<Response> {
  const moved = answerMoved(`/embed/${slug}`, request.url);
  if (moved) return moved;
  const asked = await readEmbed(current, slug, toQuery(request.url));
  if (asked instanceof Response) return asked;
  return new Response(writeEmbed(asked.view, asked.tracker.snapshot, asked.theme), {
    headers: {
      ...OPEN_TO_ALL,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': toCacheControl(asked.lasts),
    },
  });
}

interface AskedEmbed extends Pick<Asked, 'tracker' | 'lasts'> {
  readonly view: ChartView;
  readonly theme: EmbedTheme;
}

/** The chart and its theme, or the answer that says why it cannot be shown. */
export async function readEmbed(
  current: Tracker,
  slug: string,
  whole: Query,
): Promise<AskedEmbed | Response> {
  const chart = getPublishedChart(slug);
  if (!chart) return answerNoSuchChart(slug);
  const asked = openAsked(current, whole);
  if (asked instanceof Response) return asked;
  const { tracker, lasts } = asked;
  const { theme: _, ...query } = asked.query;
  const { values, problems } = readAddress(embedParameters, asked.query);
  const found = await findChartView(tracker, chart, query);
  if (!found.view) return answerTooOld(tracker.snapshot, 'this chart', found.lacking);
  const { view, corrections } = found;
  const known = [...listViewParameters(view), ...Object.keys(embedParameters), 'snapshot'];
  const wrong = [
    ...problems,
    ...corrections.filter(isRefused),
    ...listUnknownParameters(query, known),
  ];
  if (wrong.length > 0) return answerWrongParameters(wrong);
  return { view, theme: values.theme, tracker, lasts };
}

/**
 * A chart alone, for other people's pages: drawing, title, source line, link back.
 * A document of its own without any framework, so that an embed costs its host a
 * few kilobytes and works without JavaScript.
 */

export function writeEmbed(view: ChartView, snapshot: Snapshot, theme: EmbedTheme): string {
  const publication = toChartPublication(view, snapshot);
  const { title, subtitle, notes, sources, address, date } = toPictureWords(publication);
  const own = escapeMarkup(`${toSiteOrigin()}${publication.href}`);
  const { wide, narrow } = drawForEmbed(view.drawable);
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
<p>${escapeMarkup([sources, date].filter(Boolean).join(' · '))} · <a href="${own}" target="_blank" rel="noopener">${escapeMarkup(address)}</a></p>
${notes.map((note) => `<p>${escapeMarkup(note)}</p>`).join('\n')}
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
// rarely gives it more than a column of text. Source and link come before the notes, so
// that a frame of fixed height cuts off neither.
const STYLE = `
@font-face{font-family:Inter;src:url(${FONT}) format("woff2");font-weight:400 700;font-display:swap}
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
.wide{max-width:860px}
.narrow{max-width:440px;margin-inline:auto}
@media(max-width:639px){.wide{display:none}}
@media(min-width:640px){.narrow{display:none}}
`;
