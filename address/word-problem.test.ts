import { describe, expect, test } from 'vitest';
import {
  listUnknownParameters,
  oneOption,
  type Query,
  readAddress,
  wholeNumber,
} from './parameters';
import { findSuggestion, wordCorrection, wordRefusal } from './word-problem';

const markets = {
  'ai-compute-shipped-epoch': 'AI compute shipped (Epoch AI)',
  'jpr-aib-desktop': 'Desktop graphics cards (JPR)',
  'jpr-pc-gpu-total': 'PC GPUs (JPR)',
  'top500-systems': 'TOP500',
  'steam-survey-cards': 'Steam',
  'dc-gpu-units-mercury': 'Mercury',
  'idc-china': 'IDC China',
};
const declared = {
  market: oneOption({
    label: 'Market',
    meaning: 'Which market.',
    values: markets,
    fallback: 'ai-compute-shipped-epoch',
  }),
  scale: oneOption({
    label: 'Scale',
    meaning: 'Which scale.',
    values: { linear: 'Linear', log: 'Log' },
    fallback: 'linear',
  }),
  limit: wholeNumber('How many rows.', { min: 1, max: 10000 }),
};

const listProblems = (query: Query) => [
  ...readAddress(declared, query).problems,
  ...listUnknownParameters(query, Object.keys(declared)),
];

describe('what works is said with what is wrong', () => {
  test.each([
    [
      { market: 'jpr-desktop' },
      'No market “jpr-desktop”. Did you mean Desktop graphics cards (JPR)? Showing AI compute shipped (Epoch AI).',
      'market: no market “jpr-desktop”. Did you mean “jpr-aib-desktop”?',
    ],
    [
      { market: 'moon' },
      'No market “moon”. There are 7. Showing AI compute shipped (Epoch AI).',
      'market: no market “moon”. There are 7.',
    ],
    [
      { scale: 'logarithmic' },
      'No scale “logarithmic”. Use Linear or Log. Showing Linear.',
      'scale: no scale “logarithmic”. Use linear or log.',
    ],
    [
      { limit: 'ten' },
      '“ten” does not work here. Use a whole number from 1 to 10000.',
      'limit: “ten” does not work here. Use a whole number from 1 to 10000.',
    ],
    [
      { scle: 'log' },
      'This link has a setting we don’t know: “scle”. Did you mean “scale”?',
      'scle: unknown parameter. Did you mean “scale”? Allowed: market, scale, limit.',
    ],
    [
      { moon: '1' },
      'This link has a setting we don’t know: “moon”. It was ignored.',
      'moon: unknown parameter. Allowed: market, scale, limit.',
    ],
  ])('%j', (query, onPages, inFiles) => {
    const problems = listProblems(query as Query);
    expect(problems.map(wordCorrection)).toEqual([onPages]);
    expect(problems.map(wordRefusal)).toEqual([inFiles]);
  });
});

test('what is suggested is what an address takes', () => {
  expect(listProblems({ market: 'Desktop graphics card (JPR)' }).map(findSuggestion)).toEqual([
    'jpr-aib-desktop',
  ]);
  expect(listProblems({ limit: '0' }).map(findSuggestion)).toEqual([null]);
});

test.each(['utm_source', 'gclid', 'fbclid', 'msclkid', 'mc_cid', 'ref'])(
  'a mark of campaigns, %s, is dropped without a word',
  (name) => {
    expect(listProblems({ [name]: 'x' })).toEqual([]);
  },
);

test('a pasted novel does not become the page', () => {
  const [problem] = listProblems({ scale: 'a'.repeat(400) });
  expect(wordCorrection(problem!).length).toBeLessThan(140);
});
