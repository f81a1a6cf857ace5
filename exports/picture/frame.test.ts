import { Resvg } from '@resvg/resvg-js';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { measureText } from '@/charts/text-width';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { acceleratorHolders } from '@/subjects/holdings/accelerator-holders';
import { getChartView } from '@/views/chart-view';
import { chooseCover } from '@/views/choose-cover-for-tests';
import { toChartPublication } from '../chart-publication';
import { toFontOptions } from '../formats/font-files';
import { getFirstPicture, type Publication } from '../publication';
import { buildPicture, type PictureOptions } from './frame';
import { listOnePicturePublications, toName } from './publications-for-tests';
import { presets } from './size';
import { toPictureWords } from './words';

const tracker = openFrozenData();
let publications: readonly Publication[] = [];
beforeAll(async () => {
  publications = await listOnePicturePublications(tracker);
});

const OPTIONS = { theme: 'light', background: 'transparent', frame: 'publication' } as const;

type Asked = Partial<PictureOptions> & Pick<PictureOptions, 'size'>;
const drawn = new Map<string, ReturnType<typeof buildPicture>>();

/** Every picture is drawn once for all tests that look at it. */
function draw(publication: Publication, options: Asked) {
  const key = JSON.stringify([publications.indexOf(publication), options]);
  if (!drawn.has(key)) {
    const { model } = getFirstPicture(publication);
    const picture = buildPicture(model, toPictureWords(publication), { ...OPTIONS, ...options });
    drawn.set(key, picture);
  }
  return drawn.get(key) ?? null;
}

const SIZES = [
  [400, 500],
  [1200, 630],
  [1200, 800],
  [1080, 1080],
  [1920, 1080],
  [4000, 4000],
] as const;

/** Each picture small and large, and each shape of picture at each size. */
const listSized = () =>
  chooseCover(
    publications.flatMap((publication) =>
      SIZES.map(([width, height]) => ({ publication, width, height })),
    ),
    ({ publication, width, height }) => [
      `${toName(publication)} ${width === SIZES[0][0] ? 'small' : 'large'}`,
      `${getFirstPicture(publication).model.shape} ${width} × ${height}`,
    ],
  );

it('everything that is drawn lies inside the picture', () => {
  for (const { publication, width, height } of listSized()) {
    const picture = draw(publication, { size: { width, height } });
    if (!picture) continue;
    expect([picture.width, picture.height]).toEqual([width, height]);
    const resvg = new Resvg(picture.svg, toFontOptions());
    const box = resvg.getBBox();
    if (!box) throw new Error(`${toName(publication)} draws nothing.`);
    const [, , across = 0, down = 0] = /viewBox="([^"]+)"/
      .exec(picture.svg)![1]!
      .split(' ')
      .map(Number);
    const edges = [box.x, box.y, box.x + box.width, box.y + box.height];
    expect(edges[0], toName(publication)).toBeGreaterThanOrEqual(0);
    expect(edges[1], toName(publication)).toBeGreaterThanOrEqual(0);
    expect(edges[2], toName(publication)).toBeLessThanOrEqual(across);
    expect(edges[3], toName(publication)).toBeLessThanOrEqual(down);
  }
});

it('everything can be drawn at every preset size', () => {
  for (const { publication, width, height } of listSized()) {
    if (width === SIZES[0][0]) continue;
    const picture = draw(publication, { size: { width, height } });
    expect(picture, `${toName(publication)} ${width}`).not.toBeNull();
  }
});

it('writes no word smaller than eleven pixels', () => {
  const free = publications.map((publication) => ({ publication, width: 400, height: null }));
  for (const { publication, width, height } of [...free, ...listSized()]) {
    const picture = draw(publication, { size: { width, height } });
    if (!picture) continue;
    const [, , units] = /viewBox="([^"]+)"/.exec(picture.svg)![1]!.split(' ').map(Number);
    const sizes = [...picture.svg.matchAll(/ font-size="([\d.]+)"/g)].map(([, size]) =>
      Number(size),
    );
    const least = Math.min(...sizes) * (width / units!);
    expect(least, `${toName(publication)} ${width} × ${height}`).toBeGreaterThanOrEqual(10.99);
  }
});

describe('words around the drawing', () => {
  it('never share a line with each other', () => {
    for (const publication of publications) {
      const picture = draw(publication, { size: { width: 400, height: null } })!;
      const { document } = parseHTML(picture.svg);
      const lines = [...document.querySelectorAll('svg > text')].map((text) => ({
        y: Number(text.getAttribute('y')),
        size: Number(text.getAttribute('font-size')),
        right: 20 + measureText(text.textContent ?? '', Number(text.getAttribute('font-size'))),
      }));
      const width = Number(document.querySelector('svg')!.getAttribute('viewBox')!.split(' ')[2]);
      lines.forEach(({ y, size, right }, index) => {
        expect(right, toName(publication)).toBeLessThanOrEqual(width);
        const above = lines[index - 1];
        if (above) expect(y - above.y, toName(publication)).toBeGreaterThanOrEqual(size);
      });
    }
  });

  it('tell title, unit, sources, date and address', () => {
    const publication = publications.find(({ slug }) => slug === 'market-share')!;
    const { document } = parseHTML(draw(publication, { size: { width: 1200, height: 800 } })!.svg);
    const text = [...document.querySelectorAll('text')].map((one) => one.textContent).join(' ');
    const { title, subtitle } = getFirstPicture(publication);
    expect(text).toContain(title);
    expect(text).toContain(subtitle);
    expect(text).toContain('Epoch AI');
    expect(text).toContain('/charts/market-share');
    expect(text).toContain(`snapshot ${tracker.snapshot.id.slice(0, 6)}`);
  });

  it('are absent from the bare drawing', () => {
    const publication = publications[0]!;
    const { svg } = draw(publication, { size: { width: 800, height: 500 }, frame: 'none' })!;
    expect(parseHTML(svg).document.querySelectorAll('svg > text').length).toBe(0);
  });
});

