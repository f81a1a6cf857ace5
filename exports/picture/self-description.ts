/**
 * What a picture says of itself, for whoever meets it without its page: RDF, which an SVG
 * holds as its metadata and a PNG as XMP, and texts, which programs list that read no RDF.
 */
import { listOrigins } from '@/data/sources/origins';
import { escapeMarkup } from '@/units/xml-text';
import { toPermalink } from '../links';
import { LICENSE } from '../metadata';
import { getFirstPicture, type Publication } from '../publication';
import { toSiteOrigin } from '../site';

const TRACKER = 'AI Hardware Tracker';
const RIGHTS = `CC BY 4.0, ${LICENSE.address}`;

/** In the properties that picture desks' programs show: Dublin Core, as XMP spells it. */
export function toRdf(publication: Publication): string {
  const { title, subtitle } = getFirstPicture(publication);
  const address = toAddress(publication);
  const inWords = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeMarkup(text)}</rdf:li></rdf:Alt>`;
  const properties = [
    ['dc:title', inWords(title)],
    ['dc:description', inWords(subtitle)],
    ['dc:creator', `<rdf:Seq><rdf:li>${TRACKER}</rdf:li></rdf:Seq>`],
    ['dc:source', escapeMarkup(listOrigins(publication.sources).join('; '))],
    ['dc:rights', inWords(RIGHTS)],
    ['dc:identifier', escapeMarkup(address)],
    ['xmpRights:WebStatement', LICENSE.address],
  ].map(([name, value]) => `<${name}>${value}</${name}>`);
  return [
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cc="http://creativecommons.org/ns#"',
    ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">',
    ...properties,
    `<cc:license rdf:resource="${LICENSE.address}"/></rdf:Description></rdf:RDF>`,
  ].join('');
}

/** Texts of a PNG by their keywords (https://www.w3.org/TR/png-3/#11keywords), XMP last. */
export function listPngTexts(publication: Publication): (readonly [string, string])[] {
  const { title, subtitle } = getFirstPicture(publication);
  const origins = listOrigins(publication.sources);
  return [
    ['Title', title],
    ['Description', subtitle],
    [
      'Author',
      [TRACKER, ...(origins.length > 0 ? [`figures of ${origins.join(', ')}`] : [])].join(', '),
    ],
    ['Copyright', RIGHTS],
    ['Source', toAddress(publication)],
    ['XML:com.adobe.xmp', `<x:xmpmeta xmlns:x="adobe:ns:meta/">${toRdf(publication)}</x:xmpmeta>`],
  ];
}

/** Of the page with exactly these figures. */
const toAddress = (publication: Publication): string =>
  `${toSiteOrigin()}${toPermalink(publication)}`;
