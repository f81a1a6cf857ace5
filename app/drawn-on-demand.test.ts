/** Pictures are drawn for those who look at them, and for nobody else. */
import { beforeEach, expect, it, vi } from 'vitest';
import { listKeyFigures } from '@/catalog/key-figures';
import { publishedCharts } from '@/catalog/published';
import { drawChart } from '@/charts/draw';
import { drawForEmbed, drawForPage } from '@/charts/page-drawings';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { answerChart } from '@/exports/chart-answer';
import { answerEmbed } from '@/exports/embed/embed-answer';
import type { ExportFormat } from '@/exports/format';
import { listFormats } from '@/exports/formats';
import { listPanelRows } from '@/subjects/vendors/competition';
import { getVendorView } from '@/subjects/vendors/vendor-view';
import { getChartView } from '@/views/chart-view';
import { readChartsHead } from './page-head';

vi.mock(import('@/charts/draw'), async (importOriginal) => {
  const original = await importOriginal();
  return { ...original, drawChart: vi.fn(original.drawChart) };
});

const tracker = openFrozenData();
beforeEach(() => {
  vi.mocked(drawChart).mockClear();
});

const [chart] = publishedCharts;

async function download(extension: string): Promise<void> {
  const slug = chart!.slug;
  const request = new Request(`http://localhost/charts/${slug}.${extension}`);
  const answer = await answerChart(request, tracker, { slug, extension });
  expect(answer.status).toBe(200);
  await answer.arrayBuffer();
}

const isDrawing = ({ kind }: ExportFormat) => kind === 'picture' || kind === 'bundle';
const listExtensions = (isAsked: (format: ExportFormat) => boolean) =>
  listFormats('chart')
    .filter(isAsked)
    .map(({ extension }) => extension);

it.each(listExtensions((format) => !isDrawing(format)))(
  'a file of .%s draws nothing',
  async (of) => {
    await download(of);
    expect(drawChart).not.toHaveBeenCalled();
  },
);

it.each(listExtensions(isDrawing))('a file of .%s draws', async (of) => {
  await download(of);
  expect(drawChart).toHaveBeenCalled();
});

it.each([
  [
    'the heads of pages',
    () => readChartsHead('/charts', publishedCharts)({ searchParams: Promise.resolve({}) }),
  ],
  ['key figures', () => listKeyFigures(tracker)],
  ['panels of the competition', () => listPanelRows(tracker)],
  ['a vendor before its page shows it', () => getVendorView(tracker, 'nvidia')],
] as const)('%s draw no chart', async (_, ask) => {
  expect(await ask()).toBeTruthy();
  expect(drawChart).not.toHaveBeenCalled();
});

it('a view is drawn once for each width, however often it is shown', async () => {
  const { view } = await getChartView(tracker, chart!);
  const { wide } = drawForPage(view.drawable);
  const request = new Request(`http://localhost/embed/${chart!.slug}`);
  const embed = await (await answerEmbed(request, tracker, chart!.slug)).text();
  expect(embed).toContain(drawForEmbed(view.drawable).wide.svg);
  expect(embed).toContain(drawForEmbed(view.drawable).narrow.svg);
  const { view: again } = await getChartView(tracker, chart!, {});
  expect(drawForPage(again.drawable).wide).toBe(wide);
  expect(drawChart).toHaveBeenCalledTimes(4);
});
