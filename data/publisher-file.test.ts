import { describe, expect, it } from 'vitest';
import type { Problem } from './problem';
import {
  type PublisherFile,
  parseDay,
  parseNumber,
  readPublisherCsv,
  readPublisherJson,
  writeNumber,
} from './publisher-file';
import { wordProblem } from './wording';

const toFile = (text: string): PublisherFile => ({
  name: 'list.csv',
  address: null,
  bytes: new TextEncoder().encode(text),
});

function collect() {
  const problems: Problem[] = [];
  return {
    report: (problem: Omit<Problem, 'dataset'>) => problems.push({ dataset: 'list', ...problem }),
    worded: () => problems.map(wordProblem),
  };
}

describe('a publisher’s CSV', () => {
  const columns = {
    name: ['Name'],
    memory: ['Memory (bytes)', 'Memory size per board (Byte)'],
    latitude: { names: ['latitude'], optional: true },
  } as const;

  it('is read by name, past a byte order mark, quoted line breaks and padding', () => {
    const { report, worded } = collect();
    const text =
      '\uFEFFNote,Name ,Memory (bytes)\r\n"two\nlines, one ""cell""", Eos ,8.0e+10\r\n,Alps,\r\n';
    const rows = readPublisherCsv(toFile(text), columns, report);
    expect(worded()).toEqual([]);
    expect(rows.map((row) => [row.line, row.text('name'), row.number('memory')])).toEqual([
      [2, 'Eos', 8e10],
      [4, 'Alps', null],
    ]);
    expect(rows[0]?.text('latitude')).toBe('');
  });

  it('is read by the column names of an older vintage', () => {
    const text = 'Memory size per board (Byte),Name\n80000000000.0,Eos\n';
    const [row] = readPublisherCsv(toFile(text), columns, collect().report);
    expect([row?.text('name'), row?.number('memory')]).toEqual(['Eos', 8e10]);
  });

  it('names a missing column and what is there instead', () => {
    const { report, worded } = collect();
    expect(readPublisherCsv(toFile('Names,Size\nEos,1\n'), columns, report)).toEqual([]);
    expect(worded()).toEqual([
      'list.csv, line 1, Name: the file has no column “Name”. It has “Names” instead. If the publisher renamed the column, add the new name to the importer’s list; otherwise give the right file.',
      'list.csv, line 1, Memory (bytes): the file has no column “Memory (bytes)” or “Memory size per board (Byte)”. It has “Names”, “Size”. If the publisher renamed the column, add the new name to the importer’s list; otherwise give the right file.',
    ]);
  });

  it.each([
    [
      'Name,Memory (bytes)\nEos,many\n',
      'list.csv, line 2, Memory (bytes): "many" is not a number.',
    ],
    ['Name,Memory (bytes)\nEos\n', 'list.csv, line 2: the row has 1 cell, the header has 2.'],
    ['<!doctype html><p>Not found</p>', 'list.csv: this is not a CSV; it looks like a web page'],
    ['', 'list.csv: the file is empty.'],
    ['Name,Memory (bytes)\n"Eos,1\n', 'list.csv, line 2: the quotation marks do not match'],
  ])('tells what is wrong with %j', (text, said) => {
    const { report, worded } = collect();
    for (const row of readPublisherCsv(toFile(text), columns, report)) row.number('memory');
    expect(worded()).toEqual([expect.stringContaining(said)]);
  });
});

it.each([
  ['9.9e+22', 9.9e22],
  ['9.90E+22', 9.9e22],
  ['7.176E+04', 71_760],
  ['550000000000000000000', 5.5e20],
  ['1.0', 1],
  [' 12 ', 12],
  ['0', 0],
  ['$1,234.50', 1234.5],
  ['', null],
  ['1,2', undefined],
  ['n/a', undefined],
])('reads the number %j as %j', (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

it.each([
  ['4/2/2026', '2026-04-02'],
  ['12/31/2025', '2025-12-31'],
  ['2026-04-22', '2026-04-22'],
  ['2026-05-27 18:59:10+00:00', '2026-05-27'],
  ['', null],
  ['31/12/2025', undefined],
  ['Planned 2030', undefined],
])('reads the date %j as %j', (text, value) => {
  expect(parseDay(text)).toBe(value);
});

it.each([
  [3.9492000000000003, '3.9492'],
  [9.9e22, '99000000000000000000000'],
  [0, '0'],
  [1200, '1200'],
  [null, ''],
])('writes %j as %j', (value, cell) => {
  expect(writeNumber(value)).toBe(cell);
});

describe('a publisher’s JSON', () => {
  const read = (
    text: string,
    ask: (data: NonNullable<ReturnType<typeof readPublisherJson>>) => void,
  ) => {
    const { report, worded } = collect();
    const data = readPublisherJson({ ...toFile(text), name: 'day.json' }, report);
    if (data) ask(data);
    return worded();
  };

  it('is read by its paths', () => {
    const problems = read('{"offers": [{"gpu": " h100 ", "usd_hr": null}]}', (data) => {
      const [offer] = data.get('offers').items();
      expect([offer?.get('gpu').text(), offer?.get('usd_hr').number()]).toEqual(['h100', null]);
      expect([offer?.has('kind'), data.names()]).toEqual([false, ['offers']]);
    });
    expect(problems).toEqual([]);
  });

  it.each([
    ['{"offers": {}}', 'day.json, offers: "{}" is not a list.'],
    ['{}', 'day.json, offers: the file has nothing here. Expected a list.'],
    ['[]', 'day.json: "[]" is not an object.'],
    ['{"offers": [{"usd_hr": "2"}]}', 'day.json, offers[0].usd_hr: "2" is not a number or null.'],
    ['<html>', 'day.json: "<html>" is no JSON. Give the publisher’s JSON file.'],
  ])('tells what is wrong with %j', (text, said) => {
    const problems = read(text, (data) => {
      for (const offer of data.get('offers').items()) offer.get('usd_hr').number();
    });
    expect(problems).toEqual([expect.stringContaining(said)]);
  });
});
