import { expect, test } from 'vitest';
import { toMatch } from './search-index';

test.each([
  [['nvidia'], '"nvidia"*'],
  [['export', 'controls'], '"export"* AND "control"*'],
  [['rtx4090'], '("rtx4090"* OR ("rtx"* AND "4090"*))'],
  [['gb', '200'], '("gb200"* OR ("gb"* AND "200"*))'],
  [['A', '100', 'price'], '"A100"* AND "price"*'],
  [['a100'], '"a100"*'],
  [['business'], '"business"*'],
  [['title:"x"'], '"title:""x"""*'],
  [[], ''],
])('%j becomes %s', (words, expected) => {
  expect(toMatch(words)).toBe(expected);
});
