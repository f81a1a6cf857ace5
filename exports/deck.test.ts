/** Decks as files: what each holds, said of whom, in which order; and what is refused. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { afterAll, describe, expect, it, test } from 'vitest';
import { publishedCharts } from '@/catalog/published';
import { answerChart } from './chart-answer';
import { answerDeck } from './deck-answer';
import { deckFormats } from './formats';
import { openFiles } from './formats/files-for-tests';
import { expectWhole, openOffice, readSheet, triesLibreOffice } from './office/read-for-tests';

const { tracker, get } = openFiles();
const REVENUE = 'nvidia-data-center-revenue';
const QUERY = `charts=${REVENUE}~chip-launches~market-share,market=jpr-aib-desktop&title=Chips+%26+owners&notes=&notes=First%0ASecond+%3Cline%3E`;

const ask = (extension: string, query = QUERY) =>
  answerDeck(new Request(`http://localhost/deck.${extension}?${query}`), tracker, { extension });

async function open(extension: string, query = QUERY) {
  const answer = await ask(extension, query);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(answer.status, new TextDecoder().decode(bytes.slice(0, 300))).toBe(200);
  return { answer, bytes };
}

const readRows = async (path: string) => JSON.parse((await get(path)).text).rows;

test.each(deckFormats.map((format) => [format.extension, format] as const))(
  'a %s is what it says, is called after its title, and has the same bytes each time',
  async (extension, { mediaType }) => {
    const { answer, bytes } = await open(extension);
    const { bytes: again } = await open(extension);
    expect(answer.headers.get('content-type')).toBe(mediaType);
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`filename="chips-owners_snapshot-[0-9a-f]{6}\\.${extension}"`),
    );
    expect(Buffer.from(bytes).equals(Buffer.from(again))).toBe(true);
  },
);

describe('slides', async () => {
  const { bytes } = await open('pptx');
  const file = openOffice(bytes);
  const slides = Object.keys(file.parts).filter((name) => /slides\/slide\d+\.xml$/.test(name));

  it('are whole: title, contents, charts in their order, sources', () => {
    expectWhole(file);
    expect(slides).toHaveLength(6);
    expect(file.read('ppt/slides/slide1.xml')).toContain('Chips &amp; owners');
    expect(file.read('ppt/slides/_rels/slide1.xml.rels')).toContain(`deck?charts=${REVENUE}`);
    const [, contents = ''] =
      /<p:spTree>(.*)<\/p:spTree>/s.exec(file.read('ppt/slides/slide2.xml')) ?? [];
    expect(
      [...contents.matchAll(/hlinkClick r:id="to(\d)" action="ppaction/g)].map(([, to]) => to),
    ).toEqual(['3', '4', '5']);
    expect(file.read('ppt/slides/slide6.xml')).toContain('CC BY 4.0');
  });

  it('have the figures of each chart in its own workbook', async () => {
    const read = (number: number) => {
      const book = unzipSync(file.parts[`ppt/embeddings/Microsoft_Excel_Sheet${number}.xlsx`]!);
      return readSheet(strFromU8(book['xl/worksheets/sheet1.xml']!));
    };
    const [, ...revenue] = read(1);
    const rows = await readRows(`/charts/${REVENUE}.json`);
    expect(revenue.map(([, value]) => value ?? null)).toEqual(
      rows.map((row: { value_usd_millions: number | null }) => row.value_usd_millions),
    );
    const [head, ...shares] = read(3);
    const ofAmd = (await readRows('/charts/market-share.json?market=jpr-aib-desktop')).filter(
      ({ series }: { series: string }) => series === 'AMD',
    );
    const column = head!.indexOf('AMD');
    expect(column).toBeGreaterThan(0);
    const known = (values: readonly unknown[]) => values.filter((one) => one !== null);
    expect(known(shares.map((row) => row[column] ?? null))).toEqual(
      known(ofAmd.map((row: { value_percent: number | null }) => row.value_percent)),
    );
  });

  it('mark the author’s note as theirs, and name every document in their notes', async () => {
    const note = file.read('ppt/notesSlides/notesSlide4.xml');
    expect(note).toContain('Author’s note: First');
    expect(note).toContain('Second &lt;line&gt;');
    expect(file.read('ppt/notesSlides/notesSlide3.xml')).not.toContain('Author’s note');
    const last = file.read('ppt/notesSlides/notesSlide6.xml');
    const { sources } = JSON.parse((await get(`/charts/${REVENUE}.json`)).text);
    for (const { url } of sources as { url: string | null }[]) {
      if (url) expect(last).toContain(url.replaceAll('&', '&amp;'));
    }
  });

  it('draw growth below zero', async () => {
    const growth = await open('pptx', `charts=${REVENUE},view=growth-year`);
    const chart = openOffice(growth.bytes).read('ppt/charts/chart1.xml');
    const [min, max] = ['min', 'max'].map((end) =>
      Number(new RegExp(`<c:${end} val="(-?\\d+)"`).exec(chart)?.[1]),
    );
    expect(min).toBeLessThan(0);
    // Ticks that begin at the lower end meet zero.
    expect(max! % min!).toBe(0);
  });
});

test('a text leads from its contents to its charts, and lists documents once', async () => {
  const file = openOffice((await open('docx')).bytes);
  expectWhole(file);
  const text = file.read('word/document.xml');
  for (const number of [1, 2, 3]) {
    expect(text).toContain(`w:anchor="chart${number}"`);
    expect(text).toContain(`w:name="chart${number}"`);
  }
  expect(text).toContain('Author’s note: First');
  const url = 'https://www.sec.gov';
  const { sources } = JSON.parse((await get(`/charts/${REVENUE}.json`)).text);
  const [one] = (sources as { url: string | null }[]).filter((row) => row.url?.startsWith(url));
  expect(text.split(one!.url!.replaceAll('&', '&amp;'))).toHaveLength(2);
});

test('a PDF has a page for each chart, an outline, tags and a note', async () => {
  const pdf = await getDocumentProxy((await open('pdf')).bytes);
  expect(pdf.numPages).toBeGreaterThanOrEqual(5);
  const outline = await pdf.getOutline();
  expect(outline.map(({ title }) => title)).toHaveLength(5);
  expect(outline.at(0)?.title).toBe('Chips & owners');
  expect(outline.at(-1)?.title).toBe('Sources and license');
  const read = async (number: number) =>
    (await (await pdf.getPage(number)).getTextContent()).items
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ');
  expect(await read(1)).toContain('Contents');
  expect(await read(2)).toContain(outline[1]!.title.split(' ')[0]);
  expect(await read(3)).toContain('Author’s note: First');
  expect(await read(4)).not.toContain('Author’s note');
  expect(await read(5)).toContain('CC BY 4.0');
  const links = await (await pdf.getPage(1)).getAnnotations();
  expect(links.filter(({ dest }) => dest).map(({ dest }) => dest)).toEqual([
    'chart1',
    'chart2',
    'chart3',
  ]);
  const roles = listRoles(await (await pdf.getPage(3)).getStructTree());
  expect(roles).toEqual(expect.arrayContaining(['H2', 'P', 'Figure']));
});

/** Roles of a tree of tags, from the top. */
function listRoles(node: unknown): string[] {
  const { role, children = [] } = (node ?? {}) as { role?: string; children?: unknown[] };
  return [...(role ? [role] : []), ...children.flatMap(listRoles)];
}

