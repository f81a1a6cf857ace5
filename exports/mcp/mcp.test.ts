import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { toQuery } from '@/address/href';
import { getEvidence } from '@/catalog/evidence';
import { openFrozenData } from '@/db/frozen-data-for-tests';
import { askTable } from './ask';
import { openClient } from './client-for-tests';
import { questions } from './questions-for-tests';

const tracker = openFrozenData();
let client: Client;
beforeAll(async () => {
  client = await openClient(tracker);
});

/** What a tool says; the client refuses what its description does not allow. */
async function ask(name: string, given: Record<string, unknown> = {}) {
  const answer = (await client.callTool({ name, arguments: given })) as CallToolResult;
  const [first, second] = answer.content as { type: string; text?: string; data?: string }[];
  return { ...answer, first, second, said: answer.structuredContent as unknown as Said };
}

interface Said {
  readonly permalink: string;
  readonly citation: string;
  readonly licence: { readonly name: string };
  readonly rows: readonly object[];
  readonly row_count: number | null;
  readonly page_count: number;
  readonly sources: readonly { readonly origin: string | null; readonly publisher: string }[];
  readonly answers: readonly {
    readonly source: string;
    readonly permalink: string;
    readonly citation: string;
    readonly figures: readonly { readonly href: string | null }[];
  }[];
  readonly choices: readonly { readonly name: string; readonly value: string | null }[];
  readonly differences: readonly string[];
  readonly comparisons: readonly { readonly rows: readonly object[] }[];
  readonly image: string;
}

describe('the description', () => {
  it('names the server, what it knows and how to quote it', () => {
    expect(client.getServerVersion()).toMatchObject({ version: tracker.snapshot.id });
    expect(client.getInstructions()).toMatch(/Never add figures.*Quote the permalink/s);
  });

  it('lists tools that only read, with what they take and give', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'search',
      'get_chart',
      'compare_organizations',
      'get_evidence',
      'query_dataset',
      'render_chart',
    ]);
    for (const { annotations, outputSchema, inputSchema } of tools) {
      expect(annotations?.readOnlyHint).toBe(true);
      expect(outputSchema?.type).toBe('object');
      expect(inputSchema.required?.length).toBeGreaterThan(0);
    }
    // All of it stands in an assistant’s memory for as long as it talks.
    expect(JSON.stringify(tools).length).toBeLessThan(24_000);
  });

  it('offers what the columns of each dataset mean', async () => {
    const { resources } = await client.listResources();
    const uri = resources.find(({ name }) => name === 'chips')?.uri ?? '';
    const { contents } = await client.readResource({ uri });
    expect(JSON.stringify(contents)).toContain('memory_gb');
    await expect(client.readResource({ uri: 'file:///etc/passwd' })).rejects.toThrow('No resource');
  });
});

describe('questions', () => {
  it('are thirty', () => {
    expect(questions.length).toBe(30);
  });

  it.each(questions)('$asks', async ({ tool, given, figure, origin }) => {
    const { said, first } = await ask(tool, given);
    expect(JSON.parse(first?.text ?? '')).toEqual(said);
    if (tool === 'search') {
      const [answer] = said.answers;
      expect(answer?.figures).toContainEqual(expect.objectContaining(figure));
      expect(answer?.source).toContain(origin);
      expect(answer?.citation).toContain(answer?.permalink);
      const found = answer?.figures.find((one) =>
        expect.objectContaining(figure).asymmetricMatch(one),
      );
      await expectEvidence(found?.href ?? answer?.permalink ?? '');
      return;
    }
    expect(said.rows).toContainEqual(expect.objectContaining(figure));
    const origins = said.sources.map((source) => source.origin ?? source.publisher);
    expect(origins).toContain(origin);
    expect(said.licence.name).toBe('CC-BY-4.0');
    expect(said.citation).toContain('AI Hardware Tracker (2026): ');
    expect(said.permalink).toContain(`snapshot=${tracker.snapshot.id}`);
    if (tool === 'get_evidence') return expectEvidence(said.permalink);
    // The address to quote shows the figure that was told.
    const rows = await readRows(said.permalink);
    expect(rows).toContainEqual(expect.objectContaining(figure));
  });
});

/** The rows that the page at an address shows, all of them. */
async function readRows(address: string) {
  const { pathname } = new URL(address);
  const [, kind, slug = ''] = pathname.split('/');
  const { snapshot: _, ...query } = toQuery(address);
  const asked = { kind: kind === 'charts' ? 'charts' : 'datasets', slug, query } as const;
  return (await askTable(tracker, asked)).table.rows;
}

async function expectEvidence(address: string) {
  const [, room, dataset = '', key = ''] = new URL(address).pathname.split('/');
  if (room !== 'evidence') return expect((await readRowsOrPage(address)).length).toBeGreaterThan(0);
  return expect(await getEvidence(tracker, dataset, key)).not.toBeNull();
}

