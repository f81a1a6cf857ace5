/**
 * The tracker as an assistant asks it, by the protocol's own client: what it quotes is there,
 * and whatever is posted, nothing fails and pages stay quick to come.
 */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { expect, test } from '@playwright/test';

const JSON_TYPE = { 'content-type': 'application/json' };

async function connect(baseURL: string | undefined): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', baseURL)));
  return client;
}

const call = (method: string, params: object) =>
  JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
const toolCall = (name: unknown, given: unknown) => call('tools/call', { name, arguments: given });

test.describe('an assistant', () => {
  test('finds a figure, its chart, its evidence, and quotes addresses that show them', async ({
    baseURL,
    request,
  }) => {
    const client = await connect(baseURL);
    const ask = async (name: string, given: Record<string, unknown>) =>
      (await client.callTool({ name, arguments: given })) as CallToolResult;
    const said = async (name: string, given: Record<string, unknown>) =>
      (await ask(name, given)).structuredContent as {
        permalink: string;
        image: string;
        rows: { name: string; value_h100_equivalents: number }[];
        answers: { figures: { href: string | null; values: string[] }[] }[];
        charts: { address: string }[];
      };
    const { answers } = await said('search', { q: 'Nvidia data center revenue Q4 FY23' });
    const [figure] = answers[0]?.figures ?? [];
    const evidence = await said('get_evidence', { figure: figure?.href });
    const chart = await said('get_chart', { chart: 'accelerator-holders' });
    const rows = await said('query_dataset', { dataset: 'chips', limit: 2 });
    const pair = await said('compare_organizations', { organizations: ['Meta', 'Google'] });
    const drawn = await said('render_chart', { chart: 'market-share', size: 'social' });
    const own = (address: string) =>
      new URL(new URL(address).href.replace(/^https?:\/\/[^/]+/, ''), baseURL).href;
    const quoted = [evidence, chart, rows, pair, drawn].map(({ permalink }) => permalink);
    for (const address of [...quoted, drawn.image]) {
      const answer = await request.get(own(address), { maxRedirects: 0 });
      expect(answer.status(), address).toBe(200);
    }
    const page = await (await request.get(own(evidence.permalink))).text();
    expect(page).toContain(figure?.values[0]);
    const file = await request.get(own(chart.permalink.replace('?', '.json?')));
    expect((await file.json()).rows).toEqual(chart.rows);
    await client.close();
  });

  test('that posts nonsense is told so, and never fails', async ({ request }) => {
    const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
    const wrong: [string, string | Buffer][] = [
      ['nothing', ''],
      ['words', 'hello'],
      ['a huge body', Buffer.alloc(5_000_000, 'x')],
      ['deep lists', '['.repeat(30_000) + ']'.repeat(30_000)],
      [
        'deep arguments',
        `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"q":${deep}}}}`,
      ],
      ['no such method', call('tools/destroy', {})],
      ['no such tool', toolCall('drop_table', {})],
      ['a number for a tool', toolCall(7, {})],
      ['a list for arguments', toolCall('search', [])],
      ['null for a question', toolCall('search', { q: null })],
      ['signs', toolCall('search', { q: '"*(:^NEAR)--;\u0000\ud800' })],
      [
        'a prototype',
        `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"query_dataset","arguments":{"dataset":"chips","filters":{"__proto__":"x","constructor":"y"}}}}`,
      ],
      ['a path', toolCall('get_chart', { chart: '../../etc/passwd' })],
      [
        'a million values',
        toolCall('get_chart', { chart: 'market-share', choices: { series: 'a~'.repeat(20_000) } }),
      ],
      ['an id of its own', '{"jsonrpc":"2.0","id":{"a":1},"method":"ping"}'],
    ];
    for (const [what, data] of wrong) {
      const answer = await request.post('/mcp', { data, headers: JSON_TYPE });
      expect(answer.status(), what).toBeLessThan(500);
      const { error, result } = await answer.json();
      expect(error?.message ?? result?.content[0].text, what).toMatch(/\w/);
    }
  });

  test('of many, and of some who leave, keeps no page waiting', async ({ request, baseURL }) => {
    test.setTimeout(120_000);
    await request.get('/');
    const asked = Array.from({ length: 200 }, (_, at) =>
      at % 10 === 0
        ? toolCall('render_chart', { chart: 'market-share', size: 'square' })
        : toolCall('search', { q: `H100 price ${2000 + at}` }),
    );
    const left = asked.map((body, at) => {
      const signal = at % 5 === 0 ? AbortSignal.timeout(50) : AbortSignal.timeout(90_000);
      return fetch(new URL('/mcp', baseURL), {
        ...{ method: 'POST', headers: JSON_TYPE, body, signal },
      }).then(
        ({ status }) => status,
        () => 0,
      );
    });
    const begun = performance.now();
    for (let turn = 0; turn < 20; turn += 1) expect((await request.get('/')).status()).toBe(200);
    const pages = performance.now() - begun;
    const statuses = await Promise.all(left);
    const calls = performance.now() - begun;
    for (const status of statuses) expect([0, 200, 429]).toContain(status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(50);
    // Twenty pages are out long before the calls are, on a machine of whatever speed.
    expect(pages).toBeLessThan(calls);
    expect(
      (await request.post('/mcp', { data: call('ping', {}), headers: JSON_TYPE })).status(),
    ).toBe(200);
  });
});
