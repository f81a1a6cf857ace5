/** The documents behind every figure; the address list of the tracker. */
import { date, defineDataset, oneOf, slug, text, url } from '../contract';
import { listedOnce, missingAddressExplained } from './checks';

export const sources = defineDataset({
  slug: 'sources',
  title: 'Sources',
  story:
    'Every document in which a published figure was read: filings, press releases, analyst and press reports, datasets. The same document is listed once, whatever figures rest on it. Many analyst figures were read in the press or in copies, not at the analyst; the publisher named here is the one that was read. A blank address means that the address is not known, and the note says so.',
  grain: 'One row per document.',
  columns: {
    source: slug({ label: 'Source', meaning: 'Short name by which figures cite the document.' }),
    publisher: text({
      label: 'Publisher',
      meaning: 'Who published what was read, with the original publisher where it is a copy.',
    }),
    title: text({
      label: 'Title',
      meaning: 'Title of the document; some were rebuilt from its address.',
    }),
    url: url({ label: 'Address', meaning: 'Where the document stands.', optional: true }),
    published_on: date({
      label: 'Published',
      meaning: 'Publication date as exactly as it is known; blank where the document shows none.',
      precision: 'partial',
      optional: true,
    }),
    retrieved: date({
      label: 'Read on',
      meaning: 'The day on which the document was last read for the tracker.',
      precision: 'day',
    }),
    kind: oneOf({
      label: 'Kind',
      meaning: 'What sort of document it is.',
      values: {
        filing: 'A filing or investor document of the company itself.',
        'press-release': 'A press release, also where reprinted.',
        report: 'A report, model card, transcript or reference page.',
        dataset: 'A data file or database.',
        news: 'A news item.',
        blog: 'A blog post, newsletter or forum thread.',
      },
    }),
    licence: oneOf({
      label: 'License',
      meaning: 'License of the document where it is a compilation that demands credit.',
      optional: true,
      values: { 'CC-BY-4.0': 'Creative Commons Attribution 4.0.' },
    }),
    note: text({
      label: 'Note',
      meaning: 'How the document was read, what it relays, how exact its date is.',
      optional: true,
    }),
  },
  key: ['source'],
  checks: [missingAddressExplained, listedOnce],
  credit: 'AI Hardware Tracker',
  license: 'facts-CC-BY-4.0',
});
