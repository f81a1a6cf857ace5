/**
 * Labels of embeds in whatever font they are first seen: Inter, or what stands in for
 * it until it has come. Which fonts a machine has is no matter: each is brought along.
 */
import { readFileSync } from 'node:fs';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { FALLBACK_FONTS, NARROWED_FACES } from '@/charts/fonts';
import { inProject } from '../scripts/bootstrap/project.mjs';

/** What a machine calls the font, and the file that is it. */
const INSTALLED = {
  'a plain Debian': { 'DejaVu Sans': 'dejavu-sans', 'DejaVu Sans Bold': 'dejavu-sans' },
  // Arimo is as wide as Arial, Helvetica and Liberation Sans.
  'a machine with Arial': { Arial: 'arimo', 'Arial Bold': 'arimo' },
  'a machine whose font has no name here': {
    'Open Sans': 'open-sans',
    'Open Sans Bold': 'open-sans',
  },
} as const;

const INTER = toUrl('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2');
const WIDTHS = [1280, 390];

test.describe('labels stand within their drawings @once', () => {
  test('in Inter', async ({ page, request }) => {
    expect(await listFaults(page, request, writeInter)).toEqual([]);
  });

  for (const [machine, fonts] of Object.entries(INSTALLED)) {
    test(`on ${machine}, when Inter never comes`, async ({ page, request }) => {
      expect(await listFaults(page, request, (html) => writeFallback(html, fonts))).toEqual([]);
    });
  }

  test('and the search for those that do not finds them', async ({ page, request }) => {
    const fonts = INSTALLED['a plain Debian'];
    const write = (html: string) => writeFallback(html.replace(NARROWED_FACES, ''), fonts);
    expect(await listFaults(page, request, write)).not.toEqual([]);
  });
});

/** Labels that reach over the edge of a visible drawing, of all embeds in all widths. */
async function listFaults(
  page: Page,
  request: APIRequestContext,
  write: (html: string) => string,
): Promise<string[]> {
  const { charts } = (await (await request.get('/charts.json')).json()) as {
    charts: { name: string }[];
  };
  const faults: string[] = [];
  for (const { name } of charts) {
    await page.setContent(write(await (await request.get(`/embed/${name}`)).text()));
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const outside = await page.evaluate(listLabelsOutside);
      faults.push(...outside.map((label) => `${name}, ${width} wide: ${label}`));
    }
  }
  return faults;
}

/** By more than a hair; runs in the page. */
async function listLabelsOutside(): Promise<string[]> {
  // A font that fails makes room for the next in line only then: all are asked at once.
  await Promise.allSettled([...document.fonts].map((font) => font.load()));
  return [...document.querySelectorAll('svg')].flatMap((drawing) => {
    const box = drawing.getBoundingClientRect();
    return [...drawing.querySelectorAll('text')].flatMap((label) => {
      const { left, right } = label.getBoundingClientRect();
      const isOutside = left < box.left - 0.5 || right > box.right + 0.5;
      return isOutside ? [label.textContent ?? ''] : [];
    });
  });
}

/** The document as it looks once Inter is there. */
const writeInter = (html: string) => html.replaceAll(/url\([^)]*inter[^)]*\)/g, `url(${INTER})`);

/** The document as it looks without Inter, where these fonts and no others are installed. */
function writeFallback(html: string, fonts: Readonly<Record<string, string>>): string {
  const toSource = (name: string) => {
    const file = fonts[name];
    const weight = name.endsWith('Bold') ? 700 : 400;
    return file
      ? `url(${toUrl(`@fontsource/${file}/files/${file}-latin-${weight}-normal.woff2`)})`
      : 'url(data:,)';
  };
  const toFace = (family: string, name: string, weight: number) =>
    `@font-face{font-family:'${family}';font-weight:${weight};src:${toSource(name)}}`;
  const toFaces = (family: string, name: string) =>
    toFace(family, name, 400) + toFace(family, `${name} Bold`, 700);
  const [last = ''] = Object.keys(fonts);
  // A face that fails to load would let the machine's own font of that name in.
  const families = FALLBACK_FONTS.split(', ').flatMap((quoted) => {
    const name = quoted.replaceAll("'", '');
    if (name === 'sans-serif') return [{ name: 'Plain Sans', faces: toFaces('Plain Sans', last) }];
    if (name in fonts) return [{ name, faces: toFaces(name, name) }];
    return name === 'Narrowed Sans' ? [{ name, faces: '' }] : [];
  });
  const written = html
    .replaceAll(/@font-face\{font-family:Inter;[^}]*\}/g, '')
    .replace(/local\("([^"]+)"\)/g, (_, name: string) => toSource(name))
    .replaceAll(FALLBACK_FONTS, families.map(({ name }) => `'${name}'`).join(', '))
    .replace('<style>', `<style>${families.map(({ faces }) => faces).join('')}`);
  expect(written).toContain("'Plain Sans'");
  return written;
}

/** A font file of a package, as an address that needs no server. */
function toUrl(file: string): string {
  const font = readFileSync(inProject('node_modules', file)).toString('base64');
  return `data:font/woff2;base64,${font}`;
}
