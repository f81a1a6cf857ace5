/**
 * Tells the caches in front (`TRACKER_PURGE`) when this server shows another snapshot than it
 * did, and once when it starts. A cache that cannot be purged is tried again and keeps nobody
 * waiting: by itself it is a minute behind.
 */
import type { Shown } from './shown';

interface PurgeOptions {
  readonly addresses: readonly string[];
  readonly shown: () => Shown | null;
  /** Told once of each cache that cannot be told, and once when it can again. */
  readonly log?: (words: string) => void;
  /** How often to look, and how long the first wait after a failure is. */
  readonly every_ms?: number;
}

/** Starts at once; the returned function stops it. */
export function keepPurged({
  addresses,
  shown,
  log = console.error,
  every_ms = 1000,
}: PurgeOptions): () => void {
  const tellers = addresses.map((address) => buildTeller(address, log, every_ms));
  function look() {
    const current = shown();
    if (current) for (const tell of tellers) void tell(current);
  }
  look();
  const timer = setInterval(look, every_ms);
  timer.unref();
  return () => clearInterval(timer);
}

/** Addresses between commas or spaces. Throws where one is none of HTTP. */
export function readPurgeAddresses(setting = ''): string[] {
  const addresses = setting.split(/[\s,]+/).filter(Boolean);
  for (const address of addresses) {
    if (!/^https?:\/\/[^@]+$/.test(address) || !URL.canParse(address)) {
      throw new Error(
        `TRACKER_PURGE names "${address}", which is no address such as http://cache.`,
      );
    }
  }
  return addresses;
}

function buildTeller(address: string, log: (words: string) => void, every_ms: number) {
  let told = '';
  let isTelling = false;
  let failures = 0;
  let notBefore = 0;
  return async ({ id, published }: Shown) => {
    const current = `${id} ${published}`;
    if (isTelling || current === told || performance.now() < notBefore) return;
    isTelling = true;
    try {
      await purge(address, published);
      if (failures > 0) log(`The cache at ${address} is purged again.`);
      told = current;
      failures = 0;
    } catch (error) {
      if (failures === 0) log(word(address, error));
      failures += 1;
      notBefore = performance.now() + Math.min(MOST_MS, every_ms * 2 ** failures);
    } finally {
      isTelling = false;
    }
  };
}

/** What follows the data is to be forgotten; a cache that knows of order keeps what is as new. */
async function purge(address: string, published: number | null): Promise<void> {
  const answer = await fetch(address, {
    method: 'PURGE',
    headers: {
      'surrogate-key': 'live',
      ...(published !== null && { 'tracker-published': published.toFixed(3) }),
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(5000),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
}

function word(address: string, error: unknown): string {
  const { cause = error } = error as { cause?: unknown };
  const why = cause instanceof Error ? cause.message : String(cause);
  return `The cache at ${address} could not be purged (${why}). It may show older data for a minute; it is tried again.`;
}

const MOST_MS = 60_000;
