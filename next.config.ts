import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import type { NextConfig } from 'next';
import { PHASE_PRODUCTION_SERVER } from 'next/constants';
import subsetFont from 'subset-font';

const basicLetters: string[] = JSON.parse(
  readFileSync(join(import.meta.dirname, 'exports/embed/basic-letters.json'), 'utf8'),
);
const KINDS = ['charts', 'datasets', 'calculators'];
const SLUG = ':slug([^/.]+)';
const FORMAT = ':format([a-z0-9]+|(?:csv-metadata|croissant)\\.json)';

const config: NextConfig = {
  // The program's fingerprint stands in the validators of downloads.
  env: { TRACKER_EDITION: process.env.TRACKER_EDITION ?? '' },
  // The server in front of Next compresses each prepared page once.
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Titles and descriptions stand in the head for everybody, not only for robots:
  // a prepared page is the same for all.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    'better-sqlite3',
    'linkedom',
    '@resvg/resvg-js',
    'pdfkit',
    'svg-to-pdfkit',
    // It reads a program next to its own files.
    'subset-font',
  ],
  // A download has its page's address with the format at its end, and only that one:
  // whoever asks for its route is sent there.
  rewrites: async () => [
    ...KINDS.map((kind) => ({
      source: `/${kind}/${SLUG}.${FORMAT}`,
      destination: `/download/${kind}/:slug/:format`,
    })),
    { source: `/deck.${FORMAT}`, destination: '/download/deck/charts/:format' },
  ],
  redirects: async () =>
    // The route was once called /exports.
    ['download', 'exports'].flatMap((route) =>
      KINDS.map((kind) => ({
        source: `/${route}/${kind}/${SLUG}/${FORMAT}`,
        destination: `/${kind}/:slug.:format`,
        permanent: true,
      })),
    ),
};

/** A part of Inter in the weights of pages, with what sets its letters and figures apart. */
async function writeFont(name: string, text: string): Promise<void> {
  const root = import.meta.dirname;
  const source = 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2';
  const options = {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
    // Its types do not know of them yet.
    keepFeatures: ['kern', 'tnum'],
  } as const;
  const font = await subsetFont(readFileSync(join(root, source)), text, options);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache', `${name}.woff2`), font);
}

/** Colors and fonts of drawings in the style sheet, which a browser keeps, not in every page. */
async function writeStyles(file: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'charts/page-styles.ts')],
    ...{ bundle: true, write: false, format: 'iife', globalName: 'written' },
  });
  const program = `${outputFiles[0]?.text}; written.PAGE_STYLES`;
  writeFileSync(file, String(runInNewContext(program)));
}

/** The letters of ranges as style sheets write them: "20-7E". */
const toLetters = (ranges: readonly string[]): string =>
  ranges
    .map((range) => {
      const [first = 0, last = first] = range.split('-').map((end) => Number.parseInt(end, 16));
      return String.fromCodePoint(
        ...Array.from({ length: last - first + 1 }, (_, at) => first + at),
      );
    })
    .join('');

export default async function configure(phase: string): Promise<NextConfig> {
  if (phase !== PHASE_PRODUCTION_SERVER) {
    const signs = '–—‘’‚“”„†•…€™−≤≥≈→←↑↓₁₂₃′″';
    await writeFont('inter', `${toLetters(['20-FF'])}${signs}`);
    await writeFont('inter-basic', toLetters(basicLetters));
    await writeStyles(join(import.meta.dirname, '.cache', 'drawings.css'));
  }
  return config;
}
