/**
 * `/embed/<chart>` and `/embed/calculators/<calculator>`. Strict, as a wrong picture in
 * somebody's article stays unnoticed; what is refused is said in a sentence, because it is a
 * reader who sees the frame.
 */
import { toQuery, withParameters } from '@/address/href';
import type { ParameterProblem, Query } from '@/address/parameters';
import { LIST_PARAMETERS } from '@/address/trends';
import { publishedCharts } from '@/catalog/published';
import { toCssVariables } from '@/charts/colors';
import { FALLBACK_FONTS, NARROWED_FACES } from '@/charts/fonts';
import type { Drawable } from '@/charts/page-drawings';
import type { Tracker } from '@/db/connection';
import { escapeMarkup } from '@/units/xml-text';
import { readLedPath } from '@/views/published-chart';
import { answerContent, answerMoved, answerWrongParameters } from '../answer';
import { calculatorFiles } from '../calculator-answer';
import { chartFiles } from '../chart-answer';
import {
  type Asked,
  answerNoSuch,
  openAsked,
  type Published,
  type Read,
} from '../publication-answer';
import { toSiteOrigin } from '../site';
import { type EmbedTheme, embedParameters } from './code';
import { EMBED_FACES, FIRST_FONT } from './fonts';
import {
  type Embedded,
  type EmbedLayout,
  GAP,
  layOutEmbed,
  PAD,
  SWITCH,
  TYPE,
  WIDEST,
} from './layout';
import { EMBED_SCRIPT } from './scripts';

export async function answerEmbed(
  request: Request,
  current: Tracker,
  path: string,
): Promise<Response> {
  const moved = answerMoved(`/embed/${path}`, request.url);
  if (moved) return moved;
  const found = await readEmbed(current, `/embed/${path}`, toQuery(request.url));
  const asked = found ?? answerNoSuch(chartFiles, path);
  if (asked instanceof Response) return toWords(request, asked);
  const layout = layOutEmbed(asked, asked.mostHeight);
  return answerContent(writeEmbed(asked, layout), 'text/html; charset=utf-8', asked);
}

/** A frame that an address asks for. */
export interface AskedEmbed extends Embedded {
  readonly theme: EmbedTheme;
  /** Pixels; null: as high as it is. */
  readonly mostHeight: number | null;
  /** Whether it is no part of another page and fills the window. */
  readonly isWindow: boolean;
  /** It will never change. */
  readonly lasts: boolean;
}

/**
 * What stands in the frame at an address, or of the page there: the chart that leads it, with
 * the choices that the address makes of it. Null for a page without; a response says why the
 * address cannot be shown.
 */
export async function readEmbed(
  current: Tracker,
  path: string,
  whole: Query,
): Promise<AskedEmbed | Response | null> {
  const framed = findFramed(path);
  if (!framed) return null;
  const { read, slug, made, isPart } = framed;
  // What stands around a page's charts is of today.
  const asked = openAsked(current, { ...whole, ...(isPart && { snapshot: undefined }), ...made });
  if (asked instanceof Response) return asked;
  const found = await read(slug, asked);
  if (found instanceof Response) return found;
  const wrong = isPart ? found.problems.filter(isOfTheChart) : found.problems;
  if (wrong.some(({ parameter }) => Object.hasOwn(made, parameter))) return null;
  if (wrong.length > 0) return answerWrongParameters(wrong);
  const { theme, height, fill } = found.values;
  const { publication } = await found.build();
  // What a path chooses stays chosen, whatever is preferred later.
  const href = withParameters(publication.href, made);
  return {
    publication: { ...publication, href },
    drawable: found.toDrawable(),
    theme: (theme ?? embedParameters.theme.read([]).value) as EmbedTheme,
    mostHeight: height ? Number(height) : null,
    isWindow: fill === 'window',
    lasts: asked.lasts,
  };
}

/** Of a page with other parts, whose parameters and lists stand in the same address. */
const isOfTheChart = ({ parameter, used }: ParameterProblem): boolean =>
  used !== null && !LIST_PARAMETERS.includes(parameter);

interface Framed {
  readonly read: ReturnType<typeof toReader>;
  readonly slug: string;
  /** Choices that the path makes. */
  readonly made: Readonly<Record<string, string>>;
  /** Whether it is but a part of the page. */
  readonly isPart: boolean;
}

