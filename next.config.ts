import type { NextConfig } from 'next';

const config: NextConfig = {
  // The server in front of Next compresses each prepared page once.
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Titles and descriptions stand in the head for everybody, not only for robots:
  // a prepared page is the same for all.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ['better-sqlite3', 'linkedom'],
};

export default config;
