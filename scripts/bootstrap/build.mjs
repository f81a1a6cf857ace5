/**
 * Builds the pages when their sources changed since the last build.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { announce, run, Stop } from './process.mjs';
import {
  databaseSettings,
  fingerprint,
  inProject,
  installed,
  isSame,
  NEXT,
  readStamp,
  root,
  writeStamp,
} from './project.mjs';

const STAMP = inProject('.next', 'tracker-build.json');

/**
 * What no page is built from. Everything else counts, so that a new room is
 * noticed without anybody adding it here. `server` runs next to the build, and bundles
 * `browser` when it starts.
 */
const NO_SOURCE =
  /^(node_modules|browser|docs|e2e|scripts|server|tests|test-results|playwright-report|\..*)$|^(LICENSE|CITATION|DATA-LICENSE).*|^(vitest|playwright)\.config\.ts$|(\.test|-for-tests)\.ts$|\.(csv|md|tsbuildinfo)$|^(biome|data\/datapackage)\.json$|^next-env\.d\.ts$|^charts\/cases$/;

/** Builds if needed. Throws a `Stop` that carries the compiler's words. */
export async function build() {
  const sources = fingerprint(root, readdirSync(root).sort(), (path) => !NO_SOURCE.test(path));
  if (buildId() && isSame(readStamp(STAMP), { sources, build: buildId() })) return;
  const took = announce('Building the pages: their sources changed since the last build …');
  const { code, output } = await run(process.execPath, [...installed(...NEXT), 'build'], {
    env: {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      ...databaseSettings(),
      TRACKER_EDITION: sources,
    },
  });
  const time = took();
  if (code !== 0) {
    throw new Stop(
      `${output.trimEnd()}\n\nThe build failed. What to do: correct what is named above; \`npm run check\` finds most of it faster.`,
    );
  }
  writeStamp(STAMP, { sources, build: buildId() });
  console.log(`  built in ${time}`);
}

/** Ties the stamp to one build: a build by hand in between makes it void. */
function buildId() {
  const file = inProject('.next', 'BUILD_ID');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
