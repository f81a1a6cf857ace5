/** Slides, texts and workbooks with charts: their parts, their figures, and LibreOffice's eyes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, it, test } from 'vitest';
import { publishedCharts } from '@/catalog/published';
import { openFiles } from '../formats/files-for-tests';
import { expectWhole, openOffice, readSheet, triesLibreOffice } from './read-for-tests';

const files = openFiles();
const folder = mkdtempSync(join(tmpdir(), 'tracker-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(path: string) {
  const { answer, bytes } = await files.get(path);
  expect(answer.status).toBe(200);
  return { bytes, ...openOffice(bytes) };
}

describe('a slide', () => {
  it('labels the same quarters of years where it has no room for all', async () => {
    const { read } = await open('/charts/market-share.pptx?market=jpr-aib-desktop');
    const chart = read('ppt/charts/chart1.xml');
    const step = Number(/<c:tickLblSkip val="(\d+)"/.exec(chart)?.[1]);
    expect(step).toBeGreaterThanOrEqual(4);
    expect(step % 4).toBe(0);
  });

  it('has a native chart, whose workbook holds the figures of the page, zeros and gaps too', async () => {
    const { read, parts } = await open('/charts/nvidia-data-center-revenue.pptx');
    const chart = read('ppt/charts/chart1.xml');
    expect(chart).toContain('<c:barChart>');
    expect(chart).toContain('<c:dispBlanksAs val="gap"/>');
    const book = unzipSync(parts['ppt/embeddings/Microsoft_Excel_Sheet1.xlsx']!);
    const [head, ...rows] = readSheet(strFromU8(book['xl/worksheets/sheet1.xml']!));
    const { text } = await files.get('/charts/nvidia-data-center-revenue.json');
    const figures = (
      JSON.parse(text).rows as { series: string; value_usd_millions: number | null }[]
    )
      .filter(({ series }) => series === head?.[1])
      .map(({ value_usd_millions: value }) => value);
    expect(rows.map((row) => row[1] ?? null)).toEqual(figures);
    expect(figures).toContain(null);
    // What the chart keeps of its workbook is the same.
    const points = [...chart.matchAll(/<c:pt idx="(\d+)"><c:v>([\d.-]+)<\/c:v><\/c:pt>/g)];
    expect(points.map(([, at, value]) => [Number(at), Number(value)])).toEqual(
      figures.flatMap((value, at) => (value === null ? [] : [[at, value]])),
    );
  });

  it('says what the page says, where it is from, and the notes say how to read it', async () => {
    const { read } = await open('/charts/market-share.pptx');
    const slide = read('ppt/slides/slide1.xml');
    const { text } = await files.get('/charts/market-share.json');
    expect(slide).toMatch(/descr="[^"]{20,}/);
    expect(slide).toContain('Source');
    expect(read('ppt/slides/_rels/slide1.xml.rels')).toContain('TargetMode="External"');
    const notes = read('ppt/notesSlides/notesSlide1.xml');
    for (const { url } of JSON.parse(text).sources as { url: string | null }[]) {
      if (url) expect(notes).toContain(url.replaceAll('&', '&amp;'));
    }
  });

  it('draws ranges where they are known', async () => {
    const { read } = await open('/charts/organization-history.pptx');
    expect(read('ppt/charts/chart1.xml')).toMatch(/<c:errBars>.*<c:plus><c:numLit>/);
  });

  it('draws plans lighter than what is', async () => {
    const { read } = await open('/charts/data-centers-over-time.pptx');
    expect(read('ppt/charts/chart1.xml')).toContain('<a:alpha val="45000"/>');
    const measured = await open('/charts/nvidia-data-center-revenue.pptx');
    expect(measured.read('ppt/charts/chart1.xml')).not.toContain('<a:alpha');
  });

  it('is a picture, and says why, where office programs have no chart', async () => {
    const { read, parts } = await open('/charts/chip-launches.pptx');
    expect(read('ppt/slides/slide1.xml')).toContain('this is an image');
    expect(strFromU8(parts['ppt/media/image1.svg']!)).toContain('<svg');
    expect(parts['ppt/media/image1.png']?.slice(1, 4)).toEqual(new Uint8Array([0x50, 0x4e, 0x47]));
  });

  it('has the same bytes each time', async () => {
    const [first, second] = [
      await open('/charts/market-share.pptx'),
      await open('/charts/market-share.pptx'),
    ];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });
});

test.each(publishedCharts.map(({ slug }) => slug))(
  '%s: every part is there, well formed, and led to',
  async (slug) => {
    for (const extension of ['pptx', 'docx', 'xlsx']) {
      const opened = await open(`/charts/${slug}.${extension}`);
      expectWhole(opened);
    }
  },
);

describe.skipIf(!triesLibreOffice)('LibreOffice', () => {
  test.each(['pptx', 'docx'])(
    'shows a %s as a page with its words',
    async (extension) => {
      for (const slug of [
        'market-share',
        'nvidia-data-center-revenue',
        'accelerator-holders',
        'chip-launches',
      ]) {
        const { bytes } = await open(`/charts/${slug}.${extension}`);
        writeFileSync(join(folder, `${slug}.${extension}`), bytes);
      }
      execFileSync(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=file://${folder}/profile`,
          '--convert-to',
          'pdf',
          '--outdir',
          folder,
        ].concat(
          [
            'market-share',
            'nvidia-data-center-revenue',
            'accelerator-holders',
            'chip-launches',
          ].map((slug) => join(folder, `${slug}.${extension}`)),
        ),
        { stdio: 'ignore' },
      );
      const pdf = await getDocumentProxy(
        new Uint8Array(readFileSync(join(folder, 'market-share.pdf'))),
      );
      const page = await pdf.getPage(1);
      const text = (await page.getTextContent()).items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ');
      expect(text).toContain('Nvidia');
      expect(text).toContain('100%');
    },
    120_000,
  );
});
