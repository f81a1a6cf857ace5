import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { measureText, truncateApart } from './text-width';

/**
 * Latin, Greek and Cyrillic letters, and the signs that names, units and axes use. After
 * another edition of the font: `npx vitest run charts/text-width.test.ts -u`.
 */
const RANGES = [
  ...[
    '\u0020-\u007e',
    '\u00a0-\u00ac',
    '\u00ae-\u0148',
    '\u014a-\u017f',
    '\u0391-\u03a1',
    '\u03a3-\u03c9',
  ],
  ...['\u0410-\u044f', '\u2010-\u2015', '\u2018-\u201e', '\u2020-\u2022', '\u2026-\u2026'],
  ...['\u2030-\u2030', '\u2032-\u2033', '\u2039-\u203a', '\u20a9-\u20a9', '\u20ac-\u20ac'],
  ...['\u20b9-\u20b9', '\u2116-\u2116', '\u2122-\u2122', '\u2190-\u2193', '\u2202-\u2202'],
  ...['\u2206-\u2206', '\u2212-\u2212', '\u221a-\u221a', '\u221e-\u221e', '\u2248-\u2248'],
  ...['\u2260-\u2260', '\u2264-\u2265', '\u25a0-\u25a0', '\u25b2-\u25b2', '\u25cf-\u25cf'],
];

const STYLES = { 400: '400Regular', 600: '600SemiBold' } as const;
type Weight = keyof typeof STYLES;
const WEIGHTS = [400, 600] as const;

const document = new PDFDocument({ autoFirstPage: false });

/** In thousandths of the font size; digits as in columns of figures or as in a sentence. */
function measureInFont(text: string, weight: Weight): number {
  const style = STYLES[weight];
  const fonts = join(import.meta.dirname, '..', 'node_modules', '@expo-google-fonts', 'inter');
  document.font(join(fonts, style, `Inter_${style}.ttf`)).fontSize(1000);
  return Math.max(
    document.widthOfString(text),
    document.widthOfString(text, { features: ['tnum'] }),
  );
}

function buildTable(weight: Weight): Record<string, string> {
  const charactersByAdvance: Record<string, string> = {};
  for (const [first, , last] of RANGES) {
    for (let code = first!.charCodeAt(0); code <= last!.charCodeAt(0); code += 1) {
      const character = String.fromCharCode(code);
      const advance = Math.round(measureInFont(character, weight));
      charactersByAdvance[advance] = (charactersByAdvance[advance] ?? '') + character;
    }
  }
  return charactersByAdvance;
}

it('has the advances of the font that the site brings', async () => {
  const table = Object.fromEntries(WEIGHTS.map((weight) => [weight, buildTable(weight)]));
  await expect(`${JSON.stringify(table, null, 2)}\n`).toMatchFileSnapshot('inter-advances.json');
});

const NAMES = ['organizations', 'chips', 'vendors', 'systems'].flatMap((dataset) => {
  const folder = join(import.meta.dirname, '..', 'tests', 'data-2026-11', dataset);
  const csv = readFileSync(join(folder, `${dataset}.csv`), 'utf8');
  const { data } = Papa.parse<{ name: string }>(csv, { header: true, skipEmptyLines: true });
  return data.map(({ name }) => name);
});

const FIGURES = ['$3.6bn', '−12.5%', '1,111,111', '≈ 24,000', 'FY26 Q3', '2019–2026', 'up to 4×'];

describe.each(WEIGHTS)('in weight %i', (weight) => {
  it('measures names within 2% of the font on average, and none too narrow', () => {
    const errors = [...NAMES, ...FIGURES, 'Яндекс', 'Ελλάδα'].map((text) => ({
      text,
      error: measureText(text, 1000, weight) / measureInFont(text, weight) - 1,
    }));
    expect(errors.length).toBeGreaterThan(100);
    expect(errors.filter(({ error }) => error < 0)).toEqual([]);
    // “Te” and “Ya” move together, which no table of single advances knows.
    expect(errors.filter(({ error }) => error > 0.05)).toEqual([]);
    expect(errors.reduce((sum, { error }) => sum + error, 0) / errors.length).toBeLessThan(0.02);
  });

  it('gives an ideograph its whole square, and marks no room', () => {
    const nvidia = measureText('英伟达', 12, weight);
    expect(nvidia).toBeGreaterThanOrEqual(36);
    expect(nvidia).toBeLessThan(37);
    expect(measureText('\u2068Nvidia\u2069\u200b', 12, weight)).toBe(
      measureText('Nvidia', 12, weight),
    );
    expect(measureText('é'.normalize('NFD'), 12, weight)).toBe(measureText('é', 12, weight));
  });
});

const cut = (width: number, ...texts: string[]) =>
  truncateApart(
    texts.map((text) => ({ text, width })),
    12,
  );

it('cuts texts at their end', () => {
  expect(cut(60, 'Nvidia Data Center', 'AMD')).toEqual(['Nvidia D…', 'AMD']);
});

it('cuts those that would read alike in their middle, and no wider', () => {
  const short = cut(106, 'Intel DCAI (2023 basis)', 'Intel DCAI (2024 basis)', 'Intel');
  expect(new Set(short).size).toBe(3);
  expect(short[0]).toMatch(/^Intel.*…3 basis\)$/);
  for (const text of short) expect(measureText(text, 12)).toBeLessThanOrEqual(106);
});

it('leaves two of one name alike', () => {
  expect(cut(40, 'Instinct MI350X', 'Instinct MI350X')).toEqual(['Insti…', 'Insti…']);
});
