/**
 * Exported pictures as Chromium draws them with the font that the PNGs are drawn with:
 * every text inside the picture and clear of every other, and the PNG the same picture
 * as the SVG.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** The smallest, a wide one and a high one; the others are tried by `npm run test:all`. */
const SIZES = ['width=400&height=500', 'size=article', 'size=square'];
const OTHER_SIZES = ['size=social @all', 'size=slide @all', 'width=4000&height=4000 @all'];

test.describe('texts of a picture @once', () => {
  for (const name of [...SIZES, ...OTHER_SIZES]) {
    test(`lie inside of it and clear of each other: ${name}`, async ({ page, request }) => {
      const [size] = name.split(' ');
      test.setTimeout(120_000);
      await openCanvas(page);
      const found: string[] = [];
      for (const slug of await listCharts(request)) {
        const answer = await request.get(`/charts/${slug}.svg?${size}`);
        // A small picture of much is refused with an explanation, never crowded.
        if (answer.status() === 409) continue;
        expect(answer.status(), slug).toBe(200);
        await show(page, await answer.text());
        for (const fault of await page.evaluate(listFaults)) found.push(`${slug}: ${fault}`);
      }
      expect(found).toEqual([]);
    });
  }
});

test('the search for faults finds them @once', async ({ page }) => {
  await openCanvas(page);
  await show(
    page,
    '<svg width="200" height="60" font-family="Inter"><text x="10" y="30">one</text><text x="20" y="33">two</text><text x="180" y="50">three</text><text x="10" y="48">four</text></svg>',
  );
  expect(await page.evaluate(listFaults)).toEqual(['"three" lies outside', '"one" touches "two"']);
});

test.describe('a PNG is its SVG, text included @once', () => {
  for (const path of [
    'market-share?size=article',
    'accelerator-holders?size=square&theme=dark',
    'chip-launches?size=slide',
    'chip-efficiency?size=social',
  ]) {
    test(path, async ({ page, request }) => {
      await openCanvas(page);
      const [slug, query] = path.split('?');
      const png = PNG.sync.read(await (await request.get(`/charts/${slug}.png?${query}`)).body());
      const svg = await (await request.get(`/charts/${slug}.svg?${query}`)).text();
      await show(page, svg);
      expect(await compare(page, png)).toBeLessThan(SAME);
      // The comparison itself: other letters, or none, are noticed.
      await show(page, svg.replaceAll('Inter,', ''));
      expect(await compare(page, png)).toBeGreaterThan(SAME);
      await show(page, svg.replaceAll(/<text\b.*?<\/text>/gs, ''));
      expect(await compare(page, png)).toBeGreaterThan(SAME);
    });
  }
});

/** Part of the pixels that may differ: edges of letters are smoothed in two ways. */
const SAME = 0.005;

/** The part of the pixels that differ visibly from what the page shows. */
async function compare(page: Page, png: PNG): Promise<number> {
  const shot = PNG.sync.read(await page.locator('#canvas > svg').screenshot());
  expect([shot.width, shot.height]).toEqual([png.width, png.height]);
  const { width, height } = png;
  const options = { threshold: 0.5, includeAA: false };
  return pixelmatch(shot.data, png.data, undefined, width, height, options) / (width * height);
}

async function listCharts(request: APIRequestContext): Promise<string[]> {
  const { charts } = await (await request.get('/charts.json')).json();
  return charts.map(({ name }: { name: string }) => name);
}

const STYLES = [
  ['400Regular', 'font-weight:400'],
  ['600SemiBold', 'font-weight:600'],
  ['400Regular_Italic', 'font-weight:400;font-style:italic'],
] as const;

async function openCanvas(page: Page): Promise<void> {
  const folder = join(import.meta.dirname, '..', 'node_modules', '@expo-google-fonts', 'inter');
  const faces = STYLES.map(([style, rule]) => {
    const font = readFileSync(join(folder, style, `Inter_${style}.ttf`)).toString('base64');
    return `@font-face{font-family:Inter;${rule};src:url(data:font/ttf;base64,${font})}`;
  });
  await page.setContent(
    `<!doctype html><style>${faces.join('')}body{margin:0}svg{display:block}</style><div id="canvas"></div>`,
  );
}

async function show(page: Page, svg: string): Promise<void> {
  await page.evaluate(async (markup) => {
    document.querySelector('#canvas')!.innerHTML = markup;
    await document.fonts.ready;
  }, svg);
}

/** What lies outside, and which texts touch; runs in the page. */
function listFaults(): string[] {
  const svg = document.querySelector('#canvas > svg')!;
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll('text')]
    .filter(({ textContent }) => textContent?.trim())
    .map((text) => {
      const box = text.getBoundingClientRect();
      // What letters cover of their line: between it lie the gaps of the font.
      const lines = text.querySelectorAll('tspan').length || 1;
      const air = (box.height / lines) * 0.2;
      return {
        text: text.textContent?.trim() ?? '',
        left: box.left + 0.5,
        right: box.right - 0.5,
        top: box.top + air,
        bottom: box.bottom - air,
      };
    });
  const outside = texts
    .filter(
      ({ left, right, top, bottom }) =>
        left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom,
    )
    .map(({ text }) => `"${text}" lies outside`);
  const touching = texts.flatMap((one, index) =>
    texts
      .slice(index + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => `"${one.text}" touches "${other.text}"`),
  );
  return [...outside, ...touching];
}
