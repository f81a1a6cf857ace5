/** The documents behind every figure; the address list of the tracker. */
import { date, defineDataset, oneOf, slug, text, url } from '../contract';
import { listedOnce, missingAddressExplained, primaryHasAddress } from './checks';

export const sources = defineDataset({
  slug: 'sources',
  title: 'Sources',
  story:
    'Every document in which a published figure was read: filings, press releases, analyst and press reports, datasets. Each document is listed once. Many analyst figures were read in the press or in copies, not at the analyst: the origin says whose figures they are, `publisher` and address say where they were read, and the grade says how near to the origin that is. A blank address means that the address is not known, and the note says so.',
  grain: 'One row per document.',
  columns: {
    source: slug({ label: 'Source', meaning: 'Short name by which figures cite the document.' }),
    origin: text({
      label: 'Origin',
      meaning:
        'Whose figures or statements the document holds: the company, agency or research firm, or the newsroom that found out itself. Charts and files name it.',
    }),
    publisher: text({
      label: 'Read at',
      meaning:
        'Who published what was read: the origin itself, or who relays or copies it. The address leads there.',
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
    grade: oneOf({
      label: 'Grade',
      meaning: 'How near to the origin the document is that was read.',
      values: {
        primary: {
          label: 'Primary',
          meaning: 'The origin’s own document or data, or an unaltered copy of the whole.',
        },
        press: {
          label: 'Press',
          meaning: 'A newsroom, trade publication or law firm that names whose figure it reports.',
        },
        secondary: {
          label: 'Secondary',
          meaning:
            'A quotation, rewritten copy, wiki, blog or community file. Marked wherever it stands, and never on the overview.',
        },
        'single-digest': {
          label: 'Single digest',
          meaning:
            'One line of a digest of headlines, whose links were not followed. What rests on it is marked as not confirmed.',
        },
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
  checks: [missingAddressExplained, listedOnce, primaryHasAddress],
  credit: 'AI Hardware Tracker',
  license: 'facts-CC-BY-4.0',
});
