/**
 * A PDF of ours: tagged, in English, with the fonts of the drawings and with what it is said
 * in its metadata. The same content gives the same bytes.
 */
import PDFDocument from 'pdfkit';
import drawSvg from 'svg-to-pdfkit';
import { escapeMarkup } from '@/units/xml-text';
import { LICENSE } from '../metadata';
import { toFontFile } from './font-files';

export type Pdf = PDFKit.PDFDocument;

interface About {
  readonly title: string;
  readonly subject: string;
  readonly keywords: string;
  /** Who is to be credited, besides the tracker. */
  readonly credits: readonly string[];
  /** Where it shows the same, whole. */
  readonly address: string;
  /** ISO; of the data, not of the download. */
  readonly day: string;
}

const AUTHOR = 'AI Hardware Tracker';

/** Without a page yet. */
export function openPdf(about: About): Pdf {
  const { title, subject, keywords, address, day } = about;
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: title,
      Author: AUTHOR,
      Subject: subject,
      Keywords: keywords,
      CreationDate: new Date(`${day}T00:00:00Z`),
      // Names of our own, which readers show among the document's properties.
      ...{ Source: address, License: LICENSE.address },
    },
  });
  // What the library writes itself escapes nothing.
  Object.assign(document, { _addInfo: () => document.appendXML(writeXmp(about)) });
  document.registerFont('regular', toFontFile('400Regular'));
  document.registerFont('bold', toFontFile('600SemiBold'));
  document.registerFont('italic', toFontFile('400Regular_Italic'));
  return document;
}

export async function closePdf(document: Pdf): Promise<Uint8Array> {
  document.end();
  const pieces: Buffer[] = [];
  for await (const piece of document) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Draws a picture from the upper left corner of the page on. */
export function drawPart(document: Pdf, svg: string, size: { width: number; height: number }) {
  drawSvg(document, putHalosBelow(svg), 0, 0, {
    ...size,
    assumePt: false,
    fontCallback: (_family, bold, italic) => (bold ? 'bold' : italic ? 'italic' : 'regular'),
  });
}

/**
 * Words with a halo, once as the halo and once as the words: the library strokes what it has
 * filled, whatever `paint-order` says, and so would bury the words below it.
 */
function putHalosBelow(svg: string): string {
  return svg.replace(HALO, (whole, tag: string, attributes: string, words: string) => {
    const plain = attributes.replaceAll(/ (paint-order|stroke[a-z-]*)="[^"]*"/g, '');
    const halo = attributes.replace(/ fill="[^"]*"/, '');
    return /<\/?g\b/.test(words)
      ? whole
      : `<${tag} fill="none"${halo}>${words.replaceAll(/ fill="[^"]*"/g, '')}</${tag}><${tag}${plain}>${words}</${tag}>`;
  });
}

const HALO = /<(g|text)\b((?=[^>]*\bpaint-order="stroke")[^>]*)>([\s\S]*?)<\/\1>/g;

/** Adobe XMP, part 1: what catalogs and desks of pictures read. */
function writeXmp({ title, subject, keywords, credits, address, day }: About): string {
  const inOneLanguage = (name: string, text: string) =>
    `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeMarkup(text)}</rdf:li></rdf:Alt></dc:${name}>`;
  const list = (name: string, kind: 'Seq' | 'Bag', texts: readonly string[]) =>
    `<dc:${name}><rdf:${kind}>${texts.map((text) => `<rdf:li>${escapeMarkup(text)}</rdf:li>`).join('')}</rdf:${kind}></dc:${name}>`;
  return [
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    '<dc:format>application/pdf</dc:format>',
    inOneLanguage('title', title),
    list('creator', 'Seq', [AUTHOR]),
    inOneLanguage('description', subject),
    list('language', 'Bag', ['en']),
    inOneLanguage(
      'rights',
      [`${LICENSE.name}.`, ...credits.map((credit) => `${credit}.`)].join(' '),
    ),
    `<dc:source>${escapeMarkup(address)}</dc:source>`,
    `<xmpRights:WebStatement>${LICENSE.address}</xmpRights:WebStatement>`,
    `<xmp:CreateDate>${day}T00:00:00Z</xmp:CreateDate>`,
    `<pdf:Keywords>${escapeMarkup(keywords)}</pdf:Keywords>`,
    '</rdf:Description>',
  ].join('\n');
}
