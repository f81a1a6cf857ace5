/** What other programs read of datasets: schema.org, Croissant, DCAT, linksets, llms.txt. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { getPublishedChart, publishedCharts } from '@/catalog/published';
import type { Contract } from '@/data/contract';
import { datasets } from '@/data/datasets';
import { getArticleView } from '@/subjects/article/article-view';
import { calculators } from '@/subjects/calculators/calculators';
import { findCsvFacts } from '../csv-facts';
import { toDatasetPublication, WHOLE } from '../dataset-publication';
import { openFiles } from '../formats/files-for-tests';
import { toSiteOrigin } from '../site';
import { writeApiCatalog, writeCatalog } from './catalog';
import { listClaimReviews } from './claim-reviews';
import { writeDataPackage } from './lists';
import { writeLlmsText } from './llms';
import { describeDataset, toGraphText } from './schema-org';

const files = openFiles();
const { tracker } = files;
const site = toSiteOrigin();
const findDataset = (slug: string) =>
  (datasets as readonly Contract[]).find((d) => d.slug === slug)!;

/** Every value under a name, at any depth. */
function listValues(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => listValues(one, name));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === name ? [inner] : []),
    ...listValues(inner, name),
  ]);
}

describe('Croissant', () => {
  const read = async (path: string) => JSON.parse((await files.get(path)).text);

  it('has what the specification requires of every dataset', async () => {
    for (const { slug } of datasets) {
      const found = await read(`/datasets/${slug}.croissant.json`);
      expect(found['@type'], slug).toBe('sc:Dataset');
      expect(found.conformsTo).toBe('http://mlcommons.org/croissant/1.1');
      for (const name of ['description', 'license', 'name', 'url', 'creator', 'datePublished']) {
        expect(found[name], `${slug} ${name}`).toBeTruthy();
      }
      // https://semver.org
      expect(found.version).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]+$/);
      const ids = [found.distribution, found.recordSet, listValues(found.recordSet, 'field')]
        .flat(3)
        .map((one: { '@id': string }) => one['@id'])
        .filter((id) => id !== undefined);
      const referred = listValues(found.recordSet, 'references').map(
        (one) => (one as { field: { '@id': string } }).field['@id'],
      );
      const sources = listValues(found.recordSet, 'fileObject').map(
        (one) => (one as { '@id': string })['@id'],
      );
      for (const id of [...referred, ...sources]) expect(ids, `${slug} ${id}`).toContain(id);
    }
  });

  it('names the bytes and the hash of the CSV at the address that it gives', async () => {
    const found = await read('/datasets/gpu-holdings.croissant.json');
    for (const { contentUrl, sha256, contentSize } of found.distribution) {
      const { bytes } = await files.get(contentUrl.replace(site, '').replace(/\?snapshot=.*/, ''));
      expect(contentUrl).toContain(`snapshot=${tracker.snapshot.id}`);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(contentSize).toBe(`${bytes.length} B`);
    }
  });

  it('types the columns of the file, and says which lists they refer to', async () => {
    const { recordSet } = await read('/datasets/gpu-holdings.croissant.json');
    const [own, ...lists] = recordSet;
    const { text } = await files.get('/datasets/gpu-holdings.csv');
    const fields: { name: string; dataType: string; references?: object }[] = own.field;
    expect(fields.map(({ name }) => name).join()).toBe(text.split('\r\n')[0]);
    const find = (name: string) => fields.find((one) => one.name === name);
    expect(find('as_of')?.dataType).toBe('sc:Date');
    expect(find('accelerators')?.dataType).toBe('sc:Integer');
    expect(find('chip')?.references).toEqual({ field: { '@id': 'chips/chip' } });
    expect(own.key).toEqual([{ '@id': 'gpu-holdings/holding' }]);
    expect(lists.map(({ name }: { name: string }) => name)).toContain('chips');
  });

  it('of a selection has its rows', async () => {
    const { name, distribution } = await read('/datasets/chips.croissant.json?vendor=amd');
    expect(name).toContain('vendor=amd');
    const { bytes } = await files.get('/datasets/chips.csv?vendor=amd');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(distribution[0].sha256);
  });
});

