/** Charts in an order of the visitor's, for slides and documents. The deck is its address. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import {
  type DeckAddress,
  deckEdits,
  deckParameters,
  LONGEST_NOTE,
  MOST_CHARTS,
  toDeckHref,
  writeCharts,
} from '@/address/deck';
import { toHref } from '@/address/href';
import { first } from '@/address/parameters';
import { publishedCharts } from '@/catalog/published';
import { readDeck, type ShownDeck, toDeckAddress } from '@/exports/deck';
import { deckFormats } from '@/exports/formats';
import { toShortAddress } from '@/exports/site';
import { SourceLine } from '../_chart-block/chart-block';
import { CopyButton } from '../_chart-block/citation';
import { ChartThumbnail } from '../_ui/chart-thumbnail';
import { BUTTON, FIELD } from '../_ui/field';
import { PageHeading } from '../_ui/headings';
import { Corrections, leaveOutUnknown } from '../_ui/notices';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';

/** A deck is one visitor's: only the page without one is for search engines. */
export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const isSomeones = first((await searchParams).charts) !== undefined;
  return {
    ...toSiteHead('/deck'),
    ...(isSomeones && { robots: { index: false } }),
  };
}

export default async function DeckPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const slips = leaveOutUnknown('/deck', query, Object.keys({ ...deckParameters, ...deckEdits }));
  const { isEdited, ...deck } = await readDeck(getTracker(), query);
  const address = toDeckAddress(deck);
  const href = toDeckHref(address);
  // Edits are done once; what a form sends of nothing is left out.
  const isFilled = query.title !== '' && [query.notes].flat().at(-1) !== '';
  if ((isEdited || !isFilled) && deck.problems.length === 0) redirect(href);
  return (
    <>
      <PageHeading title={deck.title || 'Deck of charts'}>
        Charts in your order, with your title and notes, for PowerPoint, PDF, Word or ZIP. Nothing
        is stored here: the deck is this page’s address.
      </PageHeading>
      <Corrections corrections={[...slips, ...deck.problems]} />
      {deck.charts.length === 0 && <EmptyDeck />}
      <DeckForm deck={deck} address={address} href={href} />
    </>
  );
}

/** What a deck holds, and the one form that changes it and downloads it, without JavaScript too. */

function EmptyDeck() {
  return (
    <ol className="mt-2 max-w-[70ch] list-decimal pl-5 text-sm leading-6">
      <li>
        Choose “Add to deck” under any chart, for example on <a href="/share">market share</a>,{' '}
        <a href="/holdings">owners</a> or <a href="/revenue">revenue</a>: it is added as you see it.
        Or add one by its name below.
      </li>
      <li>Put them in order here, give the deck a title, and write notes if you like.</li>
      <li>Download it. Send the address of this page to share it.</li>
    </ol>
  );
}

interface FormProps {
  readonly deck: ShownDeck;
  readonly address: DeckAddress;
  /** The deck’s own. */
  readonly href: string;
}

function DeckForm({ deck, address, href }: FormProps) {
  const isEmpty = deck.charts.length === 0;
  return (
    <form action="/deck" className="deck" aria-label="Deck">
      {!isEmpty && <input type="hidden" name="charts" value={writeCharts(address.charts)} />}
      {!isEmpty && <TitleAndFiles title={deck.title} />}
      {!isEmpty && (
        <ol className="deck-charts">
          {deck.charts.map((chart, at) => (
            <li key={writeCharts([chart.entry])}>
              <Chart chart={chart} place={at + 1} of={deck.charts.length} deck={href} />
            </li>
          ))}
        </ol>
      )}
      {deck.charts.length < MOST_CHARTS ? (
        <AddChart href={href} />
      ) : (
        <p>A deck has at most {MOST_CHARTS} charts.</p>
      )}
      {!isEmpty && <DeckLinks deck={deck} href={href} />}
    </form>
  );
}