test('an archive has a folder for each chart, in their order', async () => {
  const members = unzipSync((await open('zip')).bytes);
  const readme = strFromU8(members['README.md']!);
  expect(readme).toContain('# Chips & owners');
  expect(readme).toContain('Author’s note: First');
  const folders = [...new Set(Object.keys(members).map((name) => name.split('/')[0]))];
  expect(folders).toHaveLength(4);
  expect(folders[1]).toMatch(/^01-nvidia-data-center-revenue_/);
  const csv = Object.keys(members).find((name) => name.endsWith(`${REVENUE}.csv`))!;
  expect(strFromU8(members[csv]!)).toBe((await get(`/charts/${REVENUE}.csv`)).text);
});

describe('a file is refused', () => {
  it.each([
    ['', 400, 'charts: missing'],
    ['charts=', 400, 'charts: missing'],
    ['charts=market-shares', 404, 'market-share'],
    ['charts=market-share,snapshot=000000000000', 404, 'no snapshot'],
    ['charts=market-share,market=moon', 400, 'no market “moon”'],
    ['charts=market-share,x=1', 400, 'x: unknown parameter'],
    ['charts=market-share&theme=dark', 400, 'theme: unknown parameter'],
    [`charts=market-share&notes=${'x'.repeat(600)}`, 400, '500 characters'],
    [`charts=${Array.from({ length: 21 }, () => 'market-share').join('~')}`, 400, 'At most 20'],
  ])('%s', async (query, status, words) => {
    const answer = await ask('pptx', query);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect((await answer.json()).detail).toContain(words);
  });

  it('in a format that holds no decks', async () => {
    const answer = await ask('csv');
    expect(answer.status).toBe(404);
    expect((await answer.json()).detail).toContain('pptx');
  });
});

