/** All parts together, as docs/scaling.md draws them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, Stop } from '../bootstrap/process.mjs';
import { typescript } from '../bootstrap/project.mjs';
import { findFreePort } from '../bootstrap/serve.mjs';
import { writeBalancerConfig } from './balancer';
import { type DatabaseServer, startPrimary, startReplica, toDatabaseUrl } from './databases';
import { type Part, type Place, PROGRAMS } from './programs';
import { type SiteServer, startSiteServer, startVarnish } from './site';
import { until } from './until';

export interface Parts {
  readonly place: Place;
  readonly primary: DatabaseServer;
  readonly replicas: readonly DatabaseServer[];
  /** Those that run, by name. */
  readonly servers: Map<string, SiteServer>;
  /** Where readers ask, such as `http://127.0.0.1:4480`: Varnish. */
  readonly site: string;
  /** Starts one of the servers that Varnish knows: `server-1` to `server-4`. */
  addServer(name: string): Promise<SiteServer>;
  /** Publishes a folder of data as an operator does; the seconds that the command took. */
  publish(data: string): Promise<number>;
}

const SERVERS = ['server-1', 'server-2', 'server-3', 'server-4'];

/** The databases, the balancer, three servers, and Varnish; the data of `data` are public. */
export async function startParts(place: Place, data: string): Promise<Parts> {
  const primary = await startPrimary(place);
  const replicas = [
    await startReplica(place, 'replica-1', primary),
    await startReplica(place, 'replica-2', primary),
  ];
  const ports = new Map<string, number>();
  for (const name of [...SERVERS, 'replicas', 'varnish']) {
    ports.set(name, await findFreePort());
  }
  const toPort = (name: string) => ports.get(name) ?? 0;
  const site = `http://127.0.0.1:${toPort('varnish')}`;
  await startBalancer(place, {
    port: toPort('replicas'),
    behind: replicas.map(({ port }) => port),
  });
  const servers = new Map<string, SiteServer>();
  const parts: Parts = {
    ...{ place, primary, replicas, servers, site },
    async addServer(name) {
      const databaseUrl = toDatabaseUrl(toPort('replicas'));
      const server = await startSiteServer(place, { name, port: toPort(name), databaseUrl, site });
      servers.set(name, server);
      return server;
    },
    publish: (folder) => publish(primary, folder),
  };
  await parts.publish(data);
  await startVarnish(place, { port: toPort('varnish'), servers: SERVERS.map(toPort) });
  await Promise.all(SERVERS.slice(0, 3).map((name) => parts.addServer(name)));
  await until('Varnish finds a server', 30, async () => (await fetch(`${site}/share`)).ok);
  return parts;
}

async function startBalancer(
  place: Place,
  config: Parameters<typeof writeBalancerConfig>[0],
): Promise<Part> {
  const file = join(place.folder, 'haproxy.cfg');
  writeFileSync(file, writeBalancerConfig(config));
  return place.begin('haproxy', PROGRAMS.haproxy, ['-db', '-f', file]);
}

async function publish(primary: DatabaseServer, data: string): Promise<number> {
  const begun = performance.now();
  const { code, output } = await run(
    process.execPath,
    [...typescript('scripts', 'ingest.ts'), '--data', data],
    { env: { TRACKER_DB: primary.url } },
  );
  if (code !== 0) throw new Stop(`Publishing failed:\n${output.trimEnd()}`);
  return (performance.now() - begun) / 1000;
}
