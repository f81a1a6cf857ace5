import { expect, it } from 'vitest';
import { suggest } from './suggest';

const known = [
  'nvidia',
  'amd',
  'advanced-micro-devices',
  'h100',
  'h200',
  'price_usd_per_hour',
  'utilisation_percent',
  'h100-sxm5',
  'h100-pcie5',
];

it.each([
  ['nvida', 'nvidia'],
  ['NVIDIA', 'nvidia'],
  ['Advanced Micro Devices', 'advanced-micro-devices'],
  ['h-100', 'h100'],
  ['price-usd-per-hours', 'price_usd_per_hour'],
  ['utilization', 'utilisation_percent'],
  ['h100s', 'h100'],
  ['h900', null],
  ['h10', 'h100'],
  ['cerebras', null],
  ['x', null],
  ['', null],
])('for "%s" suggests %s', (found, suggestion) => {
  expect(suggest(found, known)).toBe(suggestion);
});
