/** Caches with the configurations of `docs/caches/`, in front of two doors of ours. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { html, openSite } from './site-for-tests';

const RULES = join(import.meta.dirname, '..', 'docs', 'caches');
const SERVERS = 'varnish-servers.vcl';

/** Which of them are installed, with the modules that their configuration needs. */
export const INSTALLED = {
  varnish:
    spawnSync('varnishd', ['-C', '-f', join(RULES, SERVERS), '-p', `vcl_path=${RULES}`]).status ===
    0,
  nginx: spawnSync('nginx', ['-v']).status === 0,
};

export type Cache = keyof typeof INSTALLED;

interface Site {
  data: string;
  isFailing: boolean;
  /** Has no snapshot but the live one. */
  isLacking: boolean;
  /** Without what a probe asks. */
  readonly asked: readonly string[];
}

interface CacheOptions {
  /** As doors look for newer data. */
  readonly sync?: (site: { data: string }) => Promise<unknown>;
}

/** A file lives as long in a cache as a live one does, and one called `brief` for a second. */
export async function openCache(cache: Cache, options: CacheOptions = {}) {
  const one = await openDoor(options);
  const other = await openDoor(options);
  const folder = mkdtempSync(join(tmpdir(), 'tracker-cache-'));
  cpSync(RULES, folder, { recursive: true });
  const port = await findFreePort();
  const [program, args] = WRITE[cache](folder, port, [one.port, other.port]);
  const running = spawn(program, args, { stdio: 'ignore' });
  onTestFinished(async () => {
    const ended = once(running, 'exit');
    if (running.kill()) await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const get = (path: string, asked: Asked = {}) => ask(port, path, asked);
  for (let tries = 0; tries < 400 && !(await get('/health').catch(() => null)); tries += 1) {
    await pause(50);
  }
  return { get, sites: [one.site, other.site] as const };
}

async function openDoor(options: CacheOptions) {
  const opened = await openSite((asked, response) => {
    const { url = '' } = asked;
    if (site.isFailing) return response.writeHead(500).end();
    if (site.isLacking && url.includes('snapshot=')) return response.writeHead(404).end();
    if (!url.includes('.csv')) return html(site.data)(asked, response);
    response.setHeader('content-type', 'text/csv');
    const seconds = url.includes('brief') ? 1 : 60;
    const lives = `public, max-age=${seconds}, stale-while-revalidate=600`;
    response.setHeader('cache-control', lives);
    response.end(site.data);
  }, options);
  const site: Site = {
    get data() {
      return opened.site.data;
    },
    set data(data) {
      opened.site.data = data;
    },
    isFailing: false,
    isLacking: false,
    get asked() {
      return opened.site.asked.filter((path) => path !== '/health');
    },
  };
  return { site, port: opened.port };
}

/** Writes what names ports and folders; what is started, and how. */
const WRITE: Record<
  Cache,
  (folder: string, port: number, servers: readonly number[]) => [string, string[]]
> = {
  varnish(folder, port, servers) {
    const file = join(folder, SERVERS);
    const named = servers.map(
      (server, n) =>
        `backend s${n} { .host = "127.0.0.1"; .port = "${server}"; .probe = ready; }\n` +
        `sub vcl_init { servers.add_backend(s${n}); servers.reconfigure(); }`,
    );
    const text = readFileSync(file, 'utf8')
      .replace(/^backend one .*$/m, '')
      .replace(/^.*add_backend\(one\);$/m, '')
      .replace(/^acl /m, `${named.join('\n')}\n\nacl `);
    writeFileSync(file, text);
    // As root it would become somebody who may not read the folder.
    const place = ['-j', 'none', '-F', '-n', join(folder, 'run'), '-p', `vcl_path=${folder}`];
    return ['varnishd', [...place, '-f', file, '-a', `127.0.0.1:${port}`, '-s', 'malloc,32m']];
  },
  nginx(folder, port, servers) {
    const file = join(folder, 'nginx.conf');
    const named = servers.map((server) => `server 127.0.0.1:${server} max_fails=0;`);
    const site = readFileSync(file, 'utf8')
      .replace('/var/cache/nginx/tracker', join(folder, 'kept'))
      .replace('listen 8080', `listen 127.0.0.1:${port}`)
      .replace(/server 127\.0\.0\.1:3000.*/, named.join(' '));
    mkdirSync(join(folder, 'kept'));
    const isRoot = process.getuid?.() === 0;
    const around = `${isRoot ? 'user root;' : ''} daemon off; pid ${folder}/pid;
error_log ${folder}/error.log; events {}
http { access_log off; client_body_temp_path ${folder}/sent; proxy_temp_path ${folder}/read; ${site} }`;
    writeFileSync(file, around);
    return ['nginx', ['-c', file, '-e', join(folder, 'error.log')]];
  },
};

interface Asked {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
}

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

function ask(port: number, path: string, { method = 'GET', headers = {} }: Asked): Promise<Reply> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, text });
      });
    })
      .on('error', reject)
      .end();
  });
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
