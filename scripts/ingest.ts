/**
 * `npm run ingest`: the CSVs in `data/` → the database that is served. Results go
 * to standard output, progress to standard error, so that either can be piped.
 */
import { SingleBar } from 'cli-progress';
import { runIngestCommand } from './ingest-command';

const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort(new Error('Interrupted; nothing was changed.')));

process.exitCode = await runIngestCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(`${text}\n`),
  bar: process.stderr.isTTY ? buildBar() : undefined,
  signal: interruption.signal,
});

function buildBar(): SingleBar {
  return new SingleBar({
    format: '{bar} {percentage}% {step}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
}
