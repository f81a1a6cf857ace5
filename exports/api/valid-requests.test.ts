/**
 * What the description allows is answered as it describes: a program that knows nothing else
 * gets no 400, and JSON as its schema says.
 */
import { expect, it } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { isEverything } from '@/views/choose-cover-for-tests';
import { answerCalculator } from '../calculator-answer';
import { answerChart } from '../chart-answer';
import { answerDataset } from '../dataset-answer';
import { buildRandom } from '../wrong-values-for-tests';
import { readDescription } from './described-for-tests';
import { buildValidAddress } from './valid-requests-for-tests';

const tracker = openFrozenData();
const REQUESTS = isEverything ? 3000 : 300;
// Every third of them is drawn or packed, on a machine that may be busy.
const LONGEST_MS = 3_000 * REQUESTS;
const SEED = 7;
const FILE = /^\/(charts|datasets|calculators)\/([^.]+)\.(?!atom)(.*)$/;
const ANSWERS = { charts: answerChart, datasets: answerDataset, calculators: answerCalculator };

it(
  `answers ${REQUESTS} addresses that the description allows, as it describes`,
  async () => {
    const { described, judge } = await readDescription(tracker);
    const random = buildRandom(SEED);
    const files = described.filter(({ path }) => FILE.test(path));
    const counts: Record<number, number> = { 200: 0, 409: 0 };
    const wrong: unknown[] = [];
    for (let round = 0; round < REQUESTS; round += 1) {
      const one = files[Math.floor(random() * files.length)]!;
      const address = buildValidAddress(one, random);
      const { status, mediaType, value } = await ask(one.path, address);
      counts[status] = (counts[status] ?? 0) + 1;
      const errors = value === undefined ? [] : judge(one.path, status, mediaType, value);
      // What is ruled out is so by something else: another value, a preset, an image's content.
      const isAlone = status === 409 && !/&|^.calculators|width|height|size/.test(address);
      if (![200, 409].includes(status) || isAlone || errors.length > 0) {
        wrong.push({ address, status, errors: errors.slice(0, 3), value: status > 200 && value });
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(counts[409]! / REQUESTS, JSON.stringify(counts)).toBeLessThan(0.1);
  },
  LONGEST_MS,
);

/** The answer; JSON as a value, of other files only that they can be read to their end. */
async function ask(path: string, address: string) {
  const [, kind = '', slug = '', extension = ''] = FILE.exec(path) ?? [];
  const request = new Request(`http://localhost:3000${address}`);
  const answer = await ANSWERS[kind as keyof typeof ANSWERS](request, tracker, { slug, extension });
  const mediaType = (answer.headers.get('content-type') ?? '').replace(/;.*/, '');
  const text = await answer.text();
  const isJson = /[/+]json$/.test(mediaType);
  return { status: answer.status, mediaType, value: isJson ? JSON.parse(text) : undefined };
}
