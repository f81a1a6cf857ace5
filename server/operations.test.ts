import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Health } from '@/db/health';
import { buildOperations } from './operations';
import { buildRenderQueue } from './render-queue';
import { html, openSite } from './site-for-tests';

const health: Health = {
  isReady: true,
  serving: 'published',
  snapshot: 'abc',
  collected_on: '2026-11-01',
  newest_publication: null,
  schema: '0f1e2d3c4b5a',
};

function open(handle: RequestListener = html('page')) {
  const lines: string[] = [];
  const state = { health, isStopping: false };
  const operations = buildOperations({
    health: () => state.health,
    isStopping: () => state.isStopping,
    lanes: { pages: buildRenderQueue() },
    memory: () => ({ front: 1000 }),
    kept: () => 10,
    log: (line) => lines.push(line),
  });
  return openSite(handle, { operations }).then((site) => ({ ...site, lines, state }));
}

describe('running a server', () => {
  it('says that it lives, and whether new visitors may come', async () => {
    const { site, get, state } = await open();
    const { status, text } = await get('/health');
    expect([status, JSON.parse(text)]).toMatchObject([
      200,
      { live: true, ready: true, snapshot: 'abc' },
    ]);
    state.health = { ...health, isReady: false };
    expect((await get('/health')).status).toBe(503);
    state.health = health;
    state.isStopping = true;
    const stopping = await get('/health');
    expect([stopping.status, JSON.parse(stopping.text).live]).toEqual([503, true]);
    expect(site.asked).toEqual([]);
  });

  it('counts what it answered, in lines that Prometheus reads', async () => {
    const { get } = await open();
    await get('/');
    await get('/');
    const { text, headers } = await get('/metrics');
    expect(headers['content-type']).toContain('version=0.0.4');
    expect(text).toContain('tracker_requests_total{status="200",from="made"} 1\n');
    expect(text).toContain('tracker_requests_total{status="200",from="memory"} 1\n');
    expect(text).toContain('tracker_process_memory_bytes{process="front"} 1000\n');
    for (const line of text.trimEnd().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? [\d.]+)$/);
    }
  });

  it('counts whether a database is followed, where one is read', async () => {
    const { get, state } = await open();
    expect((await get('/metrics')).text).not.toContain('tracker_database');
    state.health = { ...health, database: 'away', since: '2026-11-27T00:00:00.000Z' };
    expect((await get('/metrics')).text).toContain('tracker_database_followed 0\n');
    expect((await get('/health')).status).toBe(200);
    state.health = { ...health, database: 'followed' };
    expect((await get('/metrics')).text).toContain('tracker_database_followed 1\n');
  });

  it('shows figures of the server to its own network alone', async () => {
    const { get, site } = await open();
    expect((await get('/metrics', { 'x-forwarded-for': '203.0.113.9' })).text).toBe('page');
    expect(site.asked).toEqual(['/metrics']);
    expect((await get('/metrics', { 'x-forwarded-for': '10.1.2.3' })).text).toContain(
      'tracker_ready 1',
    );
  });

  it('writes a line of JSON for each request, whatever stands in it', async () => {
    const { get, lines } = await open();
    await get('/share?q=%0A"%1b[2J', { 'x-forwarded-for': '203.0.113.9', 'user-agent': 'a\t"b"' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      client: '203.0.113.9',
      method: 'GET',
      target: '/share?q=%0A"%1b[2J',
      status: 200,
      complete: true,
      bytes: 4,
    });
  });
});
