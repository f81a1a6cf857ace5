/**
 * Unit tests lie next to the code; those of the bootstrap are plain modules, like it.
 * `TRACKER_TESTS=all` (`npm run test:all`) tries everything with everything, where
 * otherwise a choice is tried: `views/choose-cover-for-tests.ts`.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that put other modules in place of ours, and so need modules of their own. */
const REPLACING = ['app/drawn-on-demand.test.ts', 'tests/parity.test.ts'];

const LONGEST_MS = process.env.TRACKER_TESTS === 'all' ? 900_000 : 90_000;

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    // For what hangs; a slow machine is no failure.
    testTimeout: LONGEST_MS,
    hookTimeout: LONGEST_MS,
    restoreMocks: true,
    globalSetup: 'tests/load-frozen-data.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'shared',
          // Half of the time would go into loading the same modules for each file.
          isolate: false,
          include: [
            '{units,estimates,data,db,address,charts,views,subjects,catalog,exports,app,browser,server,scripts,tests}/**/*.test.ts',
            'scripts/bootstrap/*.test.mjs',
          ],
          exclude: REPLACING,
        },
      },
      { extends: true, test: { name: 'replacing', include: REPLACING } },
    ],
  },
});
