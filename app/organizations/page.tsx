/** Every organization that holds accelerators. */
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { toHref, toTidyHref } from '@/address/href';
import {
  getOrganizationTable,
  ORGANIZATION_PARAMETERS,
} from '@/subjects/holdings/organization-table';
import { AboutFigures, PageHeading } from '../_ui/headings';
import { Corrections, leaveOutUnknown } from '../_ui/notices';
import { type PageProps, toSiteHead } from '../page-head';
import { getTracker } from '../tracker';
import { OrganizationList } from './organization-table';

const PATH = '/organizations';

export async function generateMetadata({ searchParams }: PageProps): Promise<Metadata> {
  const { parameters } = await getOrganizationTable(getTracker().orm, await searchParams);
  return toSiteHead(toHref(PATH, parameters));
}

export default async function OrganizationsPage({ searchParams }: PageProps) {
  const query = await searchParams;
  const slips = leaveOutUnknown(PATH, query, ORGANIZATION_PARAMETERS);
  const table = await getOrganizationTable(getTracker().orm, query);
  const tidy = toTidyHref(PATH, query, [...table.offered, { name: 'q' }]);
  if (tidy) redirect(tidy);
  return (
    <>
      <PageHeading title="Organizations">
        The newest figure of each, and who counted it.
      </PageHeading>
      <Corrections corrections={[...table.corrections, ...slips]} />
      <OrganizationList table={table} />
      <AboutFigures
        notes={[
          'The newest figure is the modeled fleet where Epoch AI models one, else the newest count of what is in operation. Counts of different lists are not comparable and are never added.',
          'H100-equivalents weigh chips by peak 8-bit speed.',
          'Countries are those of the organizations’ seats, not of their machines.',
        ]}
      />
    </>
  );
}