describe('a preset', () => {
  const toPixels = (svg: string, width: number) => {
    const [, , units = ''] = /viewBox="([^"]+)"/.exec(svg)![1]!.split(' ');
    const sizes = [...svg.matchAll(/ font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    return sizes.map((size) => Math.round((size * width * 10) / Number(units)) / 10);
  };
  const drawAll = (size: PictureOptions['size']) =>
    publications.map((publication) => ({
      name: toName(publication),
      picture: draw(publication, { size })!,
    }));

  it.each(Object.entries(presets))('%s has type of one size, whatever it shows', (_, preset) => {
    const most = new Map(
      drawAll(preset).map(({ name, picture }) => [
        Math.max(...toPixels(picture.svg, preset.width)),
        name,
      ]),
    );
    expect([...most]).toHaveLength(1);
  });

  it.each(['social', 'square', 'slide'] as const)('%s can be read from afar', (name) => {
    const preset = presets[name];
    for (const { name, picture } of drawAll(preset)) {
      expect(Math.min(...toPixels(picture.svg, preset.width)), name).toBeGreaterThanOrEqual(24);
    }
  });

  it('of a card shows ten rows at the most, and says so', () => {
    for (const preset of [presets.social, presets.square]) {
      for (const publication of publications) {
        const { model } = getFirstPicture(publication);
        if (model.shape !== 'ranking') continue;
        const { svg } = draw(publication, { size: preset })!;
        const { document } = parseHTML(svg);
        const texts = [...document.querySelectorAll('text')].map((one) => one.textContent ?? '');
        const shown = model.entries.filter(({ label }) =>
          texts.some((text) => text.endsWith(label)),
        );
        expect(shown.length, toName(publication)).toBeLessThanOrEqual(10);
        if (model.entries.length > 10) expect(texts.join(' ')).toMatch(/and \d+ others/);
      }
    }
  });
});

it('has three lines of notes, sources and address at the most', () => {
  for (const { publication, width, height } of listSized()) {
    const picture = draw(publication, { size: { width, height } });
    if (!picture) continue;
    const { document } = parseHTML(picture.svg);
    const lines = [...document.querySelectorAll('svg > text[font-size="11"]')];
    expect(lines.length, toName(publication)).toBeLessThanOrEqual(3);
  }
});

it('says in words what it shows', () => {
  for (const publication of publications) {
    const { svg } = draw(publication, { size: { width: 1200, height: null } })!;
    const { document } = parseHTML(svg);
    const [, summary = ''] = publication.description;
    expect(document.querySelector('svg > desc')?.textContent).toContain(summary);
  }
});

it('leaves no reference to the style sheet of a page', () => {
  const themed = publications.flatMap((publication) =>
    (['light', 'dark'] as const).map((theme) => ({ publication, theme })),
  );
  const chosen = chooseCover(themed, ({ publication, theme }) => [
    toName(publication),
    `${getFirstPicture(publication).model.shape} ${theme}`,
  ]);
  for (const { publication, theme } of chosen) {
    const { svg } = draw(publication, { size: { width: 1200, height: null }, theme })!;
    expect(svg, toName(publication)).not.toMatch(/var\(--|currentColor/);
  }
});

it('says how many entries of a ranking it left out for want of height', async () => {
  const { view } = await getChartView(tracker, acceleratorHolders, { list: 'soai-2026-08' });
  const words = toPictureWords(toChartPublication(view, tracker.snapshot));
  const size = { width: 1200, height: 380 };
  const { svg } = buildPicture(view.model, words, { ...OPTIONS, size })!;
  expect(svg).toMatch(/The first \d+ of \d+\./);
});

describe('a chart of rows that are no ranking', () => {
  const find = () => publications.find(({ slug }) => slug === 'share-by-definition')!;
  const listNames = () => {
    const { model } = getFirstPicture(find());
    return model.shape === 'ranking' ? model.entries.map(({ label }) => label) : [];
  };
  const listDrawn = (size: { width: number; height: number | null }) => {
    const { document } = parseHTML(draw(find(), { size })!.svg);
    const texts = [...document.querySelectorAll('text')].map((text) => text.textContent ?? '');
    return { texts, rows: listNames().filter((name) => texts.includes(name)) };
  };

  it('keeps them all, closer together, where there is room in type of its size', () => {
    const { texts } = listDrawn({ width: 1600, height: 1400 });
    expect(texts.join(' ')).not.toMatch(/\d+ of \d+ rows/);
    expect(texts).toContain(listNames().at(-1));
  });

  it('says at the top how many it shows where there is no room, the least among them', () => {
    const { texts, rows } = listDrawn({ width: 1200, height: 480 });
    expect(rows.length).toBeLessThan(listNames().length);
    expect(texts.slice(0, 4).join(' ')).toContain(`${rows.length} of ${listNames().length} rows`);
    expect(rows).toContain(listNames()[0]);
    expect(rows).toContain(listNames().at(-1));
  });
});

it('is refused where title and sources leave no room for a drawing', () => {
  const publication = publications.find(({ slug }) => slug === 'market-share')!;
  expect(draw(publication, { size: { width: 400, height: 200 } })).toBeNull();
});
