/**
 * Where the first chart of each main page begins and ends, and how many windows the page fills,
 * at the size of a desktop and of a phone. `TRACKER_ROOT=http://localhost:3000` measures a server
 * that runs already.
 */
import { chromium } from '@playwright/test';
import { sitePages } from '@/app/site-pages';
import {
  CHART_FIRST_PAGES,
  DESKTOP,
  type FirstScreen,
  LONG_PAGES,
  measureFirstScreen,
  PHONE,
} from '@/e2e/support/first-screen';
import { findBrowser } from '../bootstrap/browser.mjs';
import { withServer } from './support/with-server';

const SIZES = [DESKTOP, PHONE];

export async function run(): Promise<void> {
  const root = process.env.TRACKER_ROOT;
  await (root ? print(root) : withServer(print));
}

async function print(root: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const heads = SIZES.flatMap(({ width }) => [`${width}: first chart`, 'screens']);
  console.log(`| page | ${heads.join(' | ')} |\n|---|${heads.map(() => '---').join('|')}|`);
  try {
    const pages = sitePages.map(({ href }) => href);
    for (const href of new Set([...pages, ...CHART_FIRST_PAGES, ...LONG_PAGES])) {
      const cells: string[] = [];
      for (const viewport of SIZES) {
        const page = await browser.newPage({ viewport });
        await page.goto(root + href);
        cells.push(...say(await measureFirstScreen(page)));
        await page.close();
      }
      console.log(`| \`${href}\` | ${cells.join(' | ')} |`);
    }
  } finally {
    await browser.close();
  }
}

const say = ({ block, screens }: FirstScreen): string[] => [
  block ? block.join('–') : 'none',
  screens.toFixed(1),
];
