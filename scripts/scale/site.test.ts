import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nameServers } from './site';

const NAMED = readFileSync(
  join(import.meta.dirname, '..', '..', 'docs', 'caches', 'varnish-servers.vcl'),
  'utf8',
);

it('names servers in the rules that the documents give, each as a backend with its probe', () => {
  const named = nameServers(NAMED, [4001, 4002]);
  expect(named.match(/^backend .*$/gm)).toEqual([
    'backend s0 { .host = "127.0.0.1"; .port = "4001"; .probe = ready; }',
    'backend s1 { .host = "127.0.0.1"; .port = "4002"; .probe = ready; }',
  ]);
  expect(named.match(/servers\.add_backend\(.*\);/g)).toEqual([
    'servers.add_backend(s0);',
    'servers.add_backend(s1);',
  ]);
});

it('says when the rules name servers in another way', () => {
  expect(() => nameServers('backend none { }', [4001])).toThrow('names no server');
});
