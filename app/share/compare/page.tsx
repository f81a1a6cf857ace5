/** One vendor's share by every definition, with the definitions spelt out. */
import type { Metadata } from 'next';
import { shareByDefinition } from '@/catalog/charts/share-by-definition';
import type { Query } from '@/catalog/parameters';
import { ChartPage } from '../../chart/chart-page';
import { describeSitePage } from '../../site-pages';

export const metadata: Metadata = {
  title: 'One share, many definitions',
  description: describeSitePage('/share/compare'),
};

export default async function SharesComparedPage({
  searchParams,
}: {
  searchParams: Promise<Query>;
}) {
  return (
    <ChartPage
      path="/share/compare"
      charts={[shareByDefinition]}
      query={await searchParams}
      title="Which share is the right one?"
      lead="Every one of these figures was printed, and each is a share of something else. Here they stand side by side with what is counted, who says so, and for when."
    />
  );
}