test('a chart that moved, and edits, are as on the page', async () => {
  const moved = await open('docx', 'charts=nvidia-data-center-growth&add=/charts/chip-launches');
  const text = openOffice(moved.bytes).read('word/document.xml');
  expect(text).toContain('w:name="chart2"');
  expect(text).not.toContain('w:name="chart3"');
});

describe('the PDF of a chart', async () => {
  const { answer, bytes } = await (async () => {
    const answer = await answerChart(
      new Request('http://localhost/charts/market-share.pdf?size=print'),
      tracker,
      { slug: 'market-share', extension: 'pdf' },
    );
    return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
  })();

  it('says what is title, chart and source, and whose it is', async () => {
    expect(answer.status).toBe(200);
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toContain('/Lang (en)');
    expect(raw).toContain('/Marked true');
    const pdf = await getDocumentProxy(bytes.slice());
    const tree = await (await pdf.getPage(1)).getStructTree();
    const roles = listRoles(tree);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'Figure')).toHaveLength(1);
    expect(roles).toContain('P');
    expect(JSON.stringify(tree)).toMatch(/"alt":"[^"]{40,}/);
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Author: 'AI Hardware Tracker', Language: 'en' });
    expect(metadata?.get('dc:rights')).toContain('CC-BY-4.0');
    expect(metadata?.get('dc:source')).toContain('/charts/market-share');
  });
});

const folder = mkdtempSync(join(tmpdir(), 'tracker-deck-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!triesLibreOffice)('LibreOffice', () => {
  it.each([
    ['pptx', 20 + 3],
    ['docx', 20 + 2],
  ])(
    'shows every chart of a long %s',
    async (extension, least) => {
      const slugs = publishedCharts.slice(0, 20).map(({ slug }) => slug);
      const { bytes } = await open(extension, `charts=${slugs.join('~')}&title=All`);
      const file = join(folder, `deck.${extension}`);
      writeFileSync(file, bytes);
      execFileSync(
        'soffice',
        [
          ...['--headless', `-env:UserInstallation=file://${folder}/profile`],
          ...['--convert-to', 'pdf', '--outdir', folder, file],
        ],
        { stdio: 'ignore' },
      );
      const pdf = await getDocumentProxy(new Uint8Array(readFileSync(join(folder, 'deck.pdf'))));
      if (extension === 'pptx') expect(pdf.numPages).toBe(least);
      expect(pdf.numPages).toBeGreaterThanOrEqual(least);
    },
    240_000,
  );
});
