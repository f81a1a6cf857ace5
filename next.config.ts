import type { NextConfig } from 'next';

const KINDS = ['charts', 'datasets', 'calculators'];
const SLUG = ':slug([^/.]+)';
const FORMAT = ':format([a-z0-9]+|csv-metadata\\.json)';

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
  ],
  // A download has its page's address with the format at its end, and only that one:
  // whoever asks for its route is sent there.
  rewrites: async () =>
    KINDS.map((kind) => ({
      source: `/${kind}/${SLUG}.${FORMAT}`,
      destination: `/download/${kind}/:slug/:format`,
    })),
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

export default config;
