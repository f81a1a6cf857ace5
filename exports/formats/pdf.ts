/** Charts as PDF: vectors and real text, tagged with what is title, chart and source. */
import type { ExportValues, Render } from '../format';
import type { Picture } from '../picture/frame';
import { toPictureWords } from '../picture/words';
import { listFreshnessLines, type Publication } from '../publication';
import { toSiteOrigin } from '../site';
import { closePdf, drawPart, openPdf, type Pdf } from './pdf-document';
import { drawInInter, drawPicture } from './svg';

export const renderPdf: Render = async (publication, values) => {
  const drawn = drawInInter(publication, values);
  if ('problem' in drawn) return drawn;
  const document = openPdf({
    title: publication.title,
    subject: publication.description[0] ?? '',
    keywords: listFreshnessLines(publication).join('; '),
    credits: publication.credits,
    address: `${toSiteOrigin()}${publication.href}`,
    day: publication.snapshot.collected_on,
  });
  const size = toPoints(drawn);
  document.addPage({ size: [size.width, size.height], margin: 0 });
  const root = document.struct('Document');
  document.addStructure(root);
  drawTagged(document, root, { picture: drawn, publication, heading: 'H1' });
  return { body: await closePdf(document) };
};

const PIXELS_PER_INCH = 96;
const MILLIMETERS_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;

function toPoints({ paper, ...pixels }: Picture): { width: number; height: number } {
  const points = POINTS_PER_INCH / (paper ? MILLIMETERS_PER_INCH : PIXELS_PER_INCH);
  const { width, height } = paper ?? pixels;
  return { width: width * points, height: height * points };
}

/** As large as so many points; null where a chart cannot be drawn so. */
export function drawForPage(
  publication: Publication,
  { width, height }: { readonly width: number; readonly height: number },
): Picture | null {
  const toPixels = (points: number) =>
    String(Math.floor((points * PIXELS_PER_INCH) / POINTS_PER_INCH));
  const values: ExportValues = { width: toPixels(width), height: toPixels(height) };
  const drawn = drawPicture(publication, values);
  return 'problem' in drawn ? null : drawn;
}

/** Draws a picture at the top of the page, and tells what of it is what. */
export function drawTagged(
  document: Pdf,
  parent: PDFKit.PDFStructureElement,
  {
    picture,
    publication,
    heading,
  }: {
    readonly picture: Picture;
    readonly publication: Publication;
    readonly heading: 'H1' | 'H2';
  },
): void {
  const { parts } = picture;
  const size = toPoints(picture);
  const draw = (svg: string) => () => drawPart(document, svg, size);
  document.markContent('Artifact', { type: 'Layout' });
  drawPart(document, parts.ground, size);
  document.endMarkedContent();
  const alt = toPictureWords(publication).description;
  parent.add(document.struct(heading, {}, [draw(parts.title)]));
  for (const part of ['measure', 'note'] as const) {
    parent.add(document.struct('P', {}, [draw(parts[part])]));
  }
  const bbox: [number, number, number, number] = [0, 0, size.width, size.height];
  parent.add(document.struct('Figure', { alt, bbox }, [draw(parts.drawing)]));
  parent.add(document.struct('P', {}, [draw(parts.foot)]));
}
