/**
 * What `npm run update` does: a publisher's own file → our CSVs in `data/`. Apart from
 * the command itself, so that it can be asked without starting a program.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { datasets } from '@/data/datasets';
import type { Importer } from '@/data/importer';
import type { PublisherFile } from '@/data/publisher-file';
import type { UnknownName } from '@/data/publisher-names/look-up';
import { isSourceOnly, type TableDifference } from '@/data/update-table';
import { upstreams } from '@/data/upstreams';
import { wordProblem } from '@/data/wording';
import { type UpdateResult, update } from '@/db/update';

const HELP = `Usage: npm run update -- <upstream> <file, folder or address>... [options]

Takes over a publisher's own file: prints what is added, changed and removed, checks
the data with it, and writes the CSVs. If anything is wrong, every problem is listed
and the CSVs stay as they are.

${upstreams.map((one) => `  ${one.upstream.padEnd(20)}${one.title}\n${' '.repeat(22)}${one.wants}`).join('\n')}

  --dry-run       compare and check, write nothing
  --date DATE     the publisher's date of the file (2026-09-01 or 2026-09), where
                  neither its name nor its content says it
  --skip-unknown  leave out rows with names that publisher-names.csv does not know;
                  while there are such, nothing is removed
  --all           print every row of the difference, not the first ${toMost(false)} of a kind
  --data DIR      folder with the datasets (default: data)
  --format json   print the result as JSON
  --help          print this

Exit code: 0 done, 1 problems or unknown names, 2 wrong use or unusable files.
`;

const DONE = 0;
const PROBLEMS = 1;
const UNUSABLE = 2;

interface Output {
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and wrong use, each a line or more. */
  readonly err: (text: string) => void;
}

/** Returns the exit code. */
export async function runUpdateCommand(
  args: readonly string[],
  { out, err }: Output,
): Promise<number> {
  let options: Options | null;
  try {
    options = parseOptions(args);
  } catch (error) {
    err(`${toMessage(error)}\n\n${HELP}`);
    return UNUSABLE;
  }
  if (!options) {
    out(HELP);
    return DONE;
  }
  try {
    const files = await readFiles(options, err);
    const result = await update({
      importer: options.importer,
      files,
      date: options.date ?? findDate(files),
      today: new Date().toISOString().slice(0, 10),
      datasets,
      dataDirectory: options.data,
      write: !options.isDry,
      skipUnknown: options.skipUnknown,
      onProgress: err,
    });
    out(options.json ? toJson(result) : toText(result, options));
    return result.isDone ? DONE : PROBLEMS;
  } catch (error) {
    err(toMessage(error));
    return UNUSABLE;
  }
}

type Options = NonNullable<ReturnType<typeof parseOptions>>;

