/** `/oembed?url=…`: how to embed a chart, for programs (https://oembed.com). */
import { first, type Query } from '@/address/parameters';
import { toQuery } from '@/address/query';
import { openTracker } from '@/db/connection';
import { answerProblem, answerWrongParameters, OPEN_TO_ALL, toCacheControl } from '../answer';
import { toJsonText } from '../document-answer';
import { escapeMarkup } from '../markup';
import type { ParameterProblem } from '../parameters';
import { toSiteOrigin } from '../site';
import { readEmbed } from './asked-embed';
import { EMBED_SIZE, writeEmbedCode } from './code';

export const OEMBED_PARAMETERS = ['url', 'format', 'maxwidth', 'maxheight'] as const;

export async function writeOEmbed(query: Query): Promise<string | Response> {
  const address = first(query.url) ?? '';
  const format = first(query.format) || 'json';
  const problems: ParameterProblem[] = [];
  const found = readAddress(address);
  if (!found) problems.push({ parameter: 'url', found: address, allowed: toAllowed() });
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
  if (problems.length > 0 || !found) return answerWrongParameters(problems);
  if (!found.isOurs) return answerElsewhere(address);
  const asked = await readEmbed(openTracker(), found.slug, found.query);
  if (asked instanceof Response) return asked;
  const { view, theme, lasts } = asked;
  const width = Math.min(EMBED_SIZE.width, maxWidth);
  const height = Math.min(EMBED_SIZE.height, maxHeight);
  const answer = {
    type: 'rich',
    version: '1.0',
    title: view.title,
    provider_name: 'AI Hardware Tracker',
    provider_url: toSiteOrigin(),
    cache_age: 3600,
    html: writeEmbedCode(view, { frozen: lasts, theme, width, height }),
    width,
    height,
  };
  return format === 'xml' ? answerXml(answer) : toJsonText(answer);
}

function toAllowed(): string {
  return `The address of a chart: ${toSiteOrigin()}/charts/<name> or ${toSiteOrigin()}/embed/<name>.`;
}

interface ChartAddress {
  readonly slug: string;
  readonly query: Query;
  /** Whether it is this site that is named, by http or https. */
  readonly isOurs: boolean;
}

/** Null where the address is none of a chart. */
function readAddress(address: string): ChartAddress | null {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return null;
  const { host, pathname } = new URL(address);
  const [, kind, slug] = pathname.match(/^\/(charts|embed)\/([a-z0-9-]+)$/) ?? [];
  if (!slug) return null;
  const query = toQuery(address);
  // What only a page has: the figures that stand open below the drawing.
  const { table: _, sort: __, ...drawn } = query;
  return {
    slug,
    query: kind === 'charts' ? drawn : query,
    isOurs: host === new URL(toSiteOrigin()).host,
  };
}

/** Another site's chart may bear the same name; ours in its place would be a lie. */
function answerElsewhere(address: string): Response {
  return answerProblem({
    status: 404,
    title: 'This address is of another site',
    detail: `${address} is not of ${toSiteOrigin()}, and only charts of this site can be embedded from here.`,
    problems: [{ parameter: 'url', found: address, allowed: toAllowed() }],
  });
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
