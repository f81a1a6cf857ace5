/** A dataset for search engines: schema.org's Dataset with its downloads. */
import { type Contract, toTableColumns } from '@/data/contract';
import type { Snapshot } from '@/db/snapshot-tables';
import { listFormats } from '../formats';
import { LICENSE } from '../metadata';
import { toSiteOrigin } from '../site';

/** Without a day of collection the dataset is as new as its snapshot. */
export function buildSchemaOrg(
  contract: Contract,
  snapshot: Snapshot,
  collectedOn = snapshot.collected_on,
) {
  const { slug, title, story, grain, credit } = contract;
  const address = `${toSiteOrigin()}/datasets/${slug}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: title,
    description: `${story} ${grain}`,
    url: address,
    identifier: `${slug}@${snapshot.id}`,
    version: snapshot.id,
    license: LICENSE.address,
    isAccessibleForFree: true,
    creditText: credit,
    creator: { '@type': 'Organization', name: 'AI Hardware Tracker', url: toSiteOrigin() },
    dateModified: collectedOn,
    variableMeasured: toTableColumns(contract).map(({ id, meaning, unit }) => ({
      '@type': 'PropertyValue',
      name: id,
      description: meaning,
      ...(unit ? { unitText: unit } : {}),
    })),
    distribution: listFormats('dataset')
      .filter(({ kind }) => kind === 'data' || kind === 'bundle')
      .map(({ extension, mediaType }) => ({
        '@type': 'DataDownload',
        encodingFormat: mediaType.split(';')[0],
        contentUrl: `${address}.${extension}`,
      })),
  };
}

/** JSON for a script element: no text of the data can end it. */
export function toScriptText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
