/** All servers gone: what the cache still answers. */
import { setTimeout as pause } from 'node:timers/promises';
import { end } from '../bootstrap/process.mjs';
import { listFailures, type ReaderAnswer } from './answers';
import type { Parts } from './parts';
import { ask } from './readers';

/**
 * Ends every server and asks for all that was answered before, at once and again after `seconds`.
 * Returns what was asked and what failed. Live pages are asked for once more before: of an older
 * snapshot they are kept no longer.
 */
export async function askWithoutServers(
  parts: Parts,
  answers: readonly ReaderAnswer[],
  seconds: number,
): Promise<{ asked: number; failed: ReaderAnswer[] }> {
  const known = new Map(answers.map((answer) => [answer.address, answer.kind]));
  for (const [address, kind] of known) {
    if (kind === 'live') await ask(parts.site, address, { kind });
  }
  await Promise.all([...parts.servers.values()].map(({ part }) => end(part)));
  parts.servers.clear();
  const begun = performance.now();
  const askAll = async () => {
    const all: ReaderAnswer[] = [];
    for (const [address, kind] of known) all.push(await ask(parts.site, address, { kind }));
    return all;
  };
  const first = await askAll();
  await pause(Math.max(0, begun + seconds * 1000 - performance.now()));
  const all = [...first, ...(await askAll())];
  return { asked: all.length, failed: listFailures(all) };
}
