import { expect, it } from 'vitest';
import { toCountedHref } from './exclusion';
import { buildHolding } from './holdings-for-tests';

const epoch = (cluster: string, more = {}) =>
  buildHolding({ holding: cluster, cluster, family: 'epoch-clusters', edition: null, ...more });

const one = epoch('one');
const two = epoch('two');
const phase = epoch('two-phase-1', { counts: 'earlier-phase' });
const plan = epoch('three', { status: 'announced' });
const other = epoch('four', { organization: 'xai' });

it('leads one row to its page and several to the rows that were added, and no others', () => {
  const list = [one, two, phase, plan, other];
  expect(toCountedHref([one], list)).toBe('/evidence/gpu-holdings/one');
  expect(toCountedHref([one, two], list)).toBe(
    '/datasets/gpu-holdings?organization=meta&status=operational&counts=stock&family=epoch-clusters#rows',
  );
});

it('leads nowhere rather than to more rows', () => {
  expect(toCountedHref([one, two], [one, two, epoch('five')])).toBeNull();
});
