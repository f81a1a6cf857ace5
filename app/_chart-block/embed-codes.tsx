/**
 * A frame for other pages: with whatever figures are newest or with those of today, in
 * the colors of the reader's system or in fixed ones. Every code stands in the page and
 * the style sheet shows the chosen one, so the choice works without JavaScript.
 */

import { embedParameters, toEmbedHref, writeEmbedCode } from '@/exports/embed/code';
import type { ChartView } from '@/views/chart-view';
import { CopyButton } from './copy-button';

const FIGURES = { live: 'follow the data', frozen: 'stay as they are now' } as const;
const { theme: COLORS } = embedParameters;

export function EmbedCodes({ view, heading: Heading }: { view: ChartView; heading: 'h2' | 'h3' }) {
  const { slug } = view.chart;
  return (
    <div className="embed-codes">
      <Heading className="text-sm font-semibold">Embed</Heading>
      <Choice legend="Figures" name={`${slug}-embed-figures`} options={FIGURES} />
      <Choice legend={COLORS.label} name={`${slug}-embed-colors`} options={COLORS.values} />
      {Object.keys(FIGURES).map((figures) =>
        COLORS.allowed.map((theme) => {
          const choice = { frozen: figures === 'frozen', theme };
          return (
            <p
              key={`${figures} ${theme}`}
              data-figures={figures}
              data-colors={theme}
              className="mt-1 text-xs text-muted wrap-anywhere"
            >
              <a href={toEmbedHref(view, choice)}>Preview</a>{' '}
              <code>{writeEmbedCode(view, choice)}</code>
            </p>
          );
        }),
      )}
      <p className="mt-1">
        <CopyButton label="Copy embed code" copied={{ what: 'shown', within: '.embed-codes' }} />
      </p>
    </div>
  );
}

function Choice({
  legend,
  name,
  options,
}: {
  legend: string;
  name: string;
  options: Readonly<Record<string, string>>;
}) {
  return (
    <fieldset className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
      <legend className="float-left mr-4 text-muted">{legend}</legend>
      {Object.entries(options).map(([value, meaning], index) => (
        <label key={value} className="flex items-center gap-1">
          <input type="radio" name={name} value={value} defaultChecked={index === 0} />
          {meaning}
        </label>
      ))}
    </fieldset>
  );
}
