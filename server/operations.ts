/**
 * What whoever runs the server asks of it: whether it lives and is ready (`/health`), how it
 * fares (`/metrics`, in the text format of Prometheus), and who asked for what (a line of
 * JSON for each request, where `TRACKER_ACCESS_LOG=1` asks for them).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Health } from '@/db/health';
import type { RenderQueue } from './render-queue';
import { isNear } from './visitor';

export interface Operations {
  /** Answers where the address is one of these two; false: it is somebody else’s. */
  answer(path: string, client: string, response: ServerResponse): boolean;
  /** Counts a request, and writes its line when it is over. */
  note(request: IncomingMessage, response: ServerResponse, client: string): void;
}

interface OperationsOptions {
  readonly health: () => Health;
  /** Whether new visitors should be sent here. */
  readonly isStopping: () => boolean;
  readonly lanes: Readonly<Record<string, RenderQueue>>;
  /** Bytes of memory by process. */
  readonly memory: () => Readonly<Record<string, number>>;
  /** Bytes of pages that are kept. */
  readonly kept: () => number;
  readonly log?: ((line: string) => void) | undefined;
}

export function buildOperations(options: OperationsOptions): Operations {
  const { health, isStopping, log } = options;
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const counts = new Map<string, number>();
  const buckets = BUCKETS_MS.map(() => 0);
  let [answered, spent_ms] = [0, 0];

  function count(response: ServerResponse, ms: number) {
    const status = response.writableFinished ? String(response.statusCode) : 'left';
    const from = String(response.getHeader('server-timing') ?? '').startsWith('memo')
      ? 'memory'
      : 'made';
    const key = `status="${status}",from="${from}"`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    answered += 1;
    spent_ms += ms;
    for (const [at, most] of BUCKETS_MS.entries())
      if (ms <= most) buckets[at] = (buckets[at] ?? 0) + 1;
  }

  function write(): string {
    const { isReady, database } = health();
    const lines = [
      ...head('tracker_ready', 'gauge', 'Whether there are data to show.'),
      `tracker_ready ${isReady ? 1 : 0}`,
      ...(database === undefined
        ? []
        : [
            ...head('tracker_database_followed', 'gauge', 'Whether PostgreSQL is followed.'),
            `tracker_database_followed ${database === 'followed' ? 1 : 0}`,
          ]),
      ...head(
        'tracker_requests_total',
        'counter',
        'Requests by status and where the answer came from.',
      ),
      ...[...counts].map(([labels, n]) => `tracker_requests_total{${labels}} ${n}`),
      ...head('tracker_answer_seconds', 'histogram', 'Time until an answer was out.'),
      ...BUCKETS_MS.map(
        (most, at) => `tracker_answer_seconds_bucket{le="${most / 1000}"} ${buckets[at]}`,
      ),
      `tracker_answer_seconds_bucket{le="+Inf"} ${answered}`,
      `tracker_answer_seconds_sum ${(spent_ms / 1000).toFixed(3)}`,
      `tracker_answer_seconds_count ${answered}`,
      ...head('tracker_queue_waiting', 'gauge', 'Requests waiting to be rendered.'),
      ...listLanes((queue) => queue.waiting, 'tracker_queue_waiting'),
      ...head('tracker_queue_running', 'gauge', 'Requests being rendered.'),
      ...listLanes((queue) => queue.running, 'tracker_queue_running'),
      ...head('tracker_process_memory_bytes', 'gauge', 'Resident memory.'),
      ...Object.entries(options.memory()).map(
        ([name, bytes]) => `tracker_process_memory_bytes{process="${name}"} ${bytes}`,
      ),
      ...head('tracker_kept_pages_bytes', 'gauge', 'Memory of prepared pages, as it is counted.'),
      `tracker_kept_pages_bytes ${options.kept()}`,
      ...head(
        'tracker_front_delay_seconds',
        'gauge',
        'How late the front was, 99th percentile since the last time.',
      ),
      `tracker_front_delay_seconds ${(delay.percentile(99) / 1e9).toFixed(4)}`,
    ];
    delay.reset();
    return `${lines.join('\n')}\n`;
  }

  function listLanes(read: (queue: RenderQueue) => number, name: string): string[] {
    return Object.entries(options.lanes).map(([lane, q]) => `${name}{lane="${lane}"} ${read(q)}`);
  }

  return {
    answer(path, client, response) {
      if (path === '/health') {
        const { isReady, ...state } = health();
        const ready = isReady && !isStopping();
        const body = { live: true, ready, stopping: isStopping(), ...state };
        send(response, ready ? 200 : 503, 'application/json', `${JSON.stringify(body, null, 2)}\n`);
        return true;
      }
      if (path !== '/metrics' || !isNear(client)) return false;
      send(response, 200, 'text/plain; version=0.0.4; charset=utf-8', write());
      return true;
    },
    note(request, response, client) {
      const begun = performance.now();
      response.once('close', () => {
        const ms = performance.now() - begun;
        count(response, ms);
        log?.(
          JSON.stringify({
            time: new Date().toISOString(),
            client,
            method: request.method,
            target: request.url,
            status: response.statusCode,
            complete: response.writableFinished,
            bytes: Number(response.getHeader('content-length') ?? 0),
            ms: Math.round(ms * 10) / 10,
            agent: request.headers['user-agent'],
          }),
        );
      });
    },
  };
}

const BUCKETS_MS = [5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000];

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}

function send(response: ServerResponse, status: number, type: string, body: string) {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
