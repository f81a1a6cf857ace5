/** The formulas of a calculator, with units, as its model declares them. */
import type { EstimateModel } from '@/estimates/model';
import { DRAWS } from '@/estimates/simulate';

export function Formulas({ model }: { model: EstimateModel }) {
  return (
    <section aria-labelledby="formulas" className="mt-10 max-w-[80ch]">
      <h2 id="formulas" className="text-lg font-semibold tracking-tight">
        Formulas
      </h2>
      <dl className="mt-2 grid gap-2 text-sm">
        {Object.entries(model.results).map(([name, { label, formula }]) => (
          <div key={name}>
            <dt className="font-semibold">{label}</dt>
            <dd className="text-muted">= {formula}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-muted">
        An assumption given as a range is drawn evenly between its ends, independently of all
        others. The middle is the median of {DRAWS.toLocaleString('en-US')} draws; the range runs
        from the 5th to the 95th percentile. Money is not discounted, and servers keep no value
        after their years.
      </p>
    </section>
  );
}
