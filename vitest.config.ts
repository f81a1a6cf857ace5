/** Unit tests lie beside the code; those of the bootstrap are plain modules, like it. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    // For what hangs; a slow machine is no failure.
    testTimeout: 30_000,
    globalSetup: 'tests/load-frozen-data.ts',
    include: [
      '{units,estimates,data,db,address,charts,catalog,exports,server,scripts,app,tests}/**/*.test.ts',
      'scripts/bootstrap/*.test.mjs',
    ],
  },
});
