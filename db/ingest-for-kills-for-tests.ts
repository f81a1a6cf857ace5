/**
 * An ingest that dies at a step: `node <bundle> <data> <database> <step>`. Each change of a
 * file is a step; the process is killed right before the one named, as a machine that loses
 * its power would be. Prints how many steps there were.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { smallRegistry } from '@/data/cases/registry';

const [data = '', databaseFile = '', last = '0'] = process.argv.slice(2);
const CHANGES = [
  'copyFileSync',
  'fsyncSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'writeFileSync',
] as const;
let step = 0;
const changeable = fs as unknown as Record<string, (...given: unknown[]) => unknown>;
for (const name of CHANGES) {
  const change = changeable[name]?.bind(fs);
  changeable[name] = (...given) => {
    step += 1;
    if (step === Number(last)) process.kill(process.pid, 'SIGKILL');
    return change?.(...given);
  };
}
syncBuiltinESMExports();

const { ingest } = await import('./ingest');
const { snapshot } = await ingest({
  datasets: smallRegistry,
  dataDirectory: data,
  databaseFile,
  keep: 3,
  accept: 'Vendors come and go.',
});
console.log(JSON.stringify({ steps: step, id: snapshot?.id }));
