/**
 * `npm test`: everything there is to check, from a fresh clone to a browser on
 * the production build. `--fast` (`npm run check`) leaves out build and browser;
 * `--all` (`npm run test:all`) adds the tests of everything with everything, which
 * read `TRACKER_TESTS=all`. The last line reads `N passed, N failed`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, findFirefox } from './bootstrap/browser.mjs';
import { build } from './bootstrap/build.mjs';
import { ingest } from './bootstrap/database.mjs';
import { install } from './bootstrap/install.mjs';
import { end, main, run, Stop } from './bootstrap/process.mjs';
import { inProject, installed, NEXT, typescript } from './bootstrap/project.mjs';
import { findFreePort, serve } from './bootstrap/serve.mjs';
import { buildTally, readPlaywright, readVitest } from './bootstrap/tally.mjs';

/** What browser tests name figures of: a new quarter in `data/` changes none of them. */
const FROZEN_DATA = inProject('tests', 'data-2026-11');

const tally = buildTally();
const failed = Symbol('failed');
const folder = mkdtempSync(join(tmpdir(), 'tracker-test-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

await main(async () => {
  const fast = process.argv.includes('--fast');
  if (process.argv.includes('--all')) process.env.TRACKER_TESTS = 'all';
  await install();
  await step('Types', checkTypes);
  await step('Lint', () =>
    node(installed('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--colors=off', '.'),
  );
  await step('Data', async () => {
    // Against nothing published, so that it says the same on every machine.
    const { code, output, stdout } = await ingest(['--check', '--db', join(folder, 'none.sqlite')]);
    return { code, output: code === 1 ? stdout : output };
  });
  await step('Data package', () => node(typescript('scripts', 'data-package.ts'), '--check'));
  await testUnits();
  if (!fast) await testPages();
  console.log(`\n${tally}`);
  return tally.failed > 0 ? 1 : 0;
});

/** Next writes the types of routes and style sheets that TypeScript then reads. */
async function checkTypes() {
  const generated = await node(installed(...NEXT), 'typegen');
  return generated.code === 0 ? node(installed('typescript', 'bin', 'tsc'), '--noEmit') : generated;
}

async function testUnits() {
  console.log('\nUnit tests');
  const report = join(folder, 'vitest.json');
  const { code } = await run(
    process.execPath,
    [
      ...installed('vitest', 'vitest.mjs'),
      'run',
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { show: true },
  );
  tally.add(readVitest(report, code));
}

/** The browser's part: production build, its own port, a database made anew. */
async function testPages() {
  console.log('');
  const database = join(folder, 'tracker.sqlite');
  const browser = await attempt('Browser', findBrowser);
  if (process.env.TRACKER_TESTS === 'all' && !(await findFirefox())) {
    console.log('Firefox         not installed: its tests are skipped');
  }
  const ready =
    (await step('Fresh database', () => ingest(['--data', FROZEN_DATA, '--db', database]))) &&
    (await attempt('Build', build)) !== failed &&
    browser !== failed;
  if (!ready) return console.error('Browser tests: not run, because of the failures above');

  const port = await findFreePort();
  const server = await attempt('Server', () => serve({ port, database }));
  if (server === failed) return;
  const report = join(folder, 'playwright.json');
  console.log('\nBrowser tests');
  const { code } = await run(
    process.execPath,
    [...installed('playwright', 'cli.js'), 'test', '--forbid-only', '--reporter=list,json'],
    {
      show: true,
      env: {
        TRACKER_URL: `http://localhost:${port}`,
        TRACKER_BROWSER: browser,
        TRACKER_DB: database,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  );
  tally.add(readPlaywright(report, code));
  await end(server);
}

/** Runs a program as one step; true when it succeeded. Failures are shown in full. */
async function step(name, body) {
  const result = await attempt(name, async () => {
    const { code, output } = await body();
    if (code !== 0) throw new Stop(output.trimEnd());
  });
  return result !== failed;
}

/** Runs a function as one step; gives its result, or `failed` after telling why. */
async function attempt(name, body) {
  const begun = Date.now();
  const says = (verdict) =>
    console.log(`${name.padEnd(16)}${verdict}  ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  try {
    const result = await body();
    says('passed');
    tally.add({ passed: 1, failed: 0 });
    return result;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    says('FAILED');
    console.error(`${error.message.replaceAll(/^/gm, '  ')}\n`);
    tally.add({ passed: 0, failed: 1 });
    return failed;
  }
}

function node(file, ...args) {
  return run(process.execPath, [...file, ...args]);
}
