/** A deck as its address asks for it: its charts, each in its view, and what could not be had. */
import {
  type DeckAddress,
  type DeckEntry,
  deckEdits,
  deckParameters,
  editDeck,
  parseChartAddress,
  writeEntry,
} from '@/address/deck';
import { snapshotParameter } from '@/address/frozen-links';
import { LINE_BREAK } from '@/address/href';
import {
  listUnknownParameters,
  type ParameterProblem,
  type Query,
  readAddress,
} from '@/address/parameters';
import { wordCorrection } from '@/address/word-problem';
import { findMovedAddress } from '@/catalog/moved-charts';
import { getPublishedChart, publishedCharts } from '@/catalog/published';
import type { Tracker } from '@/db/connection';
import { openSnapshot } from '@/db/open-snapshot';
import { findChartView } from '@/views/asked-view';
import { type ChartView, listViewParameters } from '@/views/chart-view';

interface DeckChart {
  /** As short as the view can be asked for. */
  readonly entry: DeckEntry;
  readonly view: ChartView;
  /** The author's note; empty: none. */
  readonly note: string;
}

/** What is wrong with a deck's address. */
interface DeckProblem extends ParameterProblem {
  /** There is no such chart, or no such snapshot of it. */
  readonly isMissing?: true;
}

export interface ShownDeck {
  /** Empty: none was given. */
  readonly title: string;
  readonly charts: readonly DeckChart[];
  readonly problems: readonly DeckProblem[];
}

/** What of the deck there is; the rest is a problem. */
async function findDeck(
  current: Tracker,
  { charts, title, notes }: DeckAddress,
  word: Wording,
): Promise<ShownDeck> {
  const found = await Promise.all(
    charts.map((entry) => findChart(current, toPresent(entry), word)),
  );
  return {
    title,
    charts: found.flatMap(({ view }, at) =>
      view
        ? [
            {
              view,
              entry: { slug: view.chart.slug, choices: view.canonical },
              note: notes[at] ?? '',
            },
          ]
        : [],
    ),
    problems: found.flatMap(({ problems }) => problems),
  };
}

/** How a page or a file says what of a chart’s choices does not work. */
type Wording = (problem: ParameterProblem) => string;

/** The deck of an address, with what its edits make of it, and all that is wrong with the address. */
export async function readDeck(
  current: Tracker,
  query: Query,
  word: Wording = wordCorrection,
): Promise<ShownDeck & { readonly isEdited: boolean }> {
  const { values, problems } = readAddress(deckParameters, query);
  const edited = editDeck(values, query);
  const edits = readAddress(deckEdits, query).problems;
  const deck = await findDeck(current, edited ?? values, word);
  return {
    ...deck,
    isEdited: edited !== null,
    problems: [...problems, ...edits, ...deck.problems],
  };
}

export const toDeckAddress = ({
  title,
  charts,
}: Pick<ShownDeck, 'title' | 'charts'>): DeckAddress => ({
  title,
  charts: charts.map(({ entry }) => entry),
  notes: charts.map(({ note }) => note),
});

type Found = { readonly view?: ChartView; readonly problems: readonly DeckProblem[] };

async function findChart(current: Tracker, entry: DeckEntry, word: Wording): Promise<Found> {
  const chart = getPublishedChart(entry.slug);
  if (!chart) {
    const labels = Object.fromEntries(publishedCharts.map(({ slug, name }) => [slug, name]));
    const allowed = Object.keys(labels);
    return missing({ found: entry.slug, kind: 'chart', used: '', allowed, labels });
  }
  const { snapshot = '', ...asked } = entry.choices;
  const choices = toTexts(asked);
  const tracker = snapshot === '' ? current : openSnapshot(snapshot);
  const about = (said: string) => ({ found: writeEntry(entry), said: `${chart.name}: ${said}` });
  if (!tracker) {
    const { allowed } = snapshotParameter;
    return missing({ ...about(`no snapshot “${snapshot}” is kept.`), allowed });
  }
  const found = await findChartView(tracker, chart, choices);
  if (!found.view) {
    const said = `snapshot ${snapshot} was published before ${found.lacking.join(', ')} became part of the tracker.`;
    return missing({ ...about(said), allowed: snapshotParameter.allowed });
  }
  const { view, corrections } = found;
  const wrong = [...corrections, ...listUnknownParameters(choices, listViewParameters(view))];
  return {
    view,
    problems: wrong.map((problem) => ({
      ...{ parameter: 'charts', allowed: problem.allowed },
      ...about(word(problem)),
      ...(problem.isUnderstood && { isUnderstood: true }),
    })),
  };
}

const missing = (problem: Omit<ParameterProblem, 'parameter'>): Found => ({
  problems: [{ ...problem, parameter: 'charts', isMissing: true }],
});

/** A chart that became a view of another is that view. */
function toPresent(entry: DeckEntry): DeckEntry {
  const moved = findMovedAddress(`/embed/${entry.slug}`, Object.entries(entry.choices));
  return (moved === null ? null : parseChartAddress(moved)) ?? entry;
}

/** Texts of a reader's own are several under one name. */
const toTexts = (choices: DeckEntry['choices']): Query =>
  Object.fromEntries(
    Object.entries(choices).map(([name, value]) => {
      const texts = value.split(LINE_BREAK);
      return [name, texts.length > 1 ? texts : value];
    }),
  );
