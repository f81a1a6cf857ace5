/**
 * `npm run data-package`: writes `data/datapackage.json` anew from the registry.
 * With `--check` it writes nothing and fails if the file is not current.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildDataPackage } from '@/data/data-package';
import { datasets } from '@/data/datasets';

const FILE = join(import.meta.dirname, '..', 'data', 'datapackage.json');

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const current = `${JSON.stringify(buildDataPackage(datasets), null, 2)}\n`;

if (!values.check) {
  writeFileSync(FILE, current);
  console.log('data/datapackage.json is written.');
} else if (existsSync(FILE) && readFileSync(FILE, 'utf8') === current) {
  console.log('data/datapackage.json is current.');
} else {
  console.error('data/datapackage.json is not current. "npm run data-package" writes it anew.');
  process.exitCode = 1;
}
