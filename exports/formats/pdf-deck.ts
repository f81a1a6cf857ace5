/** A deck as PDF: title and contents, a page for each chart with its author's note, all sources. */
import { listNoteLines, SOURCES_TITLE, toDeckWords } from '../deck-words';
import type { RenderDeck } from '../format';
import type { NotedPublication } from '../publication';
import { drawForPage, drawTagged } from './pdf';
import { closePdf, openPdf, type Pdf } from './pdf-document';

/** A4, the long side across. */
const PAGE = { width: 841.89, height: 595.28 };
const MARGIN = 48;
const INNER = PAGE.width - 2 * MARGIN;
const NOTE_SIZE = 11;

export const renderPdfDeck: RenderDeck = async (deck) => {
  const words = toDeckWords(deck);
  const publications = deck.charts.map(({ publication }) => publication);
  const document = openPdf({
    title: words.title,
    subject: words.about,
    keywords: words.contents.map(({ title }) => title).join('; '),
    credits: [...new Set(publications.flatMap(({ credits }) => credits))],
    address: deck.address,
    day: publications[0]?.snapshot.collected_on ?? '',
  });
  const root = document.struct('Document');
  document.addStructure(root);
  const addPage = (title: string, bottom = MARGIN) => {
    const margins = { top: MARGIN, right: MARGIN, bottom, left: MARGIN };
    document.addPage({ size: [PAGE.width, PAGE.height], margins });
    document.outline.addItem(title);
  };
  const write = buildWriter(document, root);

  addPage(words.title);
  write('H1', words.title, { font: 'bold', size: 26 });
  write('P', words.about, { color: MUTED });
  write('P', shorten(deck.address), { size: 9, to: deck.address, after: 20 });
  write('H2', 'Contents', { font: 'bold', size: 15 });
  for (const [at, { title }] of words.contents.entries()) {
    write('P', `${at + 1}. ${title}`, { to: `#chart${at + 1}` });
  }
  for (const [at, chart] of deck.charts.entries()) {
    // A note may end near the edge of the page.
    addPage(words.contents[at]?.title ?? '', 0);
    document.addNamedDestination(`chart${at + 1}`, 'XYZ', 0, 0, null);
    drawChartPage(document, root, chart);
  }
  addPage(SOURCES_TITLE);
  write('H2', SOURCES_TITLE, { font: 'bold', size: 20 });
  write('P', words.origins);
  write('P', words.license, { after: 12 });
  for (const { words: text, url } of words.documents) {
    write('P', text, { size: 8.5, after: 3, ...(url ? { to: url } : {}) });
  }
  return closePdf(document);
};

/** The note takes what it needs of the page; the picture has the rest. */
function drawChartPage(document: Pdf, root: PDFKit.PDFStructureElement, chart: NotedPublication) {
  const { publication } = chart;
  const note = listNoteLines(chart).join('\n');
  document.font('italic').fontSize(NOTE_SIZE);
  const noteHeight = note ? document.heightOfString(note, { width: INNER }) + MARGIN / 2 : 0;
  const room = PAGE.height - noteHeight;
  const picture = drawForPage(publication, { ...PAGE, height: room });
  if (!picture) throw new Error(`The chart "${publication.slug}" has no room on a page.`);
  const section = document.struct('Sect');
  root.add(section);
  drawTagged(document, section, { picture, publication, heading: 'H2' });
  if (note) {
    document.x = MARGIN;
    document.y = room;
    buildWriter(document, section)('P', note, { font: 'italic' });
  }
  section.end();
}

interface Style {
  readonly font?: 'regular' | 'bold' | 'italic';
  readonly size?: number;
  readonly color?: string;
  /** Space below, in points. */
  readonly after?: number;
  /** An address, or the name of a place in this document after "#". */
  readonly to?: string;
}

const INK = '#111111';
const MUTED = '#555555';
const LINK = '#1d4ed8';

/** Writes paragraphs one below the other, on further pages where they need them. */
function buildWriter(document: Pdf, parent: PDFKit.PDFStructureElement) {
  return (
    tag: 'H1' | 'H2' | 'P',
    text: string,
    { font = 'regular', size = NOTE_SIZE, color = INK, after = 6, to }: Style = {},
  ) => {
    const print = () => {
      document
        .font(font)
        .fontSize(size)
        .fillColor(to ? LINK : color)
        .text(text, { width: INNER, ...(to && !to.startsWith('#') ? { link: to } : {}) });
    };
    if (!to) {
      parent.add(document.struct(tag, {}, [print]));
    } else {
      const element = document.struct(tag);
      const link = document.struct('Link');
      parent.add(element);
      element.add(link);
      link.add(() => {
        const [x, y] = [document.x, document.y];
        print();
        if (to.startsWith('#')) {
          document.goTo(x, y, INNER, document.y - y, to.slice(1), { structParent: link });
        }
      });
      link.end();
      element.end();
    }
    document.y += after;
  };
}

/** A page has room for some lines of an address; its link is whole. */
const shorten = (address: string) =>
  address.length > MOST_SHOWN ? `${address.slice(0, MOST_SHOWN)}…` : address;
const MOST_SHOWN = 300;
