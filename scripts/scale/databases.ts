/** PostgreSQL: a primary, and replicas that follow it by streaming. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { findFreePort } from '../bootstrap/serve.mjs';
import { type Part, type Place, PROGRAMS } from './programs';
import { until } from './until';

export interface DatabaseServer {
  readonly name: string;
  readonly port: number;
  readonly url: string;
  readonly part: Part;
  /** Rows of a statement. */
  ask(statement: string): Promise<Record<string, unknown>[]>;
}

export const toDatabaseUrl = (port: number) => `postgres://tracker@127.0.0.1:${port}/tracker`;

/**
 * Settings of the run. It tells nothing of disks: nothing is forced to them, because what is
 * measured here ends with the run.
 */
const SETTINGS = `
fsync = off
full_page_writes = off
shared_buffers = 128MB
max_connections = 100
max_wal_size = 1GB
wal_keep_size = 512MB
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
`;

export async function startPrimary(place: Place): Promise<DatabaseServer> {
  const data = place.makeFolder('primary');
  await place.finish(PROGRAMS.initdb, [
    ...['-D', data, '-U', 'tracker', '-A', 'trust', '-E', 'UTF8'],
    ...['--locale=C.UTF-8', '--no-sync'],
  ]);
  appendFileSync(join(data, 'postgresql.conf'), SETTINGS);
  const primary = await startServer(place, 'primary', data);
  const admin = new pg.Client({ connectionString: primary.url.replace(/tracker$/, 'postgres') });
  await admin.connect();
  await admin.query('CREATE DATABASE tracker');
  await admin.end();
  return primary;
}

export async function startReplica(
  place: Place,
  name: string,
  primary: DatabaseServer,
): Promise<DatabaseServer> {
  const data = place.makeFolder(name);
  const source = `host=127.0.0.1 port=${primary.port} user=tracker application_name=${name}`;
  await place.finish(PROGRAMS.pg_basebackup, [
    ...['-D', data, '-d', source, '-R', '-X', 'stream', '-c', 'fast', '--no-sync'],
  ]);
  return startServer(place, name, data);
}

async function startServer(place: Place, name: string, data: string): Promise<DatabaseServer> {
  const port = await findFreePort();
  const part = place.begin(name, PROGRAMS.postgres, ['-D', data, '-p', String(port)]);
  const url = toDatabaseUrl(port);
  // A replica or a database may not be there yet; the server that answers is enough.
  await until(`${name} answers`, 60, async () => {
    const probe = new pg.Client({ connectionString: url.replace(/tracker$/, 'postgres') });
    probe.on('error', () => {});
    await probe.connect();
    await probe.end();
    return true;
  });
  let client: pg.Client | null = null;
  return {
    ...{ name, port, url, part },
    async ask(statement) {
      if (!client) {
        client = new pg.Client({ connectionString: url });
        client.on('error', () => {
          client = null;
        });
        await client.connect();
      }
      return (await client.query(statement)).rows;
    },
  };
}
