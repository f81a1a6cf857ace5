import { expect, test } from 'vitest';
import { formatChange, formatFigure, formatTick, formatValue, type Unit } from './format-value';

test.each<[number | null, Unit, string]>([
  [89_000, 'USD millions', '$89.0bn'],
  [3_616, 'USD millions', '$3.62bn'],
  [143, 'USD millions', '$143m'],
  [1_250_000, 'USD millions', '$1.25tn'],
  [10_000, 'USD', '$10,000'],
  [2.5, 'USD per hour', '$2.50'],
  [94, '%', '94%'],
  [64.8, '%', '64.8%'],
  [0.25, '%', '0.25%'],
  [0, '%', '0%'],
  [-7.24, '%', '−7.2%'],
  [-0.001, '%', '0%'],
  [-12, 'percentage points', '−12 points'],
  [-1.04, 'percentage points', '−1 point'],
  [-1_500, 'papers', '−1,500'],
  [3_850, 'thousands', '3.85m'],
  [500, 'thousands', '500,000'],
  [13_824, 'accelerators', '13,824'],
  [19, 'times', '19×'],
  [3.456, 'times', '3.46×'],
  [989.4, 'TFLOPS', '989 TFLOPS'],
  [22_000, 'GB/s', '22 TB/s'],
  [400, 'Gbit/s', '400 Gbit/s'],
  [814, 'mm²', '814 mm²'],
  [2_039, 'GB/s', '2,039 GB/s'],
  [31.2, 'GFLOPS per USD', '31.2 GFLOPS/$'],
  [2.4, 'USD per chip-hour', '$2.40'],
  [null, 'papers', '–'],
  [98_379.6, 'servers', '98,380'],
  [1_078_272, 'hours', '1.08m'],
  [32.55, 'days', '32.6 days'],
  [0.6, 'MW', '0.6 MW'],
  [1_234.5, 'MWh', '1,235 MWh'],
  [0.000_41, 'MWh', '0.00041 MWh'],
  [0.003561, 'USD per query', '$0.0036'],
  [1.25, 'USD per query', '$1.3'],
])('formats %d %s as %s', (value, unit, expected) => {
  expect(formatValue(value, unit)).toBe(expected);
});

test.each<[number, Unit, string]>([
  [1_190_123, 'accelerators', '1.2m'],
  [212_120, 'accelerators', '210,000'],
  [6_938_032, 'H100-equivalents', '6.9m'],
  [44_961, 'H100-equivalents', '45,000'],
  [1_190.123, 'thousands', '1.2m'],
  [212.12, 'thousands', '210,000'],
  [3, 'accelerators', '3'],
  [0, 'accelerators', '0'],
  [1_234.5, 'MW', '1.2 GW'],
  [67.6, '%', '67.6%'],
])('tells of a modeled %d %s no more than is known: %s', (value, unit, expected) => {
  expect(formatValue(value, unit, 'modeled')).toBe(expected);
});

test('an estimate that somebody printed keeps its digits', () => {
  expect(formatValue(11_480, 'thousands', 'estimate')).toBe('11.48m');
  expect(formatValue(5_408, 'accelerators', 'estimate')).toBe('5,408');
});

test.each<[number | null, Unit, string]>([
  [4.2, '%', '+4.2%'],
  [-6, '%', '−6%'],
  [0, 'accelerators', '±0'],
  [null, '%', '–'],
])('formats a change of %d %s as %s', (change, unit, expected) => {
  expect(formatChange(change, unit)).toBe(expected);
});

test.each<[number, Unit, string]>([
  [80_000, 'USD millions', '$80bn'],
  [500, 'USD millions', '$500m'],
  [0, 'USD millions', '$0'],
  [50, '%', '50%'],
  [-20, '%', '−20%'],
  [20_000, 'papers', '20,000'],
  [2_000_000, 'accelerators', '2m'],
])('writes the tick %d %s as %s', (value, unit, expected) => {
  expect(formatTick(value, unit)).toBe(expected);
});

test.each<[number, Unit | null, string]>([
  [13_824, 'accelerators', '13,824 accelerators'],
  [3_616, 'USD millions', '$3.62bn'],
  [94, '%', '94%'],
  [500, 'thousands', '500,000 units'],
  [2.4, 'USD per chip-hour', '$2.40 per chip-hour'],
  [80, 'GB', '80 GB'],
  [7, 'months', '7 months'],
  [4, 'nm', '4 nm'],
  [5, null, '5'],
])('names the unit of %d %s: %s', (value, unit, expected) => {
  expect(formatFigure(value, unit)).toBe(expected);
});

test.each<[number, Unit, string]>([
  [1_093_460, 'accelerators', '1.1m accelerators'],
  [5_020_000, 'H100-equivalents', '5.0m H100-equivalents'],
  [212.12, 'thousands', '210,000 units'],
  [67.6, '%', '67.6%'],
])('names the unit of a modeled %d %s: %s', (value, unit, expected) => {
  expect(formatFigure(value, unit, 'modeled')).toBe(expected);
});
