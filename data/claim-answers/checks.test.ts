import { expect, test } from 'vitest';
import { createTables, type TestRow } from '../checks/tables-for-tests';
import { chips } from '../chips/contract';
import { costScenarios } from '../cost-scenarios/contract';
import { exportControls } from '../export-controls/contract';
import { findings } from '../findings/contract';
import { marketReactions } from '../market-reactions/contract';
import { systems } from '../systems/contract';
import { vendors } from '../vendors/contract';
import { answersFit, answersLeadSomewhere } from './checks';
import { claimAnswers } from './contract';

test('finds charts without wording, wording without charts, and views of nothing', () => {
  const rows: TestRow[] = [
    { shows: 'chart-figure', chart: 'market-share', label: 'AMD’s share', query: 'market=dc' },
    { shows: 'calculator', chart: 'training' },
    { shows: 'rent' },
    { shows: 'chart-figure', chart: 'market-share' },
    { shows: 'rent', chart: 'rental-prices' },
    { shows: 'calculator' },
    { shows: 'calculator', chart: 'training', query: 'a=b' },
    { shows: 'rent', label: 'Rent' },
  ];
  const found = answersFit.find(createTables([claimAnswers, rows]));
  expect(found.map(({ line, column }) => [line, column])).toEqual([
    [5, 'label'],
    [6, 'chart'],
    [7, 'chart'],
    [8, 'query'],
    [9, 'label'],
  ]);
});

test('finds answers of what no dataset holds', () => {
  const rows: TestRow[] = [
    { shows: 'rent', of: 'a100' },
    { shows: 'results', of: 'nvidia' },
    { shows: 'reaction', of: 'worth' },
    { shows: 'training', of: 'accelerators' },
    { shows: 'server', of: 'DGX' },
    { shows: 'export-rule', of: 'review' },
    { shows: 'printed', of: 'market-cap' },
    { shows: 'chart-figure', of: 'anything' },
    { shows: 'finding', of: 'known' },
    { shows: 'export-state', of: 'a101' },
    { shows: 'export-control', of: 'a100' },
    { shows: 'finding', of: 'gone' },
    { shows: 'reaction', of: 'outlook' },
    { shows: 'training', of: 'hours' },
    { shows: 'server', of: 'HGX' },
    { shows: 'export-rule', of: 'cap' },
    { shows: 'printed', of: 'ytd-change' },
  ];
  const tables = createTables(
    [claimAnswers, rows],
    [chips, [{ chip: 'a100' }]],
    [vendors, [{ vendor: 'nvidia' }, { vendor: 'amd' }]],
    [costScenarios, [{ parameter: 'accelerators' }]],
    [systems, [{ product_line: 'DGX' }, { product_line: null }]],
    [exportControls, [{ measure: 'review' }]],
    [marketReactions, [{ metric: 'market-cap' }]],
    [findings, [{ finding: 'known' }]],
  );
  expect(answersLeadSomewhere.find(tables).map(({ line }) => line)).toEqual([
    11, 12, 13, 14, 15, 16, 17, 18,
  ]);
});
