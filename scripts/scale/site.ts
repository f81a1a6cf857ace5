/** The site’s own parts: our servers, and Varnish in front of them. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, typescript } from '../bootstrap/project.mjs';
import { type Part, type Place, PROGRAMS } from './programs';
import { until } from './until';

export interface SiteServer {
  readonly name: string;
  readonly port: number;
  readonly part: Part;
}

interface ServerOptions {
  readonly name: string;
  readonly port: number;
  /** Of the replicas. */
  readonly databaseUrl: string;
  /** The address that readers know, which is also that of the cache to be told of news. */
  readonly site: string;
}

/** One of our servers on a build that is there, with copies of its own. Resolves when it is ready. */
export async function startSiteServer(
  place: Place,
  { name, port, databaseUrl, site }: ServerOptions,
): Promise<SiteServer> {
  const part = place.begin(name, process.execPath, typescript('server', 'main.ts'), {
    isOurs: true,
    env: {
      ...{ NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1' },
      ...{ TRACKER_DB: '', TRACKER_DB_READ: databaseUrl, TRACKER_SITE: site },
      ...{ TRACKER_COPY: join(place.folder, name, 'tracker.sqlite'), TRACKER_PURGE: site },
      // Varnish; one renderer each, because three servers share this machine.
      ...{ TRACKER_PROXIES: '1', TRACKER_WORKERS: '1' },
    },
  });
  await until(`${name} is ready`, 120, async () => {
    const { ok } = await fetch(`http://127.0.0.1:${port}/health`);
    return ok;
  });
  return { name, port, part };
}

const RULES = join(root, 'docs', 'caches');

/** Varnish with the rules that the documents give, in front of servers at these ports. */
export async function startVarnish(
  place: Place,
  { port, servers }: { readonly port: number; readonly servers: readonly number[] },
): Promise<Part> {
  const rules = join(place.folder, 'rules');
  cpSync(RULES, rules, { recursive: true });
  const file = join(rules, 'varnish-servers.vcl');
  writeFileSync(file, nameServers(readFileSync(file, 'utf8'), servers));
  const part = place.begin('varnish', PROGRAMS.varnishd, [
    ...['-F', '-j', 'none', '-n', place.makeFolder('varnish'), '-f', file],
    ...['-p', `vcl_path=${rules}`, '-a', `127.0.0.1:${port}`, '-s', 'malloc,256m'],
  ]);
  await until('Varnish answers', 60, async () => {
    await fetch(`http://127.0.0.1:${port}/health`);
    return true;
  });
  return part;
}

/** The file that names servers, with these instead of its one. */
export function nameServers(text: string, ports: readonly number[]): string {
  const replace = (pattern: RegExp, toLine: (port: number, at: number) => string) => {
    if (!pattern.test(text)) throw new Error(`docs/caches names no server as expected: ${pattern}`);
    return text.replace(pattern, ports.map(toLine).join('\n'));
  };
  text = replace(
    /^backend one .*$/m,
    (port, at) => `backend s${at} { .host = "127.0.0.1"; .port = "${port}"; .probe = ready; }`,
  );
  return replace(/^ *servers\.add_backend\(one\);$/m, (_, at) => `  servers.add_backend(s${at});`);
}
