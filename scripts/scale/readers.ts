/**
 * Readers: each opens a page, follows the permalink that is printed in it, takes the CSV that is
 * linked there, and goes on to another page. Each has an address of his own.
 */
import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { shuffle } from 'd3-array';
import { isVarnishHit, type ReaderAnswer } from './answers';

interface ReadersOptions {
  /** Such as `http://127.0.0.1:4480`. */
  readonly site: string;
  /** Paths of pages with a permalink. */
  readonly pages: readonly string[];
  readonly readers: number;
  /** Between an answer and the next question. */
  readonly pause_ms: number;
  readonly signal: AbortSignal;
}

/** All answers, in no order, once the signal is given and what is under way has ended. */
export async function read(options: ReadersOptions): Promise<ReaderAnswer[]> {
  const answers: ReaderAnswer[] = [];
  const links = new Map<string, Links>();
  await Promise.all(
    Array.from({ length: options.readers }, (_, reader) =>
      readOn(options, reader, links, (answer) => answers.push(answer)),
    ),
  );
  return answers;
}

interface Links {
  readonly permalink: string | null;
  readonly csv: string | null;
}

async function readOn(
  { site, pages, pause_ms, signal }: ReadersOptions,
  reader: number,
  links: Map<string, Links>,
  note: (answer: ReaderAnswer) => void,
) {
  const agent = new Agent({ keepAlive: true, localAddress: `127.0.1.${1 + (reader % 250)}` });
  const take = async (kind: ReaderAnswer['kind'], address: string) => {
    const { readBody, etag, ...answer } = await ask(site, address, { kind, agent });
    note(answer);
    await pause(pause_ms);
    if (answer.status !== 200 || kind === 'file') return null;
    // The same bytes have the same links.
    const known = etag ? links.get(`${address} ${etag}`) : undefined;
    const found = known ?? findLinks(readBody().toString(), address);
    if (etag) links.set(`${address} ${etag}`, found);
    return found;
  };
  // Each goes through the pages in an order of his own, so that no two keep in step.
  const order = shuffle([...pages]);
  for (let turn = 0; !signal.aborted; turn += 1) {
    const page = order[turn % order.length] ?? '/';
    const live = await take('live', page);
    if (!live?.permalink || signal.aborted) continue;
    const frozen = await take('permalink', live.permalink);
    if (frozen?.csv && !signal.aborted) await take('file', frozen.csv);
  }
  agent.destroy();
}

/** The permalink of a page and that of its CSV, as paths, where the page prints them. */
export function findLinks(html: string, address: string): Links {
  const [path = ''] = address.split('?');
  const find = (file: string) => {
    const name = file.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const printed = new RegExp(`${name}\\?(?:[^"<\\s]*&(?:amp;)?)?snapshot=[0-9a-f]{12}`);
    return html.match(printed)?.[0].replaceAll('&amp;', '&') ?? null;
  };
  return { permalink: find(path), csv: find(`${path}.csv`) };
}

interface Answered extends ReaderAnswer {
  /** Unpacked. */
  readonly readBody: () => Buffer;
  readonly etag: string | null;
}

/** Asks once. An answer that never comes or breaks off has the status 0. */
export async function ask(
  site: string,
  address: string,
  { kind, agent }: { kind: ReaderAnswer['kind']; agent?: Agent },
): Promise<Answered> {
  const asked_ms = performance.now();
  const none = {
    status: 0,
    published: null,
    isHit: false,
    readBody: () => Buffer.alloc(0),
    etag: null,
  };
  const answered = await new Promise<
    Omit<Answered, 'kind' | 'address' | 'asked_ms' | 'answered_ms'>
  >((done) => {
    const headers = { 'accept-encoding': 'gzip' };
    const request = get(`${site}${address}`, { agent, headers, timeout: 30_000 }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', () => done(none));
      response.on('end', () => done(response.complete ? readAnswer(response, parts) : none));
      response.on('close', () => done(none));
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => done(none));
  });
  return { kind, address, asked_ms, answered_ms: performance.now(), ...answered };
}

function readAnswer({ headers, statusCode }: IncomingMessage, parts: Buffer[]) {
  const packed = Buffer.concat(parts);
  const published = headers['tracker-published'];
  return {
    status: statusCode ?? 0,
    published: published ? Number(published) : null,
    isHit: isVarnishHit(String(headers['x-varnish'] ?? '')),
    etag: headers.etag ?? null,
    readBody: () => (headers['content-encoding'] === 'gzip' ? gunzipSync(packed) : packed),
  };
}
