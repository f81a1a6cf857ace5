import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vendors } from '@/data/cases/registry';
import { date, defineDataset, reference, slug } from '@/data/contract';
import { openDraft } from './draft';
import { createLoader } from './load';
import { readSnapshot, toSnapshotId, writeSnapshot } from './snapshot-tables';
import { toCreateStatement } from './to-table';

const about = { label: 'Label', meaning: 'Meaning.' };
const sources = defineDataset({
  ...vendors,
  slug: 'sources',
  columns: {
    source: slug(about),
    published_on: date({ ...about, precision: 'partial', optional: true }),
    retrieved: date({ ...about, precision: 'day' }),
  },
  key: ['source'],
});
const names = defineDataset({
  ...vendors,
  slug: 'names',
  columns: { name: slug(about) },
  key: ['name'],
});
const figures = defineDataset({
  ...vendors,
  slug: 'figures',
  columns: { figure: slug(about), source: reference({ ...about, to: 'sources' }) },
  key: ['figure'],
});

describe('the snapshot', () => {
  it('is read as it was written, with the newest publication and reading that a dataset cites', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tracker-test-'));
    const { client, discard } = openDraft(folder, 'x.sqlite');
    try {
      const all = [sources, figures, names];
      const fill = (contract: (typeof all)[number], rows: (string | null)[][]) => {
        client.exec(toCreateStatement(contract, all));
        const loader = createLoader(client, contract, () => expect.unreachable());
        for (const [i, row] of rows.entries()) loader.load(i + 2, row);
        loader.finish();
      };
      fill(sources, [
        ['a', '2024', '2026-01-02'],
        ['b', '2025-03', '2026-02-03'],
        ['c', '2026-01-01', '2026-03-04'],
        ['d', null, '2026-02-28'],
      ]);
      fill(figures, [
        ['one', 'a'],
        ['two', 'b'],
        ['three', 'd'],
      ]);
      fill(names, [['x']]);
      const written = writeSnapshot(client, all, new Map());
      expect(readSnapshot(client)).toEqual(written);
      expect(written.collected_on).toBe('2026-03-04');
      expect(client.prepare('SELECT * FROM dataset_states').all()).toEqual([
        {
          dataset: 'sources',
          row_count: 4,
          collected_on: '2026-03-04',
          newest_publication: '2026-01-01',
        },
        {
          dataset: 'figures',
          row_count: 3,
          collected_on: '2026-02-28',
          newest_publication: '2025-03',
        },
        // Cites nothing: as new as the whole.
        { dataset: 'names', row_count: 1, collected_on: '2026-03-04', newest_publication: null },
      ]);
    } finally {
      discard();
      rmSync(folder, { recursive: true });
    }
  });

  it('has an id that follows each dataset’s content and name, and nothing else', () => {
    const id = toSnapshotId(
      new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
    );
    expect(id).toBe(
      toSnapshotId(
        new Map([
          ['b', '2'],
          ['a', '1'],
        ]),
      ),
    );
    expect(id).not.toBe(
      toSnapshotId(
        new Map([
          ['a', '2'],
          ['b', '1'],
        ]),
      ),
    );
    expect(id).toMatch(/^[0-9a-f]{12}$/);
  });
});
