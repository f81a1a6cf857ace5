/** Heights that frames are announced with, against the document as its fonts lay it out. */
import PDFDocument from 'pdfkit';
import { expect, it } from 'vitest';
import { publishedCharts } from '@/catalog/published';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { calculators } from '@/subjects/calculators/calculators';
import { toFontFile } from '../formats/font-files';
import { type AskedEmbed, readEmbed, writeEmbed } from './embed-answer';
import { type EmbedLayout, layOutEmbed, measureEmbed } from './layout';

const tracker = openFrozenData();
const WIDTHS = [300, 360, 500, 720];
const PATHS = [
  ...publishedCharts.map(({ slug }) => `/embed/${slug}`),
  ...calculators.map(({ slug }) => `/embed/calculators/${slug}`),
];

const read = async (path: string): Promise<AskedEmbed> => {
  const asked = await readEmbed(tracker, path, {});
  if (asked === null || asked instanceof Response) throw new Error(path);
  return asked;
};

const paper = new PDFDocument({ autoFirstPage: false });

/** Pixels of a text in lines as high as the style sheet says. */
function toHeight(text: string, width: number, size: number, line: number, style: string): number {
  paper.font(toFontFile(style)).fontSize(size);
  return Math.round(paper.heightOfString(text, { width }) / paper.currentLineHeight(true)) * line;
}

/** The document’s texts and its drawing in a frame of this width. */
function layOutDocument(html: string, width: number): number {
  const room = width - 32;
  const [, wide = '', narrow = ''] =
    /<div class="wide">([\s\S]*?)<\/div>\n<div class="narrow">([\s\S]*?)<\/div>/.exec(html) ?? [];
  const shown = width < 640 ? narrow : wide;
  const [, drawn, high] = / viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(shown) ?? [];
  const drawing = (Math.min(room, width < 640 ? 440 : 860) * Number(high)) / Number(drawn);
  const list = (pattern: RegExp, source = html) =>
    [...source.matchAll(pattern)].map(([, text = '']) =>
      text
        .replace(/<[^>]+>/g, '')
        .replaceAll('&amp;', '&')
        .replaceAll('&quot;', '"'),
    );
  const heights = [
    ...list(/<h1>(.*?)<\/h1>/g).map((text) => toHeight(text, room, 16, 22, '600SemiBold')),
    ...list(/<\/h1><p>(.*?)<\/p>/g).map((text) => toHeight(text, room, 14, 20, '400Regular')),
    ...list(/<p>(.*?)<\/p>/g, shown).map((text) => toHeight(text, room, 14, 20, '400Regular')),
    ...list(/ class="small">(.*?)<\/(?:p|footer)>/g).map((text) =>
      toHeight(text, room, 12, 16, '400Regular'),
    ),
  ];
  return 12 + 8 + drawing + 8 + 12 + heights.reduce((sum, height) => sum + height, 0);
}

it.each(PATHS)('announces the height that %s needs, and hardly more', async (path) => {
  const asked = await read(path);
  const layout = layOutEmbed(asked, null);
  const html = writeEmbed({ ...asked, theme: 'auto', isWindow: false }, layout);
  for (const width of WIDTHS) {
    const needed = layOutDocument(html, width);
    const announced = measureEmbed(layout, width);
    expect(announced, `${width} wide`).toBeGreaterThanOrEqual(needed);
    expect(announced, `${width} wide`).toBeLessThanOrEqual(needed + 3 * 22);
  }
});

it('leaves notes and rows out of a frame that may not be as high, and says so', async () => {
  const asked = await read('/embed/accelerator-holders');
  const most = 500;
  const layout = layOutEmbed(asked, most);
  for (const width of WIDTHS) expect(measureEmbed(layout, width)).toBeLessThanOrEqual(most);
  expect(layOutEmbed(asked, null).notes).not.toEqual([]);
  expect(layout.notes).toEqual([]);
  expect(layout.narrow.note).toMatch(/^The first \d+ of \d+/);
});

it.each(PATHS)('fits %s into 750 pixels, as WordPress asks', async (path) => {
  const layout: EmbedLayout = layOutEmbed(await read(path), 750);
  for (const width of WIDTHS) {
    expect(measureEmbed(layout, width), `${width} wide`).toBeLessThanOrEqual(750);
  }
});
