/**
 * Publishes a checked snapshot to PostgreSQL: its rows and its file are loaded aside, replicas
 * are waited for, and one row makes it public. Whatever fails before that row leaves what was
 * public, and at most litter that the next publication clears.
 */
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { readPublishedAt, readSnapshot } from '../snapshot-tables';
import type { Sql } from './connect';
import { hashFile } from './copies';
import { copyTables } from './copy-tables';
import {
  dropUnused,
  findKept,
  inTransaction,
  listPublications,
  markSchema,
  type Publication,
  preparePublications,
} from './publications';

interface PublishOptions {
  /** How many snapshots stay available, at least the newest two. */
  readonly keep: number;
  /** How long replicas are waited for, in seconds. */
  readonly wait_s?: number;
  /** Told what did not go as it should and changes nothing for readers. */
  readonly warn?: (text: string) => void;
}

export interface Published {
  /** Where its rows are. */
  readonly schema: string;
  /** With those of the tables that describe the snapshot. */
  readonly rows: number;
  readonly seconds: number;
  readonly replicas: readonly Replica[];
}

interface Replica {
  readonly name: string;
  /** Whether it had everything when the snapshot became public; null: it could not be seen. */
  readonly isReady: boolean | null;
}

/** Small enough that one comes in time over a slow line. */
const PART_BYTES = 1024 * 1024;

const WAIT_S = 10;

/**
 * Publishes the database file of a finished ingest over one connection, which nothing else
 * uses meanwhile, and which holds the lock of `lockPublications`. Null where the same file is
 * public already, and nothing was done.
 */
export async function publishFile(
  sql: Sql,
  file: string,
  { keep, wait_s = WAIT_S, warn = () => {} }: PublishOptions,
): Promise<Published | null> {
  const begun = performance.now();
  const sha256 = await hashFile(file);
  const client = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const snapshot = readSnapshot(client);
    const published_at = readPublishedAt(client);
    if (!snapshot || !published_at) throw new Error(`${file} holds no published snapshot.`);
    await preparePublications(sql);
    const before = await listPublications(sql);
    const newest = before[0];
    if (newest?.sha256 === sha256 && newest.schema) return null;
    if (newest && newest.published_at > published_at) {
      throw new Error(
        `What is public was published at ${newest.published_at}, this snapshot earlier, at ${published_at}.`,
      );
    }
    await dropUnused(sql, before.slice(0, 2));
    const { schema, rows, bytes } = await inTransaction(sql, async () => {
      const [next] = (await sql.query(`SELECT nextval('tracker.serials') AS serial`)).rows;
      const name = `tracker_${Number(next?.serial)}`;
      const copied = await copyTables(client, sql, name);
      await markSchema(sql, name);
      return { schema: name, rows: copied, bytes: await storeFile(sql, file, sha256) };
    });
    const replicas = await waitForReplicas(sql, wait_s, warn);
    await sql.query(
      `INSERT INTO tracker.publications (serial, snapshot, published_at, sha256, bytes, schema)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [Number(schema.split('_')[1]), snapshot.id, published_at, sha256, bytes, schema],
    );
    // It is public now; what remains is tidiness.
    await tidy(sql, keep).catch((error) =>
      warn(`Earlier snapshots stay until the next publication: ${error.message}.`),
    );
    return { schema, rows, seconds: (performance.now() - begun) / 1000, replicas };
  } finally {
    client.close();
  }
}

/** Waits until no other publishes, as long as this connection lasts; not longer than `wait_s`. */
export async function lockPublications(sql: Sql, wait_s = 60): Promise<void> {
  await sql.query(`SET lock_timeout = ${Math.ceil(wait_s * 1000)}`);
  await sql.query(`SELECT pg_advisory_lock(hashtext('ai-hardware-tracker'))`);
  await sql.query('SET lock_timeout = 0');
}

/** Returns the bytes stored. */
async function storeFile(sql: Sql, file: string, sha256: string): Promise<number> {
  // An earlier publication of the same file may have it there, or what is left of it.
  await sql.query('DELETE FROM tracker.snapshot_files WHERE sha256 = $1', [sha256]);
  const handle = await open(file);
  try {
    for (let part = 0, at = 0; ; part += 1) {
      const { bytesRead, buffer } = await handle.read({
        buffer: Buffer.alloc(PART_BYTES),
        position: at,
      });
      if (bytesRead === 0) return at;
      await sql.query('INSERT INTO tracker.snapshot_files VALUES ($1, $2, $3)', [
        sha256,
        part,
        buffer.subarray(0, bytesRead),
      ]);
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** Until every replica has all that is written, so that whoever learns of the snapshot has it. */
async function waitForReplicas(
  sql: Sql,
  wait_s: number,
  warn: (text: string) => void,
): Promise<Replica[]> {
  const { rows } = await sql.query('SELECT pg_current_wal_lsn()::text AS place');
  const end = performance.now() + wait_s * 1000;
  for (;;) {
    const found = await sql.query(
      `SELECT coalesce(nullif(application_name, ''), host(client_addr), pid::text) AS name,
         replay_lsn >= $1::pg_lsn AS is_ready
       FROM pg_stat_replication WHERE state IS DISTINCT FROM 'backup' ORDER BY name, pid`,
      [rows[0]?.place],
    );
    const replicas = found.rows.map(({ name, is_ready }) => ({
      name: String(name),
      isReady: is_ready === null ? null : Boolean(is_ready),
    }));
    if (replicas.every(({ isReady }) => isReady)) return replicas;
    if (performance.now() >= end) {
      const isUnseen = replicas.some(({ isReady }) => isReady === null);
      const late = replicas.filter(({ isReady }) => !isReady).map(({ name }) => name);
      warn(
        isUnseen
          ? `How far replicas are cannot be seen: GRANT pg_monitor TO the user that publishes. Went on after ${wait_s} s.`
          : `Replicas that were not ready after ${wait_s} s: ${late.join(', ')}. Their servers show the snapshot when they are.`,
      );
      return replicas;
    }
    await pause(REPLICAS_EVERY_MS);
  }
}

const REPLICAS_EVERY_MS = 50;

/** Forgets snapshots beyond `keep` and what stands in for none, and what only earlier readers asked. */
async function tidy(sql: Sql, keep: number): Promise<void> {
  const all = await listPublications(sql);
  const spared: Publication[] = all.slice(0, 2);
  const kept = [...findKept(all).values()].slice(0, keep);
  await sql.query('DELETE FROM tracker.publications WHERE serial <> ALL ($1::bigint[])', [
    [...spared, ...kept].map(({ serial }) => serial),
  ]);
  await dropUnused(sql, spared);
}
