/**
 * `npm run bench [-- NAME…]`: runs the named benches of `scripts/bench/`, or all.
 * Each measures what a reader of our claims would want to repeat.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDER = join(import.meta.dirname, 'bench');

const known = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !existsSync(join(FOLDER, `${name}.ts`)));

if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of wanted.length > 0 ? wanted : known) {
    console.log(`\n# ${name}\n`);
    const bench = (await import(pathToFileURL(join(FOLDER, `${name}.ts`)).href)) as {
      run(): Promise<void>;
    };
    await bench.run();
  }
}
