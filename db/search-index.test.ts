import { expect, test } from 'vitest';
import { type Term, toMatch } from './search-index';

const plain = (...words: string[]): Term[] => words.map((word) => ({ words: [word], or: [] }));

test.each([
  [plain('nvidia'), '"nvidia"*'],
  [plain('export', 'controls'), '"export"* AND "control"*'],
  [plain('rtx4090'), '("rtx4090"* OR ("rtx"* AND "4090"*))'],
  [plain('gb', '200'), '(("gb200"* OR ("gb"* AND "200"*)))'],
  [plain('A', '100', 'price'), '("a100"*) AND "price"*'],
  [plain('a100'), '"a100"*'],
  [plain('business'), '"business"*'],
  [plain('title:"x"'), '"title:""x"""*'],
  [[{ words: ['NVDA'], or: [['Nvidia']] }], '("nvda"* OR "nvidia"*)'],
  [[{ words: ['open', 'ai'], or: [['OpenAI']] }], '(("open"* AND "ai"*) OR "openai"*)'],
  [[{ words: ['nvidia'], or: [['Nvidia']] }], '"nvidia"*'],
  [[], ''],
])('%j becomes %s', (terms, expected) => {
  expect(toMatch(terms)).toBe(expected);
});

test('any of the terms will do where that is asked for', () => {
  expect(toMatch(plain('nvidia', 'cap'), 'OR')).toBe('"nvidia"* OR "cap"*');
});