function findFramed(path: string): Framed | null {
  const page = path.replace(/^\/embed\/(calculators\/)?/, (_, folder) => `/${folder ?? 'charts/'}`);
  const [, folder, slug] = /^\/(charts|calculators)\/([a-z0-9-]+)$/.exec(page) ?? [];
  if (!slug) return findLed(page);
  if (folder === 'calculators') return { read: readCalculator, slug, made: {}, isPart: false };
  // "/embed/share": of the page as of its first chart.
  const isPage = path.startsWith('/embed/') && !chartFiles.find(slug);
  return (isPage && findLed(`/${slug}`)) || { read: readChart, slug, made: {}, isPart: false };
}

/** The chart that leads a page. */
function findLed(page: string): Framed | null {
  for (const chart of publishedCharts) {
    const made = readLedPath(chart, page);
    if (made) return { read: readChart, slug: chart.slug, made, isPart: true };
  }
  return null;
}

const FRAME = { kind: 'picture', parameters: embedParameters } as const;

interface Framable<T> extends Omit<Published<T>, 'read'> {
  readonly read: (
    thing: T,
    asked: Asked,
    format: typeof FRAME,
  ) => Promise<Response | (Read & { readonly toDrawable: () => Drawable })>;
}

/** As files are read, with the parameters of a frame in place of a format's. */
const toReader =
  <T extends object>(files: Framable<T>) =>
  async (slug: string, asked: Asked) => {
    const thing = files.find(slug);
    return thing ? files.read(thing, asked, FRAME) : answerNoSuch(files, slug);
  };
const readChart = toReader(chartFiles);
const readCalculator = toReader(calculatorFiles);

/** Whoever asks for JSON gets the problem as programs read it. */
async function toWords(request: Request, problem: Response): Promise<Response> {
  if (/\bjson\b/.test(request.headers.get('accept') ?? '')) return problem;
  const { title, detail } = await problem.json();
  const headers = new Headers(problem.headers);
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(writeEmptyEmbed(title, detail), { status: problem.status, headers });
}

/**
 * A chart or an estimate alone, for other people's pages: drawing, title, source line, link
 * back. A document of its own without any framework, so that an embed costs its host a
 * few kilobytes and works without JavaScript.
 */

export function writeEmbed(
  {
    publication: { href },
    theme,
    isWindow,
  }: Pick<AskedEmbed, 'publication' | 'theme' | 'isWindow'>,
  { title, subtitle, wide, narrow, notes, source, address }: EmbedLayout,
): string {
  const own = escapeMarkup(`${toSiteOrigin()}${href}`);
  // A frame’s link leads out of it; a window’s goes back to where it was opened.
  const leads = isWindow ? '' : ' target="_blank" rel="noopener"';
  const close = isWindow ? `<a class="close" href="${own}" aria-label="Close">×</a>` : '';
  const write = ({ drawing, note }: EmbedLayout['wide']) =>
    `${note === null ? '' : `<p>${escapeMarkup(note)}</p>`}${drawing.svg}`;
  return `${writeHead(`${escapeMarkup(title)} · AI Hardware Tracker`, theme)}
<link rel="canonical" href="${own}">
<link rel="preload" href="${FIRST_FONT}" as="font" type="font/woff2" crossorigin>
</head>
<body${isWindow ? ' class="window"' : ''}>
<main>
${close}<figure>
<figcaption><h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(subtitle)}</p></figcaption>
<div class="wide">${write(wide)}</div>
<div class="narrow">${write(narrow)}</div>
</figure>
${notes.map((note) => `<p class="small">${escapeMarkup(note)}</p>`).join('\n')}
<footer class="small">${escapeMarkup(source)} · <a href="${own}"${leads}>${escapeMarkup(address)}</a></footer>
</main>
<script>${EMBED_SCRIPT}</script>
</body>
</html>
`;
}

/** Why there is nothing in the frame, in a sentence, and where to go instead. */
function writeEmptyEmbed(title: string, detail: string): string {
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

/** Lower windows scroll. */
const LEAST_WINDOW = 420;

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
.window main{display:flex;flex-direction:column;height:max(100dvh,${LEAST_WINDOW}px);padding:max(${PAD.top}px,1.5vmin) max(${PAD.side}px,2vmin) 0}
.window figure{display:flex;flex:1;flex-direction:column;min-height:0}
.window figure div{flex:1;max-width:none;min-height:0}
.window svg{height:100%}
.window figcaption{padding-right:2em;font-size:max(${TYPE.text.size}px,1.3vw);line-height:1.4}
.window h1{font-size:1.6em;line-height:1.3}
.window .small{font-size:max(${TYPE.small.size}px,.8vw);line-height:1.4}
.close{position:absolute;top:0;right:0;padding:8px 16px;color:var(--muted);font-size:24px;line-height:32px;text-decoration:none}
`;
