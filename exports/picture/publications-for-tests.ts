/** Whatever can be a picture: every chart, and every picture of every calculator. */
import { publishedCharts } from '@/catalog/published';
import type { Tracker } from '@/db/connection';
import { getCalculatorView } from '@/subjects/calculators/calculator-view';
import { calculators, listPresets } from '@/subjects/calculators/calculators';
import { getChartView } from '@/views/chart-view';
import { toCalculatorPublication } from '../calculator-publication';
import { toChartPublication } from '../chart-publication';
import { getFirstPicture, type Publication } from '../publication';

/** Each as a publication of one picture. */
export async function listOnePicturePublications(tracker: Tracker): Promise<Publication[]> {
  const publications: Publication[] = [];
  for (const chart of publishedCharts) {
    const { view } = await getChartView(tracker, chart);
    publications.push(toChartPublication(view, tracker.snapshot));
  }
  for (const calculator of calculators) {
    const [, other = ''] = (await listPresets(tracker, calculator)).map(({ slug }) => slug);
    const query = { preset: other, power_overhead: '1 to 3', with: ['power_overhead=2'] };
    const { view } = await getCalculatorView(tracker, calculator, query);
    const whole = toCalculatorPublication(view);
    publications.push(...whole.pictures.map((one) => ({ ...whole, pictures: [one] })));
  }
  return publications;
}

export const toName = (one: Publication) => `${one.slug} ${getFirstPicture(one).name}`;
