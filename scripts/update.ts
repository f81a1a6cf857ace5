/**
 * `npm run update`: a publisher's own file → our CSVs in `data/`. Results go to standard
 * output, progress to standard error, so that either can be piped.
 */
import { runUpdateCommand } from './update-command';

process.exitCode = await runUpdateCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(`${text}\n`),
});
