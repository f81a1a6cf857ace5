/** `/oembed?url=…`: how to embed a chart, for programs (https://oembed.com). */
import { findChartView } from '@/catalog/asked-view';
import { first, type Query } from '@/catalog/parameters';
import { getPublishedChart } from '@/catalog/published';
import { openTracker } from '@/db/connection';
import { answerWrongParameters, OPEN_TO_ALL, toCacheControl } from '../answer';
import { answerTooOld, openAsked } from '../asked-snapshot';
import { toJsonText } from '../document-answer';
import { answerNoSuchChart } from '../explain';
import { escapeMarkup } from '../markup';
import type { ParameterProblem } from '../parameters';
import { toQuery } from '../query';
import { toSiteOrigin } from '../site';
import { EMBED_SIZE, writeEmbedCode } from './code';

export const OEMBED_PARAMETERS = ['url', 'format', 'maxwidth', 'maxheight'] as const;

export async function writeOEmbed(query: Query): Promise<string | Response> {
  const address = first(query.url) ?? '';
  const format = first(query.format) || 'json';
  const problems: ParameterProblem[] = [];
  const slug = readSlug(address);
  if (!slug) {
    const allowed = `The address of a chart: ${toSiteOrigin()}/charts/<name> or ${toSiteOrigin()}/embed/<name>.`;
    problems.push({ parameter: 'url', found: address, allowed });
  }
  if (format !== 'json' && format !== 'xml') {
    problems.push({ parameter: 'format', found: format, allowed: ['json', 'xml'] });
  }
  const readSize = (parameter: 'maxwidth' | 'maxheight') => {
    const text = first(query[parameter]);
    if (!text) return Number.POSITIVE_INFINITY;
    if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
    problems.push({ parameter, found: text, allowed: 'A whole number of pixels.' });
    return 1;
  };
  const [maxWidth, maxHeight] = [readSize('maxwidth'), readSize('maxheight')];
  if (problems.length > 0 || !slug) return answerWrongParameters(problems);
  const chart = getPublishedChart(slug);
  if (!chart) return answerNoSuchChart(slug);
  const asked = openAsked(openTracker(), toQuery(address));
  if (asked instanceof Response) return asked;
  const { view, lacking } = await findChartView(asked.tracker, chart, asked.query);
  if (!view) return answerTooOld(asked.tracker.snapshot, 'this chart', lacking);
  const width = Math.min(EMBED_SIZE.width, maxWidth);
  const height = Math.min(EMBED_SIZE.height, maxHeight);
  const answer = {
    type: 'rich',
    version: '1.0',
    title: view.title,
    provider_name: 'AI Hardware Tracker',
    provider_url: toSiteOrigin(),
    cache_age: 3600,
    html: writeEmbedCode(view, { width, height }),
    width,
    height,
  };
  return format === 'xml' ? answerXml(answer) : toJsonText(answer);
}

/** The chart's slug, whatever host the tracker is reached under; null: no chart's address. */
function readSlug(address: string): string | null {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return null;
  return new URL(address).pathname.match(/^\/(?:charts|embed)\/([a-z0-9-]+)$/)?.[1] ?? null;
}

function answerXml(answer: Readonly<Record<string, string | number>>): Response {
  const members = Object.entries(answer).map(
    ([name, value]) => `  <${name}>${escapeMarkup(String(value))}</${name}>`,
  );
  const text = `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${members.join('\n')}\n</oembed>\n`;
  return new Response(text, {
    headers: {
      ...OPEN_TO_ALL,
      'content-type': 'text/xml; charset=utf-8',
      'cache-control': toCacheControl(false),
    },
  });
}
