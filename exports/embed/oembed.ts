/** `/oembed?url=…`: how to embed a chart, for programs (https://oembed.com). */

import { listParameters, toQuery } from '@/address/href';
import { OPENED_PARAMETERS } from '@/address/opened';
import {
  once,
  oneOption,
  type Parameters,
  type Query,
  readAddress,
  wholeNumber,
} from '@/address/parameters';
import { findMovedAddress } from '@/catalog/moved-charts';
import { openTracker } from '@/db/connection';
import { escapeMarkup } from '@/units/xml-text';
import {
  answerProblem,
  answerWrongParameters,
  OPEN_TO_ALL,
  toCacheControl,
  toJsonText,
} from '../answer';
import { toSiteOrigin } from '../site';
import { EMBED_SIZE, writeEmbedCode } from './code';
import { readEmbed } from './embed-answer';

export const oembedParameters = {
  url: {
    meaning: 'Address of a chart page or embed.',
    schema: { type: 'string', format: 'uri' },
    required: true,
    get allowed() {
      return `The address of a chart: ${toSiteOrigin()}/charts/<name> or ${toSiteOrigin()}/embed/<name>.`;
    },
    read: once<ChartAddress | null>(readChartAddress, null),
  },
  format: oneOption({
    label: 'Format',
    meaning: 'json or xml.',
    values: { json: 'JSON', xml: 'XML' },
    fallback: 'json',
  }),
  maxwidth: wholeNumber('Widest frame, pixels.', { min: 1 }),
  maxheight: wholeNumber('Highest frame, pixels.', { min: 1 }),
} as const satisfies Parameters;

export async function writeOEmbed(query: Query): Promise<string | Response> {
  const { values, problems } = readAddress(oembedParameters, query);
  const { url: found, format, maxwidth, maxheight } = values;
  if (problems.length > 0 || !found) return answerWrongParameters(problems);
  if (!found.isOurs) return answerElsewhere(found.address);
  const asked = await readEmbed(openTracker(), found.slug, found.query);
  if (asked instanceof Response) return asked;
  const { view, theme, lasts } = asked;
  const width = Math.min(EMBED_SIZE.width, maxwidth ?? EMBED_SIZE.width);
  const height = Math.min(EMBED_SIZE.height, maxheight ?? EMBED_SIZE.height);
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

interface ChartAddress {
  readonly address: string;
  readonly slug: string;
  readonly query: Query;
  /** Whether it is this site that is named, by http or https. */
  readonly isOurs: boolean;
}

/** Undefined where the address is none of a chart. */
function readChartAddress(address: string): ChartAddress | undefined {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return undefined;
  const { host, pathname } = new URL(address);
  const moved = findMovedAddress(pathname.replace('/charts/', '/embed/'), listParameters(address));
  if (moved) return readChartAddress(new URL(moved, address).href);
  const [, kind, slug] = pathname.match(/^\/(charts|embed)\/([a-z0-9-]+)$/) ?? [];
  if (!slug) return undefined;
  const query = toQuery(address);
  // What is open on a page is no part of the drawing.
  const drawn = Object.fromEntries(
    Object.entries(query).filter(([name]) => !OPENED_PARAMETERS.includes(name)),
  );
  return {
    address,
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
    problems: [{ parameter: 'url', found: address, allowed: oembedParameters.url.allowed }],
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
