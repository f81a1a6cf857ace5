import { expect, test } from 'vitest';
import { isWellSourced, listOrigins, nameOrigin, wordOrigin } from './origins';

test('names each origin once, the most cited first, however many relays there are', () => {
  const documents = [
    { origin: 'Omdia', publisher: 'Pak Gazette' },
    { origin: 'Jon Peddie Research', publisher: 'TechSpot' },
    { origin: 'Jon Peddie Research', publisher: 'TechPowerUp' },
  ];
  expect(listOrigins(documents)).toEqual(['Jon Peddie Research', 'Omdia']);
  expect(listOrigins([])).toEqual([]);
});

test('calls well sourced what the origin or a newsroom printed', () => {
  const grades = ['primary', 'press', 'secondary', 'single-digest'] as const;
  expect(grades.filter((grade) => isWellSourced({ grade }))).toEqual(['primary', 'press']);
});

test.each([
  ['TechSpot', 'TechSpot', 'press', 'TechSpot'],
  ['Omdia', 'TechSpot', 'press', 'Omdia, read at TechSpot'],
  ['Omdia', 'hrdots.com', 'secondary', 'Omdia, read at hrdots.com (secondary)'],
  ['Reuters', 'Headlines', 'single-digest', 'Reuters, read at Headlines (single digest)'],
] as const)(
  'says of %s at %s whose it is, where it was read, and its doubtful grade',
  (origin, publisher, grade, words) => {
    expect(wordOrigin({ origin, publisher, grade })).toBe(words);
    expect(nameOrigin({ origin, publisher, grade })).toBe(
      words.replace(/, read at [^(]*(?= \(|$)/, ''),
    );
  },
);
