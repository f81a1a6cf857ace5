import { describe, expect, it, test } from 'vitest';
import type { Orm } from '@/db/orm';
import { type Choices, choice, parseChoices, toCanonical } from './choices';
import { toHref } from './href';
import { listUnknownParameters } from './parameters';
import { wordCorrection } from './word-problem';

const noOrm = null as unknown as Orm;

const choices: Choices = {
  market: {
    label: 'Market',
    control: 'select',
    preferred: 'pc',
    list: async () => [
      { value: 'china', label: 'China' },
      { value: 'pc', label: 'PC' },
    ],
  },
  view: {
    label: 'View',
    control: 'links',
    follows: 'market',
    list: async (_, { market }) => [
      { value: 'lines', label: 'Lines' },
      ...(market === 'pc' ? [{ value: 'stack', label: 'Stack' }] : []),
    ],
  },
};

describe('choices', () => {
  test.each([
    ['nothing asked', {}, { market: 'pc', view: 'lines' }, []],
    ['all on offer', { market: 'pc', view: 'stack' }, { market: 'pc', view: 'stack' }, []],
    ['one that is not', { market: 'moon' }, { market: 'pc', view: 'lines' }, ['market']],
    [
      'one not on offer there',
      { market: 'china', view: 'stack' },
      { market: 'china', view: 'lines' },
      ['view'],
    ],
    ['a repeated one', { market: ['china', 'pc'] }, { market: 'china', view: 'lines' }, ['market']],
    ['an empty one', { market: '' }, { market: 'pc', view: 'lines' }, ['market']],
    [
      'names of objects',
      { market: '__proto__', view: 'constructor' },
      { market: 'pc', view: 'lines' },
      ['market', 'view'],
    ],
  ])('with %s', async (_, query, values, corrected) => {
    const parsed = await parseChoices(choices, query, noOrm);
    expect(parsed.values).toEqual(values);
    expect(parsed.corrections.map(({ parameter }) => parameter)).toEqual(corrected);
  });

  const several: Choices = {
    orgs: {
      label: 'Organizations',
      kind: 'organization',
      control: 'search',
      preferred: 'meta~openai',
      most: 2,
      list: async () => [
        { value: 'meta', label: 'Meta' },
        { value: 'openai', label: 'OpenAI' },
        { value: 'xai', label: 'xAI' },
      ],
    },
  };

  test.each([
    ['meta~opnai', 'meta', 'No organization “opnai”. Did you mean OpenAI? Showing Meta.'],
    [
      'zzzz',
      'meta~openai',
      'No organization “zzzz”. Use Meta, OpenAI or xAI. Showing Meta and OpenAI.',
    ],
    ['xai~meta~openai', 'xai~meta', 'Only 2 fit. Left out: OpenAI.'],
    ['Meta, xai', 'meta~xai', null],
  ])('%s of several is %s', async (orgs, value, said) => {
    const parsed = await parseChoices(several, { orgs }, noOrm);
    expect(parsed.values.orgs).toBe(value);
    expect(parsed.corrections.map(wordCorrection)).toEqual(said === null ? [] : [said]);
  });

  it('leave defaults out of the address', async () => {
    const { offered } = await parseChoices(choices, { market: 'pc', view: 'stack' }, noOrm);
    expect(toCanonical(offered)).toEqual({ view: 'stack' });
  });

  it('take the first option as default where none is preferred', async () => {
    const scale = choice('Scale', { log: 'Log' });
    expect((await parseChoices({ scale }, {}, noOrm)).values).toEqual({ scale: 'log' });
  });
});

it('reports parameters nobody knows, but not the marks of campaigns', () => {
  const found = listUnknownParameters({ market: 'pc', foo: 'bar', utm_source: 'x' }, ['market']);
  const allowed = ['market'];
  expect(found).toEqual([{ parameter: 'foo', found: 'bar', used: null, allowed }]);
});

it('writes an address without empty parameters', () => {
  expect(toHref('/share', { market: 'pc', view: null })).toBe('/share?market=pc');
  expect(toHref('/share', {})).toBe('/share');
});