/** A figure that sums up rows leads to them, a ranking to its page. */
async function readRowsOrPage(address: string): Promise<readonly unknown[]> {
  const { pathname } = new URL(address);
  return /^\/(charts|datasets)\//.test(pathname) ? readRows(address) : [pathname];
}

describe('answers', () => {
  it('of a chart name the choices with which it shows something else', async () => {
    const { said } = await ask('get_chart', { chart: 'market-share' });
    expect(said.choices).toContainEqual(
      expect.objectContaining({ name: 'market', value: 'ai-compute-shipped-epoch' }),
    );
  });

  it('come in pages that together have every row once', async () => {
    const given = { dataset: 'chips', columns: 'chip', limit: 40 };
    const { page_count: pages } = (await ask('query_dataset', given)).said;
    const all = await Promise.all(
      Array.from({ length: pages }, (_, at) => ask('query_dataset', { ...given, page: at + 1 })),
    );
    const chips = all.flatMap(({ said }) => said.rows.map((row) => JSON.stringify(row)));
    expect(new Set(chips).size).toBe(chips.length);
    expect(all.at(-1)?.said.row_count).toBe(chips.length);
    const charts = { chart: 'papers-by-vendor', limit: 7 };
    const [first, second] = [
      await ask('get_chart', charts),
      await ask('get_chart', { ...charts, page: 2 }),
    ];
    expect(first.said.rows).toHaveLength(7);
    expect(first.said.rows).not.toContainEqual(second.said.rows[0]);
  });

  it('compare list by list, and say where it is open who has more', async () => {
    const { said } = await ask('compare_organizations', { organizations: ['google', 'Microsoft'] });
    expect(said.differences.join(' ')).toContain('it is open who has more');
  });

  it('of evidence show the same figure by others', async () => {
    const { said } = await ask('get_evidence', { figure: questions[24]?.given.figure });
    expect(said.comparisons[0]?.rows).toContainEqual(expect.objectContaining({ is_this: true }));
  });

  it('draw a chart, with its address and words for who cannot see it', async () => {
    const { first, said } = await ask('render_chart', { chart: 'market-share', size: 'social' });
    const png = Buffer.from(first?.data ?? '', 'base64');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(300_000);
    expect(said.image).toMatch(/\/charts\/market-share\.png\?size=social/);
    expect(said).toHaveProperty('alternative', expect.stringContaining('Nvidia'));
  });
});

describe('what cannot be answered', () => {
  it.each<[string, string, Record<string, unknown>, string]>([
    ['a chart', 'get_chart', { chart: 'market-shar' }, 'Did you mean “market-share”?'],
    ['no chart', 'get_chart', {}, 'chart: missing.'],
    ['an object for a name', 'get_chart', { chart: { a: 1 } }, 'chart: use a text'],
    [
      'a choice',
      'get_chart',
      { chart: 'market-share', choices: { market: 'jpr' } },
      'jpr-aib-desktop',
    ],
    [
      'a text for choices',
      'get_chart',
      { chart: 'market-share', choices: 'jpr' },
      'choices: use an object',
    ],
    ['a page', 'get_chart', { chart: 'market-share', page: 99 }, 'from 1 to 1'],
    [
      'an argument',
      'get_chart',
      { chart: 'market-share', markt: 'x' },
      'markt: unknown parameter.',
    ],
    ['a snapshot', 'get_chart', { chart: 'market-share', snapshot: '0123456789ab' }, 'No snapshot'],
    [
      'a column',
      'query_dataset',
      { dataset: 'chips', filters: { vendr: 'amd' } },
      'Did you mean “vendor”?',
    ],
    [
      'a name in a filter',
      'query_dataset',
      { dataset: 'chips', filters: { vendor: 'amdd' } },
      'Did you mean “amd”?',
    ],
    ['too many rows', 'query_dataset', { dataset: 'chips', limit: 100_000 }, 'from 1 to 200'],
    [
      'an organization',
      'compare_organizations',
      { organizations: ['Metta'] },
      'Did you mean Meta?',
    ],
    [
      'nine organizations',
      'compare_organizations',
      { organizations: 'abcdefghi'.split('') },
      'Use one to 8',
    ],
    ['a figure', 'get_evidence', { figure: '/evidence/chips/none' }, 'The key of chips is chip'],
    ['a path', 'get_evidence', { figure: '../../etc/passwd' }, 'Use an address such as'],
    ['a size', 'render_chart', { chart: 'market-share', size: 'poster' }, 'size'],
    ['nothing', 'search', { q: '' }, 'q: missing.'],
  ])('%s that there is not is named, with what was meant', async (_, tool, given, words) => {
    const { isError, first } = await ask(tool, given);
    expect(isError).toBe(true);
    expect(first?.text).toContain(words);
  });

  it('is an error of the protocol where there is no such tool', async () => {
    await expect(ask('get_chat')).rejects.toThrow('Did you mean get_chart?');
  });
});
