/** A chart as PDF: vectors and real text, with the fonts embedded. */
import PDFDocument from 'pdfkit';
import drawSvg from 'svg-to-pdfkit';
import type { Render } from '../format';
import type { Picture } from '../picture/frame';
import { listFreshnessLines, type Publication } from '../publication';
import { toFontFile } from './font-files';
import { drawPicture } from './svg';

export const renderPdf: Render = async (publication, values) => {
  const drawn = drawPicture(publication, values);
  return 'problem' in drawn ? drawn : { body: await writePdf(drawn, publication) };
};

const PIXELS_PER_INCH = 96;
const MILLIMETERS_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;

async function writePdf(picture: Picture, publication: Publication): Promise<Uint8Array> {
  const { paper } = picture;
  const points = POINTS_PER_INCH / (paper ? MILLIMETERS_PER_INCH : PIXELS_PER_INCH);
  const size = paper ?? picture;
  const [width, height] = [size.width * points, size.height * points];
  const document = new PDFDocument({
    size: [width, height],
    margin: 0,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: publication.title,
      Author: ['AI Hardware Tracker', ...publication.credits].join('; '),
      Subject: publication.description[0] ?? '',
      Keywords: listFreshnessLines(publication).join('; '),
      // The day of the data, not of the download: the same snapshot, the same bytes.
      CreationDate: new Date(`${publication.snapshot.collected_on}T00:00:00Z`),
    },
  });
  document.registerFont('regular', toFontFile('400Regular'));
  document.registerFont('bold', toFontFile('600SemiBold'));
  document.registerFont('italic', toFontFile('400Regular_Italic'));
  drawSvg(document, picture.svg, 0, 0, {
    width,
    height,
    assumePt: false,
    fontCallback: (_family, bold, italic) => (bold ? 'bold' : italic ? 'italic' : 'regular'),
  });
  document.end();
  const pieces: Buffer[] = [];
  for await (const piece of document) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