describe('schema.org', () => {
  it('has what search engines ask of a dataset', async () => {
    const contract = findDataset('data-center-timelines');
    const publication = await toDatasetPublication(tracker, contract, WHOLE);
    const found = describeDataset(publication, contract, await findCsvFacts(publication));
    expect(String(found.description).length).toBeGreaterThan(50);
    expect(found.temporalCoverage).toMatch(/^\d{4}-\d{2}-\d{2}\/\d{4}-\d{2}-\d{2}$/);
    expect(found.identifier).toBe(`${found.url}?snapshot=${tracker.snapshot.id}`);
    expect(found.isBasedOn).not.toEqual([]);
    expect(listValues(found.variableMeasured, 'unitText')).toContain('MW');
  });

  it('lists the countries that rows are of', async () => {
    const contract = findDataset('data-centers');
    const publication = await toDatasetPublication(tracker, contract, WHOLE);
    const found = describeDataset(publication, contract, await findCsvFacts(publication));
    expect(found.spatialCoverage).toContain('United States');
  });

  it('cannot end the script that it stands in', () => {
    const text = toGraphText([{ name: '</script><b>' }]);
    expect(text).not.toContain('<');
    expect(JSON.parse(text)['@graph'][0].name).toBe('</script><b>');
  });
});

it('the Data Package names bytes and hash of each file', async () => {
  const { resources } = JSON.parse(await writeDataPackage(tracker));
  for (const { path, bytes, hash } of resources.slice(0, 3)) {
    const file = await files.get(path.replace(site, ''));
    expect(file.bytes).toHaveLength(bytes);
    expect(hash).toBe(`sha256:${createHash('sha256').update(file.bytes).digest('hex')}`);
  }
});

describe('reviews of claims', () => {
  it('rate what was checked, and give words alone to what could not be', async () => {
    const { claims } = await getArticleView(tracker, getPublishedChart);
    const reviews = listClaimReviews(claims, null);
    expect(reviews).toHaveLength(claims.length);
    const rate = (verdict: string) => {
      const at = claims.findIndex(({ row }) => row.verdict === verdict);
      return reviews[at]?.reviewRating;
    };
    expect(rate('matches')).toMatchObject({ ratingValue: 5, alternateName: 'Matches' });
    expect(rate('imprecise')).toMatchObject({ ratingValue: 3, bestRating: 5, worstRating: 1 });
    expect(rate('only-reported')).toEqual({ '@type': 'Rating', alternateName: 'Only reported' });
  });
});

describe('the catalog for data portals', () => {
  it('has what DCAT-AP requires of catalog, datasets and files', async () => {
    const found = JSON.parse(await writeCatalog(tracker));
    for (const name of ['title', 'description', 'publisher']) expect(found[name]).toBeTruthy();
    expect(found.dataset).toHaveLength(datasets.length);
    for (const one of found.dataset) {
      expect(one.title && one.description && one['@id']).toBeTruthy();
      for (const file of one.distribution) expect(file.accessURL).toMatch(/^http/);
    }
    // Each word is one of the context, or a keyword of JSON-LD.
    const words = new Set<string>();
    const collect = (value: unknown): void => {
      if (Array.isArray(value)) for (const one of value) collect(one);
      if (value === null || typeof value !== 'object' || Array.isArray(value)) return;
      for (const [name, inner] of Object.entries(value)) {
        words.add(name);
        collect(inner);
      }
    };
    const { '@context': context, ...rest } = found;
    collect(rest);
    for (const word of words) expect(word.startsWith('@') || word in context, word).toBe(true);
  });
});

describe('the catalog of the API', () => {
  it('is a linkset whose every link leads somewhere', () => {
    const { linkset } = JSON.parse(writeApiCatalog());
    for (const { anchor, ...relations } of linkset) {
      expect([`${site}/`, `${site}/mcp`]).toContain(anchor);
      for (const targets of Object.values(relations) as { href: string }[][]) {
        for (const { href } of targets) expect(href).toMatch(/^https?:/);
      }
    }
    expect(listValues(linkset, 'service-desc')).toHaveLength(1);
  });
});

describe('llms.txt', () => {
  const text = writeLlmsText(tracker, [{ href: '/share', label: 'Share', description: 'D.' }]);

  it('has the form that assistants expect: a name, a summary, lists of links', () => {
    const [name, , summary] = text.split('\n');
    expect(name).toBe('# AI Hardware Tracker');
    expect(summary).toMatch(/^> ./);
    const lists = text.split(/^## .+\n\n/m).slice(1);
    for (const line of lists.flatMap((list) => list.trim().split('\n'))) {
      expect(line).toMatch(/^- \[[^\]]+\]\(http[^)]+\): ./);
    }
  });

  it('names everything that is registered', () => {
    for (const { slug } of publishedCharts) expect(text).toContain(`/charts/${slug}.json`);
    for (const { slug } of datasets) expect(text).toContain(`/datasets/${slug}.csv`);
    for (const { slug } of calculators) expect(text).toContain(`/calculators/${slug}.json`);
  });
});
