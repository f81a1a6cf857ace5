import { expect, test } from 'vitest';
import { createTables } from '../checks/tables-for-tests';
import { chips } from '../chips/contract';
import { events } from '../events/contract';
import { organizations } from '../organizations/contract';
import { systems } from '../systems/contract';
import { vendors } from '../vendors/contract';
import { aliasesLeadSomewhere } from './checks';
import { aliases } from './contract';

test('finds other names of rows that are not there', () => {
  const tables = createTables(
    [vendors, [{ vendor: 'aws' }]],
    [organizations, [{ organization: 'microsoft' }]],
    [chips, [{ chip: 'a100' }]],
    [systems, [{ system: 'dgx-h100' }]],
    [events, [{ event: 'chatgpt-launched' }]],
    [
      aliases,
      [
        { alias: 'AWS', dataset: 'vendors', row: 'aws' },
        { alias: 'Bing', dataset: 'organizations', row: 'microsoft' },
        { alias: 'A100s', dataset: 'chips', row: 'a100' },
        { alias: 'DGX', dataset: 'systems', row: 'dgx-h100' },
        { alias: 'ChatGPT', dataset: 'events', row: 'chatgpt-launched' },
        { alias: 'Azure', dataset: 'vendors', row: 'microsoft' },
        { alias: 'ChatGPT 2', dataset: 'events', row: 'a100' },
      ],
    ],
  );
  expect(aliasesLeadSomewhere.find(tables).map(({ line, found }) => [line, found])).toEqual([
    [7, 'microsoft'],
    [8, 'a100'],
  ]);
});
