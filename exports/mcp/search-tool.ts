/** The search, as its page and `/search.json` have it, with addresses to quote. */
import { freezeLinks } from '@/address/frozen-links';
import { wholeNumber } from '@/address/parameters';
import { schemas } from '../api/schemas';
import { searchParameters, writeSearch } from '../api/search';
import { wordCitation } from '../citation';
import { LICENSE } from '../metadata';
import { toSiteOrigin } from '../site';
import type { Tool } from './tool';

const { properties, required } = schemas.Search as {
  properties: Readonly<Record<string, object>>;
  required: readonly string[];
};

export const search: Tool = {
  name: 'search',
  title: 'Find figures, charts, datasets',
  description:
    'Answers a question in words with figures, each with how firm it is and the address of its evidence, and finds charts, datasets, chips, vendors, organizations, data centers, events and sources by name. Begin here: “Nvidia data center revenue Q4 2023”, “who owns the most H100”, “H100 price per hour”, “Meta vs Microsoft”. The last part of a chart’s or dataset’s address is its name for the other tools.',
  parameters: {
    q: { ...searchParameters.q, required: true },
    limit: wholeNumber('The most results of each kind; without it, 3.', { min: 1, max: 12 }),
  },
  output: {
    type: 'object',
    required: [...required, 'licence'],
    properties: { ...properties, licence: { type: 'object' } },
  },
  answer: async ({ texts }, { tracker, pages }) => {
    const { q = '', limit = '3' } = texts;
    const answer = await writeSearch(tracker, { q, limit }, pages);
    // What the search refuses the tool has refused before.
    const found = JSON.parse(typeof answer === 'string' ? answer : await answer.text()) as Found;
    const frozen = freezeLinks(found, tracker.snapshot.id);
    const answers = frozen.answers.map((one) => {
      const places = [...one.links, ...one.figures].flatMap(({ href }) => href ?? []);
      const href = places.find((place) => place.includes('snapshot=')) ?? places[0] ?? '/';
      const url = toSiteOrigin() + href;
      const { snapshot } = tracker;
      return {
        ...one,
        permalink: url,
        citation: wordCitation({ title: one.title, snapshot, url, origins: one.source }),
      };
    });
    return { structured: toWhole({ ...frozen, answers, licence: LICENSE }) };
  },
};

interface Found {
  readonly answers: readonly {
    readonly title: string;
    readonly source: string | null;
    readonly figures: readonly { readonly href: string | null }[];
    readonly links: readonly { readonly href: string }[];
  }[];
}

/** A copy in which every link is a whole address. */
function toWhole<T extends object>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (name, one) =>
      name === 'href' && typeof one === 'string' ? toSiteOrigin() + one : one,
    ),
  );
}
