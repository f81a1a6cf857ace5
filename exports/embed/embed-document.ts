/**
 * A chart or an estimate alone, for other people's pages: drawing, title, source line, link
 * back. A document of its own without any framework, so that an embed costs its host a
 * few kilobytes and works without JavaScript.
 */
import { toCssVariables } from '@/charts/colors';
import { FALLBACK_FONTS, NARROWED_FACES } from '@/charts/fonts';
import { escapeMarkup } from '@/units/xml-text';
import { toSiteOrigin } from '../site';
import type { EmbedTheme } from './code';
import { EMBED_FACES, FIRST_FONT } from './fonts';
import { type Embedded, type EmbedLayout, GAP, PAD, SWITCH, TYPE, WIDEST } from './layout';
import { EMBED_SCRIPT } from './scripts';

export function writeEmbed(
  { publication: { href } }: Embedded,
  { title, subtitle, wide, narrow, notes, source, address }: EmbedLayout,
  theme: EmbedTheme,
): string {
  const own = escapeMarkup(`${toSiteOrigin()}${href}`);
  const write = ({ drawing, note }: EmbedLayout['wide']) =>
    `${note === null ? '' : `<p>${escapeMarkup(note)}</p>`}${drawing.svg}`;
  return `${writeHead(`${escapeMarkup(title)} · AI Hardware Tracker`, theme)}
<link rel="canonical" href="${own}">
<link rel="preload" href="${FIRST_FONT}" as="font" type="font/woff2" crossorigin>
</head>
<body>
<main>
<figure>
<figcaption><h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(subtitle)}</p></figcaption>
<div class="wide">${write(wide)}</div>
<div class="narrow">${write(narrow)}</div>
</figure>
${notes.map((note) => `<p class="small">${escapeMarkup(note)}</p>`).join('\n')}
<footer class="small">${escapeMarkup(source)} · <a href="${own}" target="_blank" rel="noopener">${escapeMarkup(address)}</a></footer>
</main>
<script>${EMBED_SCRIPT}</script>
</body>
</html>
`;
}

/** Why there is nothing in the frame, in a sentence, and where to go instead. */
export function writeEmptyEmbed(title: string, detail: string): string {
  const site = escapeMarkup(toSiteOrigin());
  return `${writeHead(`${escapeMarkup(title)} · AI Hardware Tracker`, 'auto')}
</head>
<body>
<main>
<h1>${escapeMarkup(title)}</h1>
<p>${escapeMarkup(detail)}</p>
<footer class="small"><a href="${site}/charts" target="_blank" rel="noopener">All charts of the AI Hardware Tracker</a></footer>
</main>
</body>
</html>
`;
}

function writeHead(title: string, theme: EmbedTheme): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}:root{color-scheme:${theme === 'auto' ? 'light dark' : theme};${toCssVariables()}}</style>`;
}

const toFont = ({ size, line, weight }: (typeof TYPE)[keyof typeof TYPE]) =>
  `font-size:${size}px;line-height:${line}px;font-weight:${weight}`;

// Labels are measured for Inter. Until it has come they stand in a font that is no wider,
// and whatever reaches over a drawing's edge all the same is shown: a number without its
// last digit is another number.
// In a frame that is lower than its content, whose script did not run either, source and
// link stay at its lower edge while the rest scrolls.
const STYLE = `
${EMBED_FACES}${NARROWED_FACES}
*{box-sizing:border-box;margin:0}
body{background:var(--page);color:var(--ink);font-family:Inter, ${FALLBACK_FONTS};${toFont(TYPE.text)};overflow-wrap:anywhere}
main{padding:${PAD.top}px ${PAD.side}px 0}
h1{${toFont(TYPE.title)}}
figcaption{margin-bottom:${GAP}px}
figcaption p,.small{color:var(--muted)}
.small{${toFont(TYPE.small)}}
footer{position:sticky;bottom:0;padding:${GAP}px 0 ${PAD.bottom}px;background:var(--page)}
svg{display:block;width:100%;height:auto;overflow:visible}
a{color:var(--accent);text-underline-offset:2px}
.wide{max-width:${WIDEST.wide}px}
.narrow{max-width:${WIDEST.narrow}px;margin-inline:auto}
@media(max-width:${SWITCH - 1}px){.wide{display:none}}
@media(min-width:${SWITCH}px){.narrow{display:none}}
`;
