/** Who computes in a data center; a site can have several users. */

import { defineDataset, reference } from '../contract';
import { confidence } from '../data-centers/contract';
import { edition, note, source } from '../shared-columns';

export const dataCenterUsers = defineDataset({
  slug: 'data-center-users',
  title: 'Users of AI data centers',
  story:
    'Who uses the computing of the sites in the list of AI data centers, as Epoch AI sees it, with its confidence. Owner and user often differ: Microsoft and Oracle own sites that OpenAI uses. How a site’s computing is split among several users is not known.',
  grain: 'One row per site and user.',
  columns: {
    site: reference({ label: 'Site', meaning: 'The data center.', to: 'data-centers' }),
    user: reference({ label: 'User', meaning: 'Who computes there.', to: 'organizations' }),
    confidence: confidence('User'),
    edition,
    source,
    note,
  },
  key: ['site', 'user'],
  checks: [],
  credit: 'Epoch AI, Frontier Data Centers (CC BY 4.0)',
  license: 'CC-BY-4.0',
});
