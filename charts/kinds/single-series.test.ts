import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { parsePeriod } from '@/units/period';
import { drawChart } from '../draw';
import type { DatedModel } from './dated/model';
import type { TimeModel } from './time/model';

const points = [2023, 2024].map((year) => ({
  period: parsePeriod(String(year))!,
  value: year - 2000,
  kind: 'measured' as const,
  source: null,
}));
const time = (shape: TimeModel['shape'], isTitled: boolean): TimeModel => ({
  shape,
  unit: 'papers',
  scale: 'linear',
  axis: 'from-zero',
  series: [{ id: 'amd', label: 'AMD', color: 'amd', points }],
  isTitled,
  notes: [],
});
const scatter = (isTitled: boolean): DatedModel => ({
  shape: 'scatter',
  unit: 'papers',
  scale: 'linear',
  valueLabel: '',
  entryLabel: '',
  groupLabel: '',
  columns: [],
  named: false,
  isTitled,
  groups: [
    {
      id: 'amd',
      label: 'AMD',
      color: 'amd',
      entries: points.map(({ period, value }) => ({
        ...{ id: period.label, label: '', href: null, date: period, value },
        ...{ kind: 'measured', details: [], source: null },
      })),
    },
  ],
  notes: [],
});

test.each([
  ['lines', (isTitled: boolean) => time('lines', isTitled)],
  ['columns', (isTitled: boolean) => time('columns', isTitled)],
  ['scatter', scatter],
] as const)('%s: a series alone is named, unless the title names it', (_, build) => {
  const listTexts = (isTitled: boolean) => {
    const { svg } = drawChart(build(isTitled), { width: 600, height: 300 }, 'x');
    return [...parseHTML(svg).document.querySelectorAll('text')].map((text) => text.textContent);
  };
  expect(listTexts(false).join(' ')).toContain('AMD');
  expect(listTexts(true).join(' ')).not.toContain('AMD');
});
