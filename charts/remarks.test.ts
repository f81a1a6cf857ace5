import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '@/units/period';
import { toXmlText } from '@/units/xml-text';
import { drawChart } from './draw';
import { type ChartModel, listNames, recede } from './kinds';
import type { Remark } from './kinds/figure';
import type { RankEntry } from './kinds/ranking/model';
import type { Series } from './kinds/time/model';

const entry = (id: string, value: number): RankEntry => ({
  ...{ id, label: id.toUpperCase(), value, href: null, color: 'nvidia', tone: 'full' },
  ...{ kind: 'measured', source: null, details: [] },
});
const ranking: ChartModel = {
  ...{ shape: 'ranking', unit: 'accelerators', scale: 'linear' },
  ...{ valueLabel: 'Accelerators', entryLabel: 'Organization', columns: [], notes: [] },
  entries: [entry('meta', 30), entry('xai', 20), entry('tesla', 10)],
};
const SIZE = { width: 700, height: 300 };
const note = (place: string, text: string): Remark => ({
  ...{ place, label: place, text, at: [place] },
});
const draw = (remarks: readonly Remark[], size = SIZE) =>
  drawChart({ ...ranking, remarks }, size, 'Chart');
const read = (svg: string) => parseHTML(svg).document.querySelector('.remarks');

describe('a reader’s note', () => {
  it('stands below the drawing in words, and as a mark at its row', () => {
    const plain = drawChart(ranking, SIZE, 'Chart');
    const { svg, height, frame } = draw([note('xai', 'bought & built')]);
    const layer = read(svg);
    expect(height).toBeGreaterThan(plain.height);
    expect(frame).toEqual(plain.frame);
    expect(svg).toContain(`viewBox="0 0 700 ${height}"`);
    const texts = [...(layer?.querySelectorAll('text') ?? [])].map((one) => one.textContent);
    expect(texts).toEqual(['1', '1', 'Reader’s note, xai: bought & built']);
  });

  it('has words alone where the drawing has no such row', () => {
    const texts = read(draw([note('gone', 'still said')]).svg)?.querySelectorAll('text');
    expect([...(texts ?? [])].map((one) => one.textContent)).toEqual([
      '1',
      'Reader’s note, gone: still said',
    ]);
  });

  it('stands apart from others at the same row', () => {
    const layer = read(draw(['a', 'b', 'c'].map((text) => note('xai', text))).svg);
    const marks = [...(layer?.querySelectorAll('circle') ?? [])].slice(0, 3);
    const places = marks.map((one) => one.getAttribute('cx'));
    expect(new Set(places).size).toBe(3);
  });

  it('points at the upper edge of a layer of a stack, not at its middle', () => {
    const year = parsePeriod('2024')!;
    const toSeries = (id: string, value: number): Series => ({
      ...{ id, label: id, color: 'nvidia' },
      points: [{ period: year, value, kind: 'measured', source: null }],
    });
    const stack: ChartModel = {
      ...{ shape: 'columns', unit: 'papers', scale: 'linear', axis: 'from-zero', notes: [] },
      series: [toSeries('lower', 40), toSeries('upper', 60)],
    };
    const { svg, frame, hits } = drawChart({ ...stack, remarks: [note('2024', 'why')] }, SIZE, '');
    const line = read(svg)?.querySelector('path')?.getAttribute('d') ?? '';
    const y = Number(/L[\d.]+ ([\d.]+)$/.exec(line)?.[1]);
    const tops = hits.map(({ top = 0 }) => top);
    expect(tops[0]).toBeLessThan(hits[0]?.y ?? 0);
    const highest = frame.top + (Math.min(...tops) / 1000) * (frame.bottom - frame.top);
    expect(Math.abs(y - highest)).toBeLessThan(1);
  });

  it('breaks into lines that the drawing is wide enough for', () => {
    const long = note('xai', 'words '.repeat(20).trim());
    const narrow = read(draw([long], { width: 358, height: 300 }).svg);
    expect(narrow?.querySelectorAll('text[font-style=italic]').length).toBeGreaterThan(2);
  });

  it('takes its room from a drawing whose height is limited', () => {
    const size = { ...SIZE, mostHeight: 130 };
    expect(drawChart({ ...ranking, remarks: [note('xai', 'a')] }, size, '').height).toBeLessThan(
      131,
    );
  });

  it('is escaped, and holds nothing that XML forbids', () => {
    const { svg } = draw([note('xai', '</text><script>alert(1)</script>\u0000\ufffe"&')]);
    expect(svg).not.toContain('<script');
    expect(toXmlText(svg)).toBe(svg);
  });
});

describe('what stands out', () => {
  it('keeps its color while everything else steps back', () => {
    const model = recede(ranking, ['xai']);
    expect(listNames(model).map(({ id, isBack = false }) => [id, isBack])).toEqual([
      ['meta', true],
      ['xai', false],
      ['tesla', true],
    ]);
    const { svg } = drawChart(model, SIZE, 'Chart');
    expect(svg.match(/fill="var\(--back\)"/g)).toHaveLength(2);
    expect(svg).toContain('var(--nvidia-fill)');
  });
});
