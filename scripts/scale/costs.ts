/** What the parts take: memory of a server, connections to a replica, room in the primary. */
import type { Parts } from './parts';
import { judge, type Verdict } from './verdicts';

export async function readCosts({ servers, replicas, primary }: Parts): Promise<Verdict[]> {
  const memory = await Promise.all(
    [...servers.values()].map(async ({ port }) =>
      sumMemory(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()),
    ),
  );
  const [connections] =
    (await replicas[0]?.ask(
      "SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend'",
    )) ?? [];
  const [size] = await primary.ask('SELECT pg_database_size(current_database())::float8 AS bytes');
  return [
    judge('memory of a server with one renderer, at most', Math.max(...memory) / 1e6, null, 'MB'),
    // One of them is ours.
    judge('connections to the replica that is left', Number(connections?.n) - 1, null),
    judge('the primary’s database', Number(size?.bytes) / 1e6, null, 'MB'),
  ];
}

/** Bytes of all processes of a server, in what it says of itself to Prometheus. */
export function sumMemory(metrics: string): number {
  return [...metrics.matchAll(/^tracker_process_memory_bytes\{[^}]*\} (\d+)$/gm)].reduce(
    (sum, [, bytes]) => sum + Number(bytes),
    0,
  );
}
