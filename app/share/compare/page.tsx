/** One vendor's share by every definition, with the definitions spelt out. */
import type { Metadata } from 'next';
import type { Query } from '@/address/parameters';
import { shareByDefinition } from '@/catalog/charts/share-by-definition';
import { ChartPage } from '../../chart/chart-page';
import { readChartsHead } from '../../page-head';
import { describeSitePage } from '../../site-pages';

const charts = [shareByDefinition];

interface Props {
  searchParams: Promise<Query>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return {
    title: 'One share, many definitions',
    description: describeSitePage('/share/compare'),
    ...(await readChartsHead('/share/compare', charts, await searchParams)),
  };
}

export default async function SharesComparedPage({ searchParams }: Props) {
  return (
    <ChartPage
      path="/share/compare"
      charts={charts}
      query={await searchParams}
      title="Which share is the right one?"
      lead="Each of these figures rests on what somebody published, and each is a share of something else. Most were printed as such; of a range the middle is shown, and a few follow by arithmetic from printed figures, as their notes say. Here they stand side by side with what is counted, who says so, and for when."
    />
  );
}
