/**
 * Browser tests run against a server that is already up: `npm test` starts one on
 * a free port; by hand, `npm start` in one terminal and `npx playwright test` in
 * another. `TRACKER_URL` and `TRACKER_BROWSER` choose server and browser.
 */
import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';

// A container's root may not sandbox; the rest keeps Chromium from calling home
// and from reaching for a graphics card.
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Letters as wide as they are drawn in files, whatever the screen would round.
  '--font-render-hinting=none',
];
const asRoot = process.getuid?.() === 0;
const browser =
  process.env.TRACKER_BROWSER ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));

// What is tried with everything is for `npm run test:all`, before a release.
const triesAll = process.env.TRACKER_TESTS === 'all';
const LEFT_OUT = triesAll ? [] : [/@all/];
const HTTP = '**/http/**';
const FIREFOX = '**/firefox.spec.ts';
// Where a narrow window draws, opens or touches otherwise. The words of the other pages
// are the same at any width: a phone reads them in `npm run test:all`.
const DRAWN_OTHERWISE =
  /(every-page|charts|competition|downloads|embed|holdings|own-data|trends)\.spec/;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  // axe alone takes ten seconds on the longest page of a busy machine.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.TRACKER_URL ?? 'http://localhost:3000',
    // A trace records every step of every test; `--trace=on` asks for it.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: asRoot ? ['--no-sandbox', ...QUIET] : QUIET,
      ...(browser ? { executablePath: browser } : {}),
    },
  },
  projects: [
    // What needs no browser, because an answer says it all.
    { name: 'http', testMatch: HTTP, grepInvert: LEFT_OUT },
    { name: 'firefox', testMatch: FIREFOX, grepInvert: LEFT_OUT },
    {
      name: 'desktop',
      testIgnore: [HTTP, FIREFOX],
      grepInvert: LEFT_OUT,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 900 } },
    },
    {
      name: 'phone',
      testIgnore: [HTTP, FIREFOX],
      ...(triesAll ? {} : { testMatch: DRAWN_OTHERWISE }),
      // A test that holds no matter how wide the window is says `@once`.
      grepInvert: [...LEFT_OUT, /@once/],
      use: { ...devices['Pixel 5'], viewport: { width: 390, height: 844 } },
    },
  ],
});
