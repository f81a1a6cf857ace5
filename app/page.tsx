/** The overview: the market in one look, each figure leading on. */
import { listUnknownParameters, type Query } from '@/address/parameters';
import { listKeyFigures } from '@/catalog/key-figures';
import { type ChartModel, listEntries } from '@/charts/model';
import { listNewestPublications } from '@/db/queries/dataset-states';
import { acceleratorHolders } from '@/subjects/holdings/accelerator-holders';
import { formatDate } from '@/units/period';
import { getChartView } from '@/views/chart-view';
import { KeyFigureCard } from './_ui/figure-card';
import { PageHeading } from './_ui/headings';
import { type HolderBar, HolderBars } from './_ui/holder-bars';
import { Corrections } from './_ui/notices';
import { List, ListItem } from './_ui/tremor';
import { toPageHead } from './page-head';
import { getTracker } from './tracker';

const NEWEST = 8;

export const metadata = toPageHead('/');

export default async function Overview({ searchParams }: { searchParams: Promise<Query> }) {
  const tracker = getTracker();
  const [figures, { view: holders }, newest, query] = await Promise.all([
    listKeyFigures(tracker),
    getChartView(tracker, acceleratorHolders),
    listNewestPublications(tracker.orm, NEWEST),
    searchParams,
  ]);
  return (
    <>
      <PageHeading title="The AI-hardware market in figures">
        <p>
          Who sells the chips that AI runs on, who names them in papers, who holds how many, and
          what they earn. Every figure leads to its source, and all of it is open data.
        </p>
      </PageHeading>
      <Corrections corrections={listUnknownParameters(query, [])} />
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {figures.map((figure) => (
          <li key={figure.label}>
            <KeyFigureCard figure={figure} />
          </li>
        ))}
      </ul>
      <div className="mt-8 grid gap-8 lg:grid-cols-2">
        <section aria-labelledby="holders">
          <h2 id="holders" className="text-lg font-semibold tracking-tight">
            <a href="/holdings" className="text-ink">
              {holders.title}
            </a>
          </h2>
          <p className="mt-1 text-sm text-muted">{holders.subtitle}</p>
          <HolderBars bars={toBars(holders.model)} unit={holders.model.unit} />
          <p className="mt-2 text-sm text-muted">{holders.summary}</p>
          <p className="mt-2 text-sm">
            <a href="/holdings">All lists, chips and organizations</a>
          </p>
        </section>
        <section aria-labelledby="newest">
          <h2 id="newest" className="text-lg font-semibold tracking-tight">
            Latest additions to the data
          </h2>
          <p className="mt-1 text-sm text-muted">The newest publications and what they brought</p>
          <List className="mt-3">
            {newest.map((one) => (
              <ListItem key={`${one.dataset} ${one.source}`} className="items-baseline gap-3">
                <span className="min-w-0">
                  {one.url ? <a href={one.url}>{one.title}</a> : one.title}
                  <span className="block text-muted">
                    {one.publisher}, {formatDate(one.published_on)}
                  </span>
                </span>
                <a
                  href={`/datasets/${one.dataset}?source=${one.source}`}
                  className="max-w-[40%] text-right"
                >
                  {one.figures} in {one.dataset}
                </a>
              </ListItem>
            ))}
          </List>
        </section>
      </div>
    </>
  );
}

const SHOWN_HOLDERS = 8;

function toBars(model: ChartModel): HolderBar[] {
  return listEntries(model)
    .slice(0, SHOWN_HOLDERS)
    .flatMap(({ id, label, value, kind, href }) =>
      href ? [{ key: id, name: label, value, kind, href }] : [],
    );
}
