/**
 * The database as it is downloaded: the tables of a published file without the site's own
 * search index, with a table that explains every column and two that say whose data this is.
 * It is made in memory, once for each snapshot; the published file stays as it is.
 */

import { readFile } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { toQuery } from '@/address/href';
import { listUnknownParameters } from '@/address/parameters';
import { type Column, type Contract, toMeanings, toTableName } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { type Tracker, toDatabaseFile } from '@/db/connection';
import { isWhole, toKeptFile } from '@/db/kept-snapshots';
import { readPublishedAt, type Snapshot } from '@/db/snapshot-tables';
import {
  answerFile,
  answerProblem,
  answerUnchanged,
  answerWrongParameters,
  toETag,
} from './answer';
import { toCitation } from './citation';
import { LICENSE } from './metadata';
import { openAsked } from './publication-answer';
import { toSiteOrigin } from './site';

/** By which programs tell the file from other databases: "AIHT" in ASCII. */
const APPLICATION_ID = 0x41494854;

/** Of the tables that describe the others; it rises when they change. */
const LAYOUT_VERSION = 1;

const ADDRESS = '/download/tracker.sqlite';

// A few MB each; nearly everybody asks for the newest.
const known = new LRUCache<string, Promise<Uint8Array>>({ max: 3 });

/** The bytes for a snapshot, the same each time; `path` is a sound file of it. */
function buildDatabaseFile(path: string, snapshot: Snapshot): Promise<Uint8Array> {
  const file = known.get(snapshot.id) ?? build(path, snapshot);
  known.set(snapshot.id, file);
  file.catch(() => known.delete(snapshot.id));
  return file;
}

async function build(path: string, snapshot: Snapshot): Promise<Uint8Array> {
  const client = new Database(await readFile(path));
  try {
    client.exec('DROP TABLE IF EXISTS search_index');
    writeDictionary(client);
    writeLicenses(client);
    writeAbout(client, snapshot);
    client.pragma(`application_id = ${APPLICATION_ID}`);
    client.pragma(`user_version = ${LAYOUT_VERSION}`);
    client.exec('VACUUM');
    return client.serialize();
  } finally {
    client.close();
  }
}

/** A column that a snapshot of the past had and today's program does not know has no meaning. */
function writeDictionary(client: Database.Database): void {
  client.exec(`CREATE TABLE dictionary (
    dataset TEXT NOT NULL, "column" TEXT NOT NULL, type TEXT NOT NULL, unit TEXT, meaning TEXT,
    required INT NOT NULL, "values" TEXT, PRIMARY KEY (dataset, "column")
  ) STRICT`);
  const insert = client.prepare('INSERT INTO dictionary VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const { dataset, contract } of listStored(client)) {
    for (const { name, type, notnull } of listColumns(client, dataset)) {
      const column = contract?.columns[name];
      const unit = column && 'unit' in column ? column.unit : null;
      const values = column?.type === 'one-of' ? JSON.stringify(toMeanings(column)) : null;
      const meaning = column?.meaning ?? null;
      insert.run(dataset, name, column ? wordType(column) : type, unit, meaning, notnull, values);
    }
  }
}

function wordType(column: Column): string {
  if (column.type === 'date') return column.precision === 'day' ? 'date' : 'date, maybe partial';
  return column.type === 'reference' ? `reference to ${toTableName(column.to)}` : column.type;
}

function writeLicenses(client: Database.Database): void {
  client.exec(`CREATE TABLE licenses (
    dataset TEXT NOT NULL PRIMARY KEY, title TEXT, license TEXT NOT NULL,
    license_url TEXT NOT NULL, credit TEXT, address TEXT NOT NULL
  ) STRICT`);
  const insert = client.prepare('INSERT INTO licenses VALUES (?, ?, ?, ?, ?, ?)');
  for (const { dataset, contract } of listStored(client)) {
    const { title = null, license = LICENSE.name, credit = null } = contract ?? {};
    const address = `${toSiteOrigin()}/datasets/${dataset}`;
    insert.run(dataset, title, license, LICENSE.address, credit, address);
  }
}

function writeAbout(client: Database.Database, snapshot: Snapshot): void {
  client.exec(`CREATE TABLE about (
    title TEXT NOT NULL, license TEXT NOT NULL, license_url TEXT NOT NULL, citation TEXT NOT NULL,
    snapshot TEXT NOT NULL, published TEXT, address TEXT NOT NULL
  ) STRICT`);
  const { id } = snapshot;
  client
    .prepare('INSERT INTO about VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(
      'AI Hardware Tracker',
      LICENSE.name,
      LICENSE.address,
      toCitation({ title: 'All datasets', href: ADDRESS, snapshot, sources: [] }),
      id,
      readPublishedAt(client),
      `${toSiteOrigin()}${ADDRESS}?snapshot=${id}`,
    );
}

function listStored(client: Database.Database) {
  const known = new Map(datasets.map((one): [string, Contract] => [one.slug, one]));
  return client
    .prepare<[], string>('SELECT dataset FROM dataset_states ORDER BY dataset')
    .pluck()
    .all()
    .map((dataset) => ({ dataset, contract: known.get(dataset) }));
}

function listColumns(client: Database.Database, dataset: string) {
  return client
    .prepare<[string], { name: string; type: string; notnull: number }>(
      'SELECT name, type, "notnull" FROM pragma_table_info(?) ORDER BY cid',
    )
    .all(toTableName(dataset));
}

/** `/download/tracker.sqlite`: all tables of the published snapshot, or with `snapshot=` of a kept one. */

export async function answerDatabase(request: Request, current: Tracker): Promise<Response> {
  const asked = openAsked(current, toQuery(request.url));
  if (asked instanceof Response) return asked;
  const { tracker, lasts, query } = asked;
  const unknown = listUnknownParameters(query, ['snapshot']);
  if (unknown.length > 0) return answerWrongParameters(unknown);
  const { id } = tracker.snapshot;
  const etag = toETag(request, id);
  const unchanged = answerUnchanged(request, etag, lasts);
  if (unchanged) return unchanged;
  const path = findFile(tracker);
  if (path === undefined) {
    return answerProblem({
      status: 503,
      title: 'The file is damaged',
      detail: `The database of snapshot ${id} is not as it was published. Its figures are to be had as CSV and JSON of each dataset; /datasets.json lists them.`,
    });
  }
  const body = await buildDatabaseFile(path, tracker.snapshot);
  return answerFile(
    {
      body,
      size: body.length,
      mediaType: 'application/vnd.sqlite3',
      fileName: `ai-hardware-tracker_snapshot-${id.slice(0, 6)}.sqlite`,
      shown: false,
      lasts,
    },
    etag,
  );
}

/**
 * The kept file, whose name no ingest gives to other data; the one in use where none is
 * kept; neither where it is not as it was published.
 */
function findFile({ orm, snapshot }: Tracker): string | undefined {
  return [toKeptFile(toDatabaseFile(), snapshot.id), orm.$client.name].find(isWhole);
}
