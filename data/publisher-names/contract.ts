/** What publishers call things that we know under another name. */
import { defineDataset, oneOf, text } from '../contract';
import { note } from '../shared-columns';
import { namesLeadSomewhere } from './checks';

export const publisherNames = defineDataset({
  slug: 'publisher-names',
  title: 'Publishers’ names',
  story:
    'What the publishers of the lists that we take over call chips, organizations, vendors and terms, and under which short name the tracker knows them. The importers read names only here: a name that is not in the table stops an update until someone has looked at it. A name that is ignored says why.',
  grain: 'One row per publisher’s list, kind of name and name.',
  columns: {
    upstream: oneOf({
      label: 'List',
      meaning: 'Whose list uses the name, as the update command calls it.',
      values: {
        'epoch-chip-sales': 'Epoch AI, AI Chip Sales.',
        'epoch-clusters': 'Epoch AI, Data on GPU Clusters.',
        'epoch-data-centers': 'Epoch AI, Frontier Data Centers.',
        'epoch-hardware': 'Epoch AI, Data on Machine Learning Hardware.',
        'epoch-models': 'Epoch AI, Data on Notable AI Models.',
        'epoch-owners': 'Epoch AI, AI chip counts and owners.',
        'gpu-rental-prices': 'gpurentalprices.com, daily offers.',
        'state-of-ai': 'State of AI Report Compute Index, chart data.',
      },
    }),
    kind: oneOf({
      label: 'Kind',
      meaning: 'What the name names.',
      values: {
        cell: 'A figure of one row, as the row’s name, a colon and our column; always ignored, because we hold it better.',
        chip: 'A chip; ours is a chip of chips.csv.',
        cluster: 'A machine or site; ours is its name for people.',
        country: 'A country; ours is its two letters.',
        organization: 'An owner; ours is an organization of organizations.csv.',
        provider: 'Who asks a price; ours is the name that rental-prices.csv shows.',
        'provider-kind': 'A provider again; ours is its kind in rental-prices.csv.',
        remainder:
          'What a model counts outside the owners it names; ours is a remainder of owner-totals.csv.',
        site: 'A data center; ours is a site of data-centers.csv.',
        term: 'How an offer commits; ours is a term of rental-prices.csv.',
        vendor: 'A vendor or a group of them; ours is a vendor of vendors.csv.',
      },
    }),
    name: text({
      label: 'Name',
      meaning:
        'The publisher’s spelling; letter case does not matter. A chart, a kind of offer or the like may stand before it, with a colon: “hopper: Tesla Cortex”.',
    }),
    ours: text({
      label: 'Ours',
      meaning: 'What the tracker calls it; blank where it is ignored.',
      optional: true,
    }),
    ignored: text({
      label: 'Ignored because',
      meaning: 'Why rows with this name are left out.',
      optional: true,
    }),
    note,
  },
  key: ['upstream', 'kind', 'name'],
  checks: [namesLeadSomewhere],
  credit: 'AI Hardware Tracker',
  license: 'facts-CC-BY-4.0',
});
