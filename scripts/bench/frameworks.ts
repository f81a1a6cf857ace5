/**
 * The same three charts as people would build them otherwise, from the same CSV files: with
 * Observable Framework, and with Recharts on a page of React. One page a chart, built and
 * served with brotli, loaded as a phone does; medians of three runs, taking turns.
 *
 * Framework wants to fetch its libraries from a CDN; here they come with npm, as ours do.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { run as runProgram } from '../bootstrap/process.mjs';
import { runLighthouse } from './support/lighthouse';
import { toMedian } from './support/measure';
import { withServer } from './support/with-server';

const CHARTS = ['market-share', 'nvidia-data-center-revenue', 'papers-by-vendor'];
const RUNS = 3;
const FIGURES = {
  performance: 'of 100',
  'largest-contentful-paint': 'ms until the largest paint',
  'total-blocking-time': 'ms blocked',
  'cumulative-layout-shift': 'shift',
  'total-byte-weight': 'bytes',
} as const;

export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tracker-frameworks-'));
  const servers: Server[] = [];
  try {
    await withServer(async (root) => {
      const files = await Promise.all(
        CHARTS.map((chart) => download(`${root}/charts/${chart}.csv`)),
      );
      const framework = await buildFramework(join(folder, 'framework'), files);
      const recharts = await buildRecharts(join(folder, 'recharts'), files);
      const sites: [name: string, toAddress: (chart: string) => string][] = [
        ['here', (chart) => `${root}/charts/${chart}`],
        ['Observable Framework', await serveFolder(framework, servers)],
        ['Recharts', await serveFolder(recharts, servers)],
      ];
      for (const chart of CHARTS) await compare(chart, sites);
    });
  } finally {
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(chart: string, sites: [string, (chart: string) => string][]) {
  const runs = new Map(sites.map(([name]) => [name, [] as ((figure: string) => number)[]]));
  for (let turn = 0; turn < RUNS; turn += 1) {
    for (const [name, toAddress] of sites) {
      runs.get(name)?.push(await runLighthouse(toAddress(chart)));
    }
  }
  console.log(chart);
  for (const [name, found] of runs) {
    const medians = Object.entries(FIGURES).map(([figure, unit]) => {
      const median = toMedian(found.map((read) => read(figure)));
      return `${Math.round(median * 1000) / 1000} ${unit}`;
    });
    console.log(`  ${name}: ${medians.join(', ')}`);
  }
}

async function download(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}

async function buildFramework(folder: string, files: readonly string[]): Promise<string> {
  const pages = CHARTS.flatMap((chart, index) => [
    [`src/charts/${chart}.csv`, files[index] ?? ''],
    [
      `src/charts/${chart}.md`,
      `# ${chart}

\`\`\`js
import * as Plot from "@observablehq/plot";
import { autoType, csvParse } from "d3-dsv";
const rows = csvParse(await FileAttachment("${chart}.csv").text(), autoType);
const value = rows.columns.find((name) => name.startsWith("value_"));
display(Plot.plot({
  width,
  y: { grid: true, zero: true },
  color: { legend: true },
  marks: [Plot.lineY(rows, { x: "period_end", y: value, stroke: "series", tip: true })],
}));
\`\`\`
`,
    ],
  ]);
  return build(
    folder,
    {
      ...Object.fromEntries(pages),
      'src/index.md': '# Charts\n',
      'observablehq.config.js': 'export default { root: "src", search: false };\n',
    },
    ['@observablehq/framework@1.13.3', '@observablehq/plot@0.6.17', 'd3-dsv@3.0.1'],
    ['observable', 'build'],
  );
}

async function buildRecharts(folder: string, files: readonly string[]): Promise<string> {
  const pages = CHARTS.flatMap((chart, index) => [
    [`public/charts/${chart}.csv`, files[index] ?? ''],
    [
      `charts/${chart}.html`,
      `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${chart}</title>
<meta name="description" content="${chart}"><h1>${chart}</h1><main id="root"></main>
<script type="module">
import { draw } from '../draw.jsx';
draw('/charts/${chart}.csv');
</script></html>
`,
    ],
  ]);
  const inputs = CHARTS.map((chart) => `charts/${chart}.html`);
  return build(
    folder,
    {
      ...Object.fromEntries(pages),
      'vite.config.js': `export default { build: { rollupOptions: { input: ${JSON.stringify(inputs)} } } };\n`,
      'draw.jsx': `import React from 'react';
import { createRoot } from 'react-dom/client';
import Papa from 'papaparse';
import {
  CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis,
} from 'recharts';

export async function draw(file) {
  const { data, meta } = Papa.parse(await (await fetch(file)).text(), {
    header: true, dynamicTyping: true, skipEmptyLines: true,
  });
  const value = meta.fields.find((name) => name.startsWith('value_'));
  const names = [...new Set(data.map((row) => row.series))];
  const byPeriod = new Map();
  for (const row of data) {
    const point = byPeriod.get(row.period) ?? { period: row.period };
    byPeriod.set(row.period, { ...point, [row.series]: row[value] });
  }
  createRoot(document.getElementById('root')).render(
    <ResponsiveContainer width="100%" height={400}>
      <LineChart data={[...byPeriod.values()]}>
        <CartesianGrid />
        <XAxis dataKey="period" />
        <YAxis />
        <Tooltip />
        <Legend />
        {names.map((name, index) => (
          <Line key={name} dataKey={name} stroke={'hsl(' + index * 47 + ' 60% 40%)'} />
        ))}
      </LineChart>
    </ResponsiveContainer>,
  );
}
`,
    },
    ['vite@6.4.6', 'react@19.2.0', 'react-dom@19.2.0', 'recharts@3.11.1', 'papaparse@5.5.3'],
    ['vite', 'build'],
  );
}

/** Writes a project, installs what it needs, builds it; returns the folder of what was built. */
async function build(
  folder: string,
  files: Readonly<Record<string, string>>,
  packages: readonly string[],
  command: readonly string[],
): Promise<string> {
  const sources = { 'package.json': '{ "private": true, "type": "module" }\n', ...files };
  for (const [path, text] of Object.entries(sources)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const npm = ['--prefix', folder, '--no-audit', '--no-fund'];
  for (const [program, args] of [
    ['npm', ['install', ...npm, ...packages]],
    ['npm', ['exec', ...npm, '--', ...command]],
  ] as const) {
    const { code, output } = await runProgram(program, args, {
      cwd: folder,
      seconds: 300,
      shell: process.platform === 'win32',
    });
    if (code !== 0) throw new Error(`${program} ${args.join(' ')}:\n${output}`);
  }
  return join(folder, 'dist');
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.csv': 'text/csv; charset=utf-8',
};

/** Serves what was built, packed as tightly as brotli can, as we serve ours. */
async function serveFolder(folder: string, servers: Server[]) {
  const packed = new Map<string, Buffer>();
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(url.replace(/[?#].*/s, ''));
    const file = [path, `${path}.html`].map((one) => join(folder, one)).find(isFile);
    if (!file) return void response.writeHead(404).end();
    const body = packed.get(file) ?? brotliCompressSync(readFileSync(file));
    packed.set(file, body);
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-encoding': 'br',
      'content-length': body.length,
    });
    response.end(body);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  return (chart: string) => `http://localhost:${port}/charts/${chart}`;
}

const isFile = (path: string) => existsSync(path) && extname(path) !== '';
