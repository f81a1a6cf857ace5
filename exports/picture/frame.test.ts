import { Resvg } from '@resvg/resvg-js';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedCharts } from '@/catalog/published';
import { openRealData } from '@/catalog/real-data';
import { type ChartView, getChartView } from '@/catalog/view';
import { measureText } from '@/charts/text-width';
import type { Tracker } from '@/db/connection';
import { toChartPublication } from '../chart-publication';
import { listFontFiles } from '../formats/png';
import { buildPicture, type PictureOptions } from './frame';
import { toPictureWords } from './words';

let tracker: Tracker;
let remove: () => void;
const views: ChartView[] = [];
beforeAll(async () => {
  ({ tracker, remove } = await openRealData());
  for (const chart of publishedCharts) views.push((await getChartView(tracker, chart)).view);
}, 60_000);
afterAll(() => remove());

const OPTIONS = { theme: 'light', background: 'transparent', frame: 'publication' } as const;

function draw(view: ChartView, options: Partial<PictureOptions> & Pick<PictureOptions, 'size'>) {
  const words = toPictureWords(toChartPublication(view, tracker.snapshot));
  return buildPicture(view.model, words, { ...OPTIONS, ...options });
}

const SIZES = [
  [400, 500],
  [1200, 630],
  [1200, 800],
  [1080, 1080],
  [1920, 1080],
  [4000, 4000],
] as const;

describe.each(SIZES)('at %i × %i', (width, height) => {
  it('everything that is drawn lies inside the picture', () => {
    for (const view of views) {
      const picture = draw(view, { size: { width, height } });
      if (!picture) continue;
      expect([picture.width, picture.height]).toEqual([width, height]);
      const resvg = new Resvg(picture.svg, {
        font: { fontFiles: listFontFiles(), loadSystemFonts: false, defaultFontFamily: 'Inter' },
      });
      const box = resvg.getBBox();
      if (!box) throw new Error(`${view.chart.slug} draws nothing.`);
      const [, , across = 0, down = 0] = /viewBox="([^"]+)"/
        .exec(picture.svg)![1]!
        .split(' ')
        .map(Number);
      const edges = [box.x, box.y, box.x + box.width, box.y + box.height];
      expect(edges[0], view.chart.slug).toBeGreaterThanOrEqual(0);
      expect(edges[1], view.chart.slug).toBeGreaterThanOrEqual(0);
      expect(edges[2], view.chart.slug).toBeLessThanOrEqual(across);
      expect(edges[3], view.chart.slug).toBeLessThanOrEqual(down);
    }
  }, 60_000);
});

it('every chart can be drawn at every preset size', () => {
  for (const view of views) {
    for (const [width, height] of SIZES.slice(1)) {
      expect(draw(view, { size: { width, height } }), `${view.chart.slug} ${width}`).not.toBeNull();
    }
  }
}, 60_000);

describe('words around the drawing', () => {
  it('never share a line with each other', () => {
    for (const view of views) {
      const picture = draw(view, { size: { width: 400, height: null } })!;
      const { document } = parseHTML(picture.svg);
      const lines = [...document.querySelectorAll('svg > text')].map((text) => ({
        y: Number(text.getAttribute('y')),
        size: Number(text.getAttribute('font-size')),
        right: 20 + measureText(text.textContent ?? '', Number(text.getAttribute('font-size'))),
      }));
      const width = Number(document.querySelector('svg')!.getAttribute('viewBox')!.split(' ')[2]);
      lines.forEach(({ y, size, right }, index) => {
        expect(right, view.chart.slug).toBeLessThanOrEqual(width);
        const above = lines[index - 1];
        if (above) expect(y - above.y, view.chart.slug).toBeGreaterThanOrEqual(size);
      });
    }
  });

  it('tell title, unit, sources, date and address', () => {
    const view = views.find(({ chart }) => chart.slug === 'market-share')!;
    const { document } = parseHTML(draw(view, { size: { width: 1200, height: 800 } })!.svg);
    const text = [...document.querySelectorAll('text')].map((one) => one.textContent).join(' ');
    expect(text).toContain(view.title);
    expect(text).toContain(view.subtitle);
    expect(text).toContain('Jon Peddie Research');
    expect(text).toContain('/charts/market-share');
    expect(text).toContain(`snapshot ${tracker.snapshot.id.slice(0, 6)}`);
  });

  it('are absent from the bare drawing', () => {
    const view = views[0]!;
    const { svg } = draw(view, { size: { width: 800, height: 500 }, frame: 'none' })!;
    expect(parseHTML(svg).document.querySelectorAll('svg > text').length).toBe(0);
  });
});

it('leaves no reference to the style sheet of a page', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const view of views) {
      const { svg } = draw(view, { size: { width: 1200, height: null }, theme })!;
      expect(svg, view.chart.slug).not.toMatch(/var\(--|currentColor/);
    }
  }
});

it('says how many entries of a ranking it left out for want of height', () => {
  const view = views.find(({ model }) => model.shape === 'ranking' && model.entries.length > 8)!;
  const { svg } = draw(view, { size: { width: 1200, height: 380 } })!;
  expect(svg).toMatch(/The first \d+ of \d+; the others are at the address below\./);
});

it('is refused where title and sources leave no room for a drawing', () => {
  const view = views.find(({ chart }) => chart.slug === 'market-share')!;
  expect(draw(view, { size: { width: 400, height: 200 } })).toBeNull();
});
