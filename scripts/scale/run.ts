/** The whole run on parts that stand: what is done, and what is judged of it. */
import { setTimeout as pause } from 'node:timers/promises';
import { listFailures, listStepsBack, type ReaderAnswer, toHitRate } from './answers';
import { readCosts } from './costs';
import { type Disturbed, disturb } from './disturbances';
import { browseLargeTable, type LargeTable, toP99 } from './large-table';
import { askWithoutServers } from './outage';
import type { Parts } from './parts';
import { read } from './readers';
import { judge, type Verdict } from './verdicts';

const READERS = 40;
const PAUSE_MS = 60;
/** For each second. */
const LEAST_REQUESTS = 20_000 / 60;
/** Readers go on after the last switch for longer than they may be shown what was before. */
const MOST_BEHIND_S = 5;
const OUTAGE_S = 30;
const [CHARTS, DATASETS] = [12, 4];

export async function runAll(
  parts: Parts,
  { seconds, rows }: { readonly seconds: number; readonly rows: number },
): Promise<Verdict[]> {
  const pages = await choosePages(parts.site);
  console.log(`\n${READERS} readers on ${pages.length} pages, and what they follow from there`);
  const over = new AbortController();
  const reading = read({
    ...{ site: parts.site, pages, readers: READERS, pause_ms: PAUSE_MS, signal: over.signal },
  });
  const [disturbed] = await Promise.all([
    disturb(parts, seconds).finally(() => pause((MOST_BEHIND_S + 2) * 1000)),
    pause(seconds * 1000),
  ]);
  over.abort();
  const answers = await reading;
  const verdicts = [...judgeReading(answers, disturbed, seconds), ...(await readCosts(parts))];

  console.log(`\nAll servers are ended for ${OUTAGE_S} seconds`);
  const { asked, failed } = await askWithoutServers(parts, answers, OUTAGE_S);
  tell('Without servers', failed);
  verdicts.push(
    judge(`without servers for ${OUTAGE_S} s: seen addresses asked again`, asked, null),
    judge('not answered', failed.length, { exactly: 0 }),
  );

  console.log(`\nA table of ${rows.toLocaleString('en-US')} rows`);
  return [...verdicts, ...judgeLargeTable(await browseLargeTable(parts, rows))];
}

/** Charts and datasets from all over the map of the site. */
async function choosePages(site: string): Promise<string[]> {
  const text = await (await fetch(`${site}/sitemap.xml`)).text();
  const paths = [...text.matchAll(/<loc>https?:\/\/[^/<]*([^<]*)<\/loc>/g)].map(
    ([, path = '']) => path,
  );
  const choose = (folder: string, count: number) => {
    const all = paths.filter((path) => path.startsWith(folder));
    return Array.from(
      { length: count },
      (_, at) => all[Math.floor((at * all.length) / count)] ?? '/',
    );
  };
  return ['/share', ...choose('/charts/', CHARTS), ...choose('/datasets/', DATASETS)];
}

function judgeReading(
  answers: readonly ReaderAnswer[],
  { switches, publications_s, dropped }: Disturbed,
  seconds: number,
): Verdict[] {
  const failed = listFailures(answers);
  const back = listStepsBack(answers);
  const late = answers.filter(({ kind, asked_ms, published }) =>
    switches.some(
      (one) =>
        kind === 'live' &&
        published !== null &&
        asked_ms > one.seen_ms + MOST_BEHIND_S * 1000 &&
        published < one.published,
    ),
  );
  tell('Failed', failed);
  tell('Older after newer', back);
  tell('Late', late);
  const live = answers.filter(({ kind, status }) => kind === 'live' && status === 200);
  const silent = live.filter(({ published }) => published === null);
  const times = answers.map(({ asked_ms, answered_ms }) => answered_ms - asked_ms);
  return [
    judge('requests', answers.length, { least: Math.round(LEAST_REQUESTS * seconds) }),
    judge('failed', failed.length, { exactly: 0 }),
    judge(
      'permalinks and their files that were 404',
      failed.filter(({ kind, status }) => kind !== 'live' && status === 404).length,
      { exactly: 0 },
    ),
    judge('publications', switches.length, { exactly: 5 }),
    judge('schemas dropped', dropped, { least: 1 }),
    judge('live answers that do not say what they show', silent.length, { exactly: 0 }),
    judge('older after newer, over all readers', back.length, { exactly: 0 }),
    judge(
      'slowest until all servers and Varnish showed it',
      Math.max(...switches.map(({ shown_s }) => shown_s)),
      { most: MOST_BEHIND_S },
      's',
    ),
    judge(`live answers more than ${MOST_BEHIND_S} s behind`, late.length, { exactly: 0 }),
    judge('hits of Varnish', toHitRate(answers) * 100, { least: 95 }, '%'),
    judge('99th percentile of all answers', toP99(times), null, 'ms'),
    judge('slowest answer', Math.max(...times), null, 'ms'),
    judge('slowest publication, as a command', Math.max(...publications_s), null, 's'),
  ];
}

function judgeLargeTable(table: LargeTable): Verdict[] {
  for (const [address, ms] of [...table.pages, ...table.searches])
    console.log(`  ${ms.toFixed(0)} ms  ${address}`);
  for (const text of table.failed.slice(0, MOST_TOLD)) console.log(`  ${text}`);
  const rows = table.rows.toLocaleString('en-US');
  return [
    judge(`${rows} rows published in`, table.published_s, null, 's'),
    judge('shown after the switch', table.shown_s, null, 's'),
    judge(
      'slowest page of its dataset, of none prepared',
      Math.max(...table.pages.values()),
      { most: 500 },
      'ms',
    ),
    judge(
      'a prepared page while it is browsed, 99th percentile',
      toP99(table.other),
      { most: 100 },
      'ms',
    ),
    judge('a page that was not prepared, 99th percentile', toP99(table.cold), { most: 500 }, 'ms'),
    judge('failed', table.failed.length, { exactly: 0 }),
  ];
}

const MOST_TOLD = 10;

function tell(what: string, answers: readonly ReaderAnswer[]) {
  for (const { status, address, asked_ms, answered_ms, published } of answers.slice(0, MOST_TOLD)) {
    const shown = published ? `, published ${published}` : '';
    const ms = (answered_ms - asked_ms).toFixed(0);
    console.log(`  ${what}: ${status} ${address} after ${ms} ms${shown}`);
  }
}
