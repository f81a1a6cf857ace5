import type { Metadata } from 'next';
import Link from 'next/link';
import { examples } from '@/exports/api/examples';
import { listFormats } from '@/exports/formats';
import { toSiteOrigin } from '@/exports/site';
import { describeSitePage } from '../../site-pages';
import { PageHeading } from '../../ui/page-heading';

export const metadata: Metadata = {
  title: 'API',
  description: describeSitePage('/docs/api'),
};

export default function ApiPage() {
  return (
    <>
      <PageHeading title="How do programs read the tracker?">
        Every page’s address is also the API: add a format to the address of a chart, a dataset or a
        calculator. There are no keys, all origins may read, and all of it is described in{' '}
        <a href="/openapi.json">openapi.json</a>.
      </PageHeading>
      <Section id="examples" title="Examples">
        <ul className="grid gap-3">
          {examples.map(({ path, meaning }) => (
            <li key={path}>
              {meaning}
              <br />
              <a href={path} className="wrap-anywhere">
                <code>
                  {toSiteOrigin()}
                  {path}
                </code>
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="formats" title="Formats">
        <ul className="grid gap-1">
          {listFormats('dataset').map(({ extension, name, purpose }) => (
            <li key={extension}>
              <code>.{extension}</code> {name}: {purpose}
            </li>
          ))}
        </ul>
        <p>
          Charts and calculators also come as pictures, and in{' '}
          {listFormats('chart')
            .map(({ extension }) => `.${extension}`)
            .join(', ')}{' '}
          altogether.
        </p>
      </Section>
      <Section id="rules" title="Rules">
        <ul className="grid gap-2">
          <li>
            A file holds every row. Pages of rows come only with <code>limit</code> (CSV, JSON,
            NDJSON), and the <code>Link</code> header leads to the next.
          </li>
          <li>
            <code>?snapshot=</code> gives the figures as they were; such answers never change.{' '}
            <Link href="/snapshots" prefetch={false}>
              Snapshots
            </Link>{' '}
            lists the kept ones.
          </li>
          <li>
            A wrong parameter is refused with <code>application/problem+json</code> (RFC 9457):
            which parameter, what was found, what is allowed.
          </li>
          <li>
            Answers carry an <code>ETag</code>; asking again with <code>If-None-Match</code> costs a
            304. Addresses without a snapshot are good for a minute.
          </li>
          <li>
            Blank or null means unknown, never zero. Licence: CC BY 4.0, see each file’s credit.
          </li>
        </ul>
      </Section>
    </>
  );
}

function Section({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: React.ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="mt-8 grid max-w-[70ch] gap-2">
      <h2 id={id} className="text-lg font-semibold tracking-tight">
        {title}
      </h2>
      {children}
    </section>
  );
}
