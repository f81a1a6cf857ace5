import { beforeAll, describe, expect, test } from 'vitest';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { type Names, readNames } from './names';

const { orm } = openFrozenData();
let names: Names;
beforeAll(async () => {
  names = await readNames(orm);
});

const rowsOf = (text: string) => names.find(text).map(({ dataset, row }) => `${dataset}/${row}`);

test.each([
  ['OpenAI', ['organizations/openai']],
  ['open ai', ['organizations/openai']],
  ['Open-AI', ['organizations/openai']],
  ['NVDA', ['vendors/nvidia', 'organizations/nvidia']],
  ['英伟达', ['vendors/nvidia', 'organizations/nvidia']],
  ['ＮＶＩＤＩＡ', ['vendors/nvidia', 'organizations/nvidia']],
  ['amazon', ['vendors/aws', 'organizations/amazon']],
  ['AWS', ['vendors/aws', 'organizations/amazon']],
  ['GB 200', ['chips/gb200']],
  ['rtx-4090', ['chips/rtx-4090']],
  ['V100', ['chips/v100']],
  ['Julich Supercomputing Centre', ['organizations/julich']],
  ['Colossus 2', ['data-centers/colossus-2']],
  // Groups of vendors are words of a language, not names.
  ['total', []],
  ['other', []],
  ['openai oracle', []],
  ['', []],
])('%s is %j', (text, expected) => {
  expect(rowsOf(text)).toEqual(expected);
});

test('names in a list of words are found from the left, the longest first', () => {
  const found = names.listMentions(['stability', 'ai', 'and', 'a', '100', 'of', 'nvidia']);
  expect(found.map(({ at, length, rows }) => [at, length, rows[0].row])).toEqual([
    [0, 2, 'stability-ai'],
    [3, 2, 'a100'],
    [6, 1, 'nvidia'],
  ]);
});

describe('what may have been meant', () => {
  const suggest = (text: string, dataset?: string) =>
    names
      .suggest(text, dataset === undefined ? undefined : (one) => one.dataset === dataset)
      .map(({ name }) => name);

  test.each([
    ['OpnAI', 'organizations', ['OpenAI']],
    ['nvidia-a100', 'chips', ['A100']],
    ['Stabilty AI', 'organizations', ['Stability AI']],
    ['nvida', 'vendors', ['Nvidia']],
    ['weave', 'organizations', ['CoreWeave']],
    // Every letter of a short name tells, and every digit.
    ['H900', 'chips', []],
    ['zzzzzz', 'organizations', []],
    ['', 'organizations', []],
  ])('%s among %s is %j', (text, dataset, expected) => {
    expect(suggest(text, dataset)).toEqual(expected);
  });

  test('is at most three names, each once', () => {
    expect(suggest('University', 'organizations')).toHaveLength(3);
    expect(suggest('Googel')).toEqual(['Google']);
  });
});
