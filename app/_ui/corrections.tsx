/** Says what of an address was not understood and what is shown instead. */
import type { ParameterProblem } from '@/address/parameters';
import { Callout } from './tremor';

export function Corrections({ corrections }: { corrections: readonly ParameterProblem[] }) {
  if (corrections.length === 0) return null;
  return (
    <Callout title="This address was corrected" className="my-4 border-warning" role="status">
      {/* Tremor wraps this in a paragraph, where a list may not stand. */}
      <span className="text-ink">
        {corrections.map(({ parameter, found, used }) => (
          <span key={`${parameter}=${found}`} className="block">
            {used === null ? (
              <>
                The parameter <code>{shorten(parameter)}</code> is not known here and was ignored.
              </>
            ) : (
              <>
                <code>{parameter}</code> cannot be “{shorten(found)}”
                {used === '' ? '' : `; shown is “${used}”`}.
              </>
            )}
          </span>
        ))}
      </span>
    </Callout>
  );
}

/** A pasted novel in the address must not become the page. */
function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