function TitleAndFiles({ title }: { title: string }) {
  return (
    <>
      <p className="deck-row">
        <label>
          Title{' '}
          <input
            name="title"
            defaultValue={title}
            maxLength={Number(deckParameters.title.schema?.maxLength)}
            placeholder="Charts of the AI Hardware Tracker"
            className={`${FIELD} w-80 max-w-full`}
          />
        </label>
        <button type="submit" className={BUTTON}>
          Update deck
        </button>
      </p>
      <fieldset className="deck-row">
        <legend>Download as</legend>
        {deckFormats.map(({ extension, name, purpose }) => (
          <button
            key={extension}
            type="submit"
            formAction={`/deck.${extension}`}
            title={purpose}
            className={BUTTON}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </>
  );
}

function Chart({
  chart: { view, note },
  place,
  of,
  deck,
}: {
  chart: ShownDeck['charts'][number];
  /** Counted from 1. */
  place: number;
  of: number;
  deck: string;
}) {
  const { finding, measure, chart, canonical } = view;
  const [, query = ''] = deck.split('?');
  const page = toHref(`/charts/${chart.slug}`, { ...canonical, deck: query || null });
  const edits = [
    ['up', 'Move up', place > 1],
    ['down', 'Move down', place < of],
    ['remove', 'Remove', true],
  ] as const;
  return (
    <section id={`chart-${place}`} aria-labelledby={`finding-${place}`}>
      <ChartThumbnail view={view} />
      <div>
        <h2 id={`finding-${place}`}>
          <a href={page}>{finding}</a>
        </h2>
        <p className="measure">{measure}</p>
        <p className="source-line">
          <SourceLine view={view} />
        </p>
        <label>
          Your note on this chart
          <textarea
            name="notes"
            defaultValue={note}
            maxLength={LONGEST_NOTE}
            rows={2}
            className={FIELD}
          />
        </label>
        <p className="deck-row">
          {edits.map(
            ([name, label, isPossible]) =>
              isPossible && (
                <button
                  key={name}
                  type="submit"
                  name={name}
                  value={place}
                  aria-label={`${label}: ${finding}`}
                  className={BUTTON}
                >
                  {label}
                </button>
              ),
          )}
        </p>
      </div>
    </section>
  );
}

function AddChart({ href }: { href: string }) {
  const [, query = ''] = href.split('?');
  return (
    <p className="deck-row">
      <label>
        Add a chart{' '}
        <select name="add" defaultValue="" className={`${FIELD} max-w-full`}>
          <option value="">Choose a chart</option>
          {publishedCharts.map(({ slug, name }) => (
            <option key={slug} value={`/charts/${slug}`}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className={BUTTON}>
        Add
      </button>
      <a href={toHref('/charts', { deck: query || null })}>See all charts first</a>
    </p>
  );
}

/** Of the deck as it is now, and with the figures of today for good. */
function DeckLinks({ deck, href }: Pick<FormProps, 'deck' | 'href'>) {
  const fixed = toDeckHref({
    title: deck.title,
    charts: deck.charts.map(({ entry, view }) => ({
      ...entry,
      choices: { ...entry.choices, snapshot: view.snapshot.id },
    })),
    notes: deck.charts.map(({ note }) => note),
  });
  const links = [
    ['Link', 'changes with new data', href],
    ['Fixed link', 'always these figures', fixed],
  ] as const;
  return (
    <section aria-label="Links" className="mt-6 text-sm">
      {links.map(([name, meaning, to]) => (
        <div key={name} className="copied">
          <h2 className="font-semibold">
            {name} <small className="font-normal text-muted">{meaning}</small>
          </h2>
          <a href={to} className="wrap-anywhere">
            {toShortAddress(to)}
          </a>
          <CopyButton label={`Copy ${name.toLowerCase()}`} copied={{ what: 'link', href: to }} />
        </div>
      ))}
    </section>
  );
}
