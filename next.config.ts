import type { NextConfig } from 'next';

const config: NextConfig = {
  // The server in front of Next compresses each prepared page once.
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['better-sqlite3', 'linkedom'],
};

export default config;
