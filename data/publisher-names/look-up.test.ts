import { expect, it } from 'vitest';
import { createNames } from './look-up';

const table = [
  { upstream: 'index', kind: 'chip', name: 'hopper', ours: 'hopper', ignored: '' },
  { upstream: 'index', kind: 'chip', name: 'hopper: Eos', ours: 'h100', ignored: '' },
  { upstream: 'index', kind: 'organization', name: 'CoreWeave', ours: 'coreweave', ignored: '' },
  { upstream: 'index', kind: 'organization', name: 'Other', ours: '', ignored: 'A remainder.' },
  { upstream: 'owners', kind: 'organization', name: 'Meta', ours: 'meta', ignored: '' },
];
const create = () => createNames(table, 'index', () => ['coreweave', 'meta', 'naver']);

it('finds a name by the narrowest place that is known, in any letter case', () => {
  const names = create();
  expect(names.find('chip', 'hopper: Eos', 'hopper')).toBe('h100');
  expect(names.find('chip', 'hopper: Alps', 'hopper')).toBe('hopper');
  expect(names.find('organization', 'Coreweave')).toBe('coreweave');
  expect(names.listUnknown()).toEqual([]);
});

it('leaves out what is ignored, with the reason', () => {
  const names = create();
  expect(names.find('organization', 'Other')).toBeNull();
  expect(names.listUnknown()).toEqual([]);
  expect(names.listIgnored()).toEqual([{ reason: 'A remainder.', names: ['Other'] }]);
});

it('never guesses: an unknown name is listed with the nearest one and the rows that need it', () => {
  const names = create();
  // Known to another list only.
  expect(names.find('organization', 'Meta')).toBeNull();
  expect(names.find('organization', 'Coreweaves')).toBeNull();
  expect(names.find('organization', 'Coreweaves')).toBeNull();
  expect(names.listUnknown()).toEqual([
    {
      ...{ kind: 'organization', name: 'Coreweaves', rows: 2 },
      suggestion: { name: 'CoreWeave', ours: 'coreweave' },
    },
    {
      ...{ kind: 'organization', name: 'Meta', rows: 1 },
      suggestion: { name: 'meta', ours: 'meta' },
    },
  ]);
});

it('does without a name that need not be there', () => {
  const names = create();
  expect(names.findIfAny('cluster', 'Alps')).toBeNull();
  expect(names.listUnknown()).toEqual([]);
});
