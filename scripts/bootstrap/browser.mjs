/**
 * Finds a browser for the tests, or gets one. Order: the one named by
 * `TRACKER_BROWSER` (or `CHROME_PATH`), Playwright's own, Chromium's headless shell,
 * Chromium, Chrome, Edge; else Playwright's download; else, as root on Debian, the
 * system's package.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { announce, run, Stop } from './process.mjs';
import { installed } from './project.mjs';

/** The name of its package and its command. */
const HEADLESS = 'chromium-headless-shell';

/** Resolves with the path of a browser that starts. Throws a `Stop` otherwise. */
export async function findBrowser(env = process.env) {
  const named = env.TRACKER_BROWSER || env.CHROME_PATH;
  if (named) {
    if (await starts(named)) return named;
    throw new Stop(
      `The browser named by TRACKER_BROWSER or CHROME_PATH does not start: ${named}`,
      2,
    );
  }
  return (await look()) ?? (await download()) ?? (await installPackage()) ?? giveUp();
}

async function look() {
  for (const path of [await playwrightPath(), ...usualPaths()]) {
    if (path && (await starts(path))) return path;
  }
  return null;
}

async function playwrightPath() {
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

function usualPaths(env = process.env) {
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ].flatMap((file) => folders.map((folder) => join(folder, file)));
  }
  return [
    // No windows, which tests do not look at: half of the work per test.
    HEADLESS,
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
  ].map((name) => `/usr/bin/${name}`);
}

/** The Firefox of this machine, as `TRACKER_FIREFOX` names it or where it usually is; or null. */
export async function findFirefox(env = process.env) {
  const usual = {
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: [`${env.PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`],
  }[process.platform] ?? ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
  for (const path of env.TRACKER_FIREFOX ? [env.TRACKER_FIREFOX] : usual) {
    if (await starts(path)) return path;
  }
  return null;
}

/** A path may lead to a mere stub (Ubuntu) or miss its libraries: ask it. */
async function starts(path) {
  if (!existsSync(path)) return false;
  // Windows browsers open a window instead of answering.
  if (process.platform === 'win32') return true;
  return (await run(path, ['--version', '--no-sandbox'], { seconds: 20 })).code === 0;
}

async function download() {
  const took = announce('Fetching a browser for the tests: none was found …');
  const { code } = await run(
    process.execPath,
    [...installed('playwright', 'cli.js'), 'install', 'chromium'],
    { env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }, seconds: 300 },
  );
  took();
  const path = await playwrightPath();
  return code === 0 && (await starts(path)) ? path : null;
}

async function installPackage() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return null;
  const took = announce('Installing Debian’s chromium with apt-get: the download gave none …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { env, seconds: 300 });
  let code = 1;
  let output = '';
  for (const name of [HEADLESS, 'chromium']) {
    const wanted = ['install', '-y', '--no-install-recommends', name, 'fonts-liberation'];
    ({ code, output } = await run('apt-get', wanted, { env, seconds: 900 }));
    if (code === 0) break;
  }
  const time = took();
  if (code !== 0) console.error(output.split('\n').slice(-15).join('\n'));
  else console.log(`  installed in ${time}`);
  return look();
}

/** @returns {never} */
function giveUp() {
  throw new Stop(
    `No browser for the tests was found, and none could be fetched.
What to do: install Chromium, Chrome or Edge, or run \`npx playwright install --with-deps chromium\`,
or name a browser: TRACKER_BROWSER=/path/to/chromium npm test
Without a browser, \`npm run check\` runs everything else.`,
  );
}
