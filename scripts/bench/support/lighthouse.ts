/** Loads a page as Lighthouse's phone does: slowly, on a slow line. */
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../bootstrap/browser.mjs';
import { run } from '../../bootstrap/process.mjs';

/** The last that Node 20 runs; fetched when it is first needed, because it is large. */
const LIGHTHOUSE = 'lighthouse@12.8.2';

interface LighthouseReport {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

/**
 * Reads figures of one run: a category's score of 100, or an audit's number in its unit; NaN
 * for what Lighthouse did not find.
 */
export async function runLighthouse(url: string): Promise<(figure: string) => number> {
  const browser = await findBrowser();
  const file = join(tmpdir(), `tracker-lighthouse-${process.pid}.json`);
  const flags = `--chrome-flags=--headless=new${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`;
  const { code, output } = await run(
    'npx',
    ['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', `--output-path=${file}`, flags],
    { env: { CHROME_PATH: browser }, seconds: 180, shell: process.platform === 'win32' },
  );
  if (code !== 0) throw new Error(`Lighthouse could not measure ${url}:\n${output}`);
  const { categories, audits } = JSON.parse(readFileSync(file, 'utf8')) as LighthouseReport;
  rmSync(file);
  return (figure) => {
    const score = categories[figure]?.score;
    return typeof score === 'number'
      ? Math.round(score * 100)
      : (audits[figure]?.numericValue ?? Number.NaN);
  };
}
