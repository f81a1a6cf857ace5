import type { Metadata } from 'next';
import type { Query } from '@/catalog/parameters';
import { CalculatorPage } from '../calculator-page';

export const metadata: Metadata = {
  title: 'What does serving a model cost?',
  description:
    'From queries a day to servers, capital and cost per query: every assumption visible, sourced and editable.',
};

export default async function InferencePage({ searchParams }: { searchParams: Promise<Query> }) {
  return (
    <CalculatorPage
      calculator="inference"
      query={await searchParams}
      title="What does it cost to serve a model?"
    >
      <p>
        From queries a day to servers, capital and the cost of a query. The estimates of 2023 named
        servers and dollars but not how busy the servers are; here that can be seen and changed.
      </p>
    </CalculatorPage>
  );
}
