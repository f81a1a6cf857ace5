import { expect, it } from 'vitest';
import { parsePeriod } from '@/units/period';
import { measureText } from './text-width';
import { buildTimeAxis } from './time-axis';
import { listMarkLinks, placeMarks } from './time-frame';

const frame = { left: 40, right: 740, top: 20, bottom: 400 };
const periods = ['2020', '2021', '2022', '2023', '2024'].map((label) => parsePeriod(label)!);
const time = buildTimeAxis(periods, { pixels: 700, whole: true });
const mark = (date: string, label: string) => ({
  date: parsePeriod(date)!,
  label,
  href: `/evidence/events/${label}`,
});

it('keeps the first of two marks whose labels would touch', () => {
  const marks = [
    mark('2022-03-22', 'H100 announced'),
    mark('2022-04-01', 'Something nearby'),
    mark('2022-03-21', 'Just before it'),
  ];
  expect(placeMarks(marks, { time, frame }).map(({ text }) => text)).toEqual(['H100 announced']);
});

it('puts a label before its rule where there is no room after it', () => {
  const marks = [mark('2022-03-22', 'H100 announced'), mark('2022-02-20', 'Just before it')];
  expect(placeMarks(marks, { time, frame }).map(({ text, anchor }) => [text, anchor])).toEqual([
    ['Just before it', 'end'],
    ['H100 announced', 'start'],
  ]);
});

it('never lets two labels overlap, however many there are', () => {
  const marks = Array.from({ length: 60 }, (_, index) =>
    mark(
      `202${index % 5}-${String((index % 12) + 1).padStart(2, '0')}-15`,
      `Event number ${index}`,
    ),
  );
  const placed = placeMarks(marks, { time, frame });
  expect(placed.length).toBeGreaterThan(3);
  const boxes = placed.map(({ x, text, anchor }) => {
    const width = measureText(text, 12);
    return anchor === 'start' ? [x, x + width] : [x - width, x];
  });
  boxes.slice(1).forEach(([start], index) => {
    expect(start).toBeGreaterThan(boxes[index]![1]!);
  });
});

it('leaves out what happened before or after the picture', () => {
  expect(
    placeMarks([mark('2019-05', 'Before'), mark('2025-01-02', 'After')], { time, frame }),
  ).toEqual([]);
});

it('ends a label at its rule near the right edge', () => {
  const [placed] = placeMarks([mark('2024-12-20', 'A late event')], { time, frame });
  expect(placed?.anchor).toBe('end');
});

it('makes of each label a link as wide as its text, with the whole text where it was cut', () => {
  const label = 'An event with a name that no picture has room for';
  const marks = placeMarks([mark('2022-03-22', label), mark('2024-12-20', 'Late')], {
    time,
    frame,
  });
  const [long, late] = listMarkLinks(marks, frame);
  expect(long).toMatchObject({ text: label, href: `/evidence/events/${label}` });
  expect(long!.width).toBeLessThan(measureText(label, 12));
  expect(late!.x + late!.width).toBeCloseTo(marks[1]!.x);
  expect(long!.y + long!.height).toBeLessThanOrEqual(frame.top);
});
