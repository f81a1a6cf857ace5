import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import type { NextConfig } from 'next';
import { PHASE_PRODUCTION_SERVER } from 'next/constants';
import subsetFont from 'subset-font';

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

/** Inter with Latin-1, the signs of our texts and the weights between regular and bold: 28 of 48 kB. */
async function writeFont(file: string): Promise<void> {
  const latin = Array.from({ length: 0x100 - 0x20 }, (_, index) =>
    String.fromCodePoint(0x20 + index),
  );
  const source = join(import.meta.dirname, 'node_modules/@fontsource-variable/inter/files');
  const font = await subsetFont(
    readFileSync(join(source, 'inter-latin-wght-normal.woff2')),
    `${latin.join('')}–—‘’‚“”„†•…€™−≤≥≈→←↑↓₁₂₃′″`,
    { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } } },
  );
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, font);
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

export default async function configure(phase: string): Promise<NextConfig> {
  if (phase !== PHASE_PRODUCTION_SERVER) {
    await writeFont(join(import.meta.dirname, '.cache', 'inter.woff2'));
    await writeStyles(join(import.meta.dirname, '.cache', 'drawings.css'));
  }
  return config;
}
