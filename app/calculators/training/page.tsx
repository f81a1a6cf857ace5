import type { Metadata } from 'next';
import type { Query } from '@/catalog/parameters';
import { CalculatorPage } from '../calculator-page';

export const metadata: Metadata = {
  title: 'What does training a model cost?',
  description:
    'From accelerator-hours to days, energy and cost, rented or bought: every assumption visible, sourced and editable.',
};

export default async function TrainingPage({ searchParams }: { searchParams: Promise<Query> }) {
  return (
    <CalculatorPage
      calculator="training"
      query={await searchParams}
      title="What does it cost to train a model?"
    >
      <p>
        From accelerator-hours to days, energy and cost, rented or bought. Published trainings are
        reckoned anew and set beside what their makers or Epoch AI said they cost.
      </p>
    </CalculatorPage>
  );
}
