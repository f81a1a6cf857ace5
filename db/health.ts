/** What there is to serve, for whoever watches a server; asks the file, not a connection in use. */
import Database from 'better-sqlite3';
import { identifyFile, toDatabaseFile } from './connection';

export interface Health {
  readonly isReady: boolean;
  readonly snapshot: string | null;
  /** ISO days. */
  readonly collected_on: string | null;
  readonly newest_publication: string | null;
}

interface Stated {
  readonly snapshot: string;
  readonly collected_on: string;
  readonly newest_publication: string | null;
}

let known: { readonly identity: string; readonly health: Health } | null = null;

/** Read once for each published file. */
export function readHealth(path: string = toDatabaseFile()): Health {
  const identity = `${path} ${identifyFile(path)}`;
  if (known?.identity !== identity) known = { identity, health: readFile(path) };
  return known.health;
}

function readFile(path: string): Health {
  try {
    const client = new Database(path, { readonly: true, fileMustExist: true });
    try {
      const stated = client.prepare<[], Stated>(STATED).get();
      if (stated) return { isReady: true, ...stated };
    } finally {
      client.close();
    }
  } catch {
    // There is none, or none that can be read.
  }
  return { isReady: false, snapshot: null, collected_on: null, newest_publication: null };
}

const STATED = `
SELECT id AS snapshot, collected_on,
  (SELECT max(newest_publication) FROM dataset_states) AS newest_publication
FROM snapshot`;
