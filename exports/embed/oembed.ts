/** `/oembed?url=…`: how to embed the chart of a page, for programs (https://oembed.com). */

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
import type { Size } from '@/charts/canvas';
import { openTracker } from '@/db/connection';
import { escapeMarkup } from '@/units/xml-text';
import {
  answerContent,
  answerDocument,
  answerProblem,
  answerWrongParameters,
  toJsonText,
} from '../answer';
import { toFormatUrl } from '../links';
import { buildPicture } from '../picture/frame';
import { presets, sizeParameters } from '../picture/size';
import { toPictureWords } from '../picture/words';
import { getFirstPicture, type Publication } from '../publication';
import { toSiteOrigin } from '../site';
import { EMBED_WIDTH, embedParameters, writeEmbedCode } from './code';
import { readEmbed } from './embed-answer';
import { layOutEmbed, measureEmbed } from './layout';

const formats = { json: 'JSON', xml: 'XML' };

export const oembedParameters = {
  url: {
    meaning: 'Address of a page that a chart leads, of a calculator, or of an embed.',
    schema: { type: 'string', format: 'uri' },
    required: true,
    get allowed() {
      return `The address of a page with a chart: ${toSiteOrigin()}/charts/<name>, ${toSiteOrigin()}/share and the like.`;
    },
    read: once<PageAddress | null>(readPageAddress, null),
  },
  format: oneOption({
    label: 'Format',
    meaning: 'json or xml.',
    values: formats,
    fallback: 'json',
  }),
  maxwidth: wholeNumber('Widest frame, pixels.', { min: 1 }),
  maxheight: wholeNumber('Highest frame, pixels.', { min: 1 }),
} as const satisfies Parameters;

/** Consumers add parameters of their own, as WordPress does: those it has no use for mean nothing. */
export const answerOEmbed = (request: Request): Promise<Response> =>
  answerDocument(
    request,
    { mediaType: 'application/json', isLenient: true, write: writeOEmbed },
    Object.keys(oembedParameters),
  );

async function writeOEmbed(query: Query): Promise<string | Response> {
  const { values, problems } = readAddress(oembedParameters, query);
  const { url: found, format, maxwidth, maxheight } = values;
  if (problems.some(({ parameter }) => parameter === 'format')) return answerNoFormat(query.format);
  if (problems.length > 0 || !found) return answerWrongParameters(problems);
  if (!found.isOurs) return answerElsewhere(found.address);
  const asked = await readEmbed(openTracker(), found.path, found.query);
  if (asked instanceof Response) return asked;
  if (asked === null) return answerWithout(found.address);
  const { publication, theme, lasts } = asked;
  const width = Math.min(EMBED_WIDTH, maxwidth ?? EMBED_WIDTH);
  const most = Math.min(asked.mostHeight ?? Infinity, maxheight ?? Infinity);
  const whole = measureEmbed(layOutEmbed(asked, null), width);
  const mostHeight = whole <= most ? null : Math.max(most, LEAST_HEIGHT);
  const height = Math.min(most, measureEmbed(layOutEmbed(asked, mostHeight), width));
  const answer = {
    type: 'rich',
    version: '1.0',
    title: publication.title,
    author_name: SITE,
    author_url: toSiteOrigin(),
    provider_name: SITE,
    provider_url: toSiteOrigin(),
    cache_age: 3600,
    html: writeEmbedCode(publication, { frozen: lasts, theme, mostHeight, width, height }),
    width,
    height,
    ...listThumbnail(publication, { maxwidth, maxheight }),
  };
  return format === 'xml' ? answerXml(answer) : toJsonText(answer);
}

const SITE = 'AI Hardware Tracker';
const LEAST_HEIGHT = Number(embedParameters.height.schema?.minimum);

/** A picture within the size asked for; none where it would be too small to read. */
function listThumbnail(
  publication: Publication,
  { maxwidth, maxheight }: Readonly<Record<'maxwidth' | 'maxheight', number | null>>,
) {
  const [mostWidth, mostHeight] = [maxwidth ?? Infinity, maxheight ?? Infinity];
  const toMembers = (asked: Readonly<Record<string, string>>, size: Size) => ({
    thumbnail_url: toFormatUrl(publication, 'png', asked),
    thumbnail_width: size.width,
    thumbnail_height: size.height,
  });
  const { social } = presets;
  if (social.width <= mostWidth && social.height <= mostHeight) {
    return toMembers({ size: 'social' }, social);
  }
  const width = Math.min(social.width, mostWidth);
  if (width < Number(sizeParameters.width.schema?.minimum)) return {};
  const picture = buildPicture(getFirstPicture(publication).model, toPictureWords(publication), {
    size: { width, height: null },
    theme: 'light',
    background: 'solid',
    frame: 'publication',
  });
  const isWithin = picture !== null && picture.height <= mostHeight;
  return isWithin ? toMembers({ width: String(width) }, picture) : {};
}

interface PageAddress {
  readonly address: string;
  readonly path: string;
  readonly query: Query;
  /** Whether it is this site that is named, by http or https. */
  readonly isOurs: boolean;
}

/** Undefined where it is no address of the web. Pages are found with a slash at their end, too. */
function readPageAddress(address: string): PageAddress | undefined {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return undefined;
  const { host, pathname } = new URL(address);
  const path = pathname.replace(/(?<=.)\/+$/, '');
  const moved = findMovedAddress(path.replace('/charts/', '/embed/'), listParameters(address));
  if (moved) return readPageAddress(new URL(moved, address).href);
  const query = toQuery(address);
  // What is open on a page is no part of the drawing.
  const drawn = Object.fromEntries(
    Object.entries(query).filter(([name]) => !OPENED_PARAMETERS.includes(name)),
  );
  return {
    address,
    path,
    query: path.startsWith('/embed/') ? query : drawn,
    isOurs: host === new URL(toSiteOrigin()).host,
  };
}

/** Another site's chart may bear the same name; ours in its place would be a lie. */
function answerElsewhere(address: string): Response {
  const detail = `${address} is not of ${toSiteOrigin()}, and only charts of this site can be embedded from here.`;
  return answerNoChart(address, 'This address is of another site', detail);
}

function answerWithout(address: string): Response {
  const detail = `No chart stands for ${address}. /charts.json lists the charts; each of them can be embedded.`;
  return answerNoChart(address, 'This page has no embed', detail);
}

function answerNoChart(found: string, title: string, detail: string): Response {
  const problems = [{ parameter: 'url', found, allowed: oembedParameters.url.allowed }];
  return answerProblem({ status: 404, title, detail, problems });
}

/** The status that oEmbed has for it. */
function answerNoFormat(found: Query[string]): Response {
  const asked = [found].flat().join(', ');
  return answerProblem({
    status: 501,
    title: 'There is no such format',
    detail: `oEmbed is answered in JSON and XML, not as “${asked}”.`,
    problems: [{ parameter: 'format', found: asked, allowed: Object.keys(formats) }],
  });
}

function answerXml(answer: Readonly<Record<string, string | number>>): Response {
  const members = Object.entries(answer).map(
    ([name, value]) => `  <${name}>${escapeMarkup(String(value))}</${name}>`,
  );
  const text = `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${members.join('\n')}\n</oembed>\n`;
  return answerContent(text, 'text/xml; charset=utf-8');
}