/** Null where only help is asked for. */
function parseOptions(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string', default: join(import.meta.dirname, '..', 'data') },
      date: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'skip-unknown': { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  if (values.format !== 'text' && values.format !== 'json') {
    throw new Error(`--format takes text or json, not "${values.format}".`);
  }
  if (values.date !== undefined && !/^\d{4}-\d{2}(-\d{2})?$/.test(values.date)) {
    throw new Error(`--date takes a day or a month such as 2026-09-01, not "${values.date}".`);
  }
  const [name, ...places] = positionals;
  const importer: Importer | undefined = upstreams.find(({ upstream }) => upstream === name);
  if (!importer) {
    const known = upstreams.map(({ upstream }) => upstream).join(', ');
    throw new Error(
      name === undefined
        ? `Say whose list it is: ${known}.`
        : `There is no upstream "${name}". Known: ${known}.`,
    );
  }
  if (places.length === 0)
    throw new Error(`Name a file, a folder or an address of ${importer.title}.`);
  return {
    importer,
    places,
    date: values.date ?? null,
    data: resolve(values.data),
    isDry: values['dry-run'],
    skipUnknown: values['skip-unknown'],
    isWhole: values.all,
    json: values.format === 'json',
  };
}

async function readFiles(
  { importer, places }: Options,
  err: Output['err'],
): Promise<PublisherFile[]> {
  const read = await Promise.all(
    places.map((place) =>
      /^https?:\/\//.test(place) ? fetchFile(place, err) : readPlace(place, importer),
    ),
  );
  return read.flat();
}

function readPlace(place: string, { picks, title, wants }: Importer): PublisherFile[] {
  const isFolder = statSync(place).isDirectory();
  const paths = isFolder
    ? readdirSync(place, { recursive: true, encoding: 'utf8' })
        .filter((path) => picks.test(path))
        .sort()
        .map((path) => join(place, path))
    : [place];
  if (paths.length === 0) throw new Error(`${place} holds no file of ${title}. Give ${wants}.`);
  return paths.map((path) => ({ name: basename(path), address: null, bytes: readFileSync(path) }));
}

async function fetchFile(address: string, err: Output['err']): Promise<PublisherFile[]> {
  err(`Fetching ${address}`);
  const answer = await fetch(address, { signal: AbortSignal.timeout(60_000) }).catch(
    (error: unknown) => {
      const cause = error instanceof Error && error.cause ? error.cause : error;
      throw new Error(`${address} could not be fetched: ${toMessage(cause)}`);
    },
  );
  if (!answer.ok) throw new Error(`${address} answered ${answer.status} ${answer.statusText}.`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return [{ name: basename(new URL(address).pathname), address, bytes }];
}

/** A day or a month in a file's name: `gpu_clusters.2026-04-24.csv`, `2026-08.json`. */
function findDate(files: readonly PublisherFile[]): string | null {
  const dates = files.flatMap(({ name }) => /(20\d{2}-\d{2}(-\d{2})?)(?!\d)/.exec(name)?.[1] ?? []);
  return dates.sort().at(-1) ?? null;
}

function toJson({ problems, ...result }: UpdateResult): string {
  const worded = problems.map((problem) => ({ ...problem, message: wordProblem(problem) }));
  return `${JSON.stringify({ ...result, problems: worded }, null, 2)}\n`;
}

function toText(result: UpdateResult, { importer, isDry, skipUnknown, isWhole }: Options): string {
  const { differences, unknown, problems } = result;
  const vintage = result.vintage ? `, vintage ${result.vintage}` : '';
  const nothing = `${importer.title}${vintage}: no difference.`;
  const isSame = result.isDone && differences.length === 0;
  const parts = [
    differences.length === 0
      ? ''
      : `${importer.title}${vintage}. It replaces: ${importer.replaces}`,
    ...differences.map((one) => toDifferenceText(one, toMost(isWhole))),
    toLeftOutText(result),
    unknown.length > 0 ? toUnknownText(unknown, importer, skipUnknown) : '',
    problems.map(wordProblem).join('\n'),
    isSame ? nothing : '',
    result.isDone && !isSame
      ? `${isDry ? 'Checked, nothing written' : 'Written and checked'}. For CHANGELOG.md:\n${result.changelog.join('\n')}`
      : '',
    result.isDone ? '' : toStopText(result),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function toMost(isWhole: boolean): number {
  return isWhole ? Number.POSITIVE_INFINITY : 20;
}

function toDifferenceText({ dataset, added, changed, removed }: TableDifference, most: number) {
  const sourceOnly = changed.filter(isSourceOnly);
  const told = changed.filter((one) => !sourceOnly.includes(one));
  const more = (list: readonly unknown[], what: string) =>
    list.length > most ? [`  … and ${list.length - most} more ${what}; --all lists them`] : [];
  return [
    `${dataset}.csv: ${added.length} added, ${changed.length} changed${
      sourceOnly.length > 0 ? ` (${sourceOnly.length} with a new source only)` : ''
    }, ${removed.length} removed`,
    ...added.slice(0, most).map(({ key, row }) => `  + ${key}: ${toRowText(row)}`),
    ...more(added, 'added'),
    ...told.slice(0, most).map(({ key, cells }) => {
      const words = cells.map(
        ({ column, before, after }) => `${column} ${before || 'blank'} → ${after || 'blank'}`,
      );
      return `  ~ ${key}: ${words.join(', ')}`;
    }),
    ...more(told, 'changed'),
    ...removed.slice(0, most).map(({ key }) => `  - ${key}`),
    ...more(removed, 'removed'),
  ].join('\n');
}

function toRowText(row: Readonly<Record<string, string>>): string {
  return Object.values(row).filter(Boolean).join(' | ');
}

function toLeftOutText({ leftOut, ignored }: UpdateResult): string {
  const reasons = [
    ...leftOut.map(({ reason, rows }) => `  ${reason}: ${rows}`),
    ...ignored.map(({ reason, names }) => `  ${names.join('; ')}: ${reason}`),
  ];
  return reasons.length > 0 ? ['Left out:', ...reasons].join('\n') : '';
}

function toUnknownText(
  unknown: readonly UnknownName[],
  { upstream }: Importer,
  isSkipped: boolean,
): string {
  const lines = unknown.map(({ kind, name, rows, suggestion }) => {
    const near = suggestion
      ? ` Did you mean "${suggestion.name}"${suggestion.name === suggestion.ours ? '' : ` (${suggestion.ours})`}?`
      : '';
    return `  ${upstream}, ${kind}, "${name}" (${rows} ${rows === 1 ? 'row' : 'rows'}).${near}`;
  });
  const heading = isSkipped
    ? 'Left out, because publisher-names.csv does not know the names:'
    : 'Unknown names. Add each to publisher-names.csv, with ours or with a reason to ignore it:';
  return [heading, ...lines].join('\n');
}

function toStopText({ problems, unknown }: UpdateResult): string {
  const counts = [
    [problems.length, 'problem', 'problems'],
    [unknown.length, 'unknown name', 'unknown names'],
  ] as const;
  const found = counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  return `${found.join(', ')}. The CSVs stay as they were.`;
}

function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
