/**
 * A frame for other pages: with whatever figures are newest or with those of today, in
 * the colors of the reader's system or in fixed ones. Every code stands in the page and
 * the style sheet shows the chosen one, so the choice works without JavaScript.
 */
import { EMBED_WIDTH, embedParameters, toEmbedHref, writeEmbedCode } from '@/exports/embed/code';
import { type Embedded, layOutEmbed, measureEmbed } from '@/exports/embed/layout';
import { Options } from '../_ui/field';
import { CopyButton } from './citation';

const FIGURES = { live: 'Newest figures', frozen: 'Fixed figures' } as const;
const { theme: COLORS } = embedParameters;

export function EmbedCodes({ embedded }: { embedded: Embedded }) {
  const { publication } = embedded;
  const { slug } = publication;
  const height = measureEmbed(layOutEmbed(embedded, null), EMBED_WIDTH);
  return (
    <section aria-label="Embed" className="embed-codes">
      <Options label="Figures" name={`${slug}-embed-figures`} options={Object.entries(FIGURES)} />
      <Options
        label={COLORS.label}
        name={`${slug}-embed-colors`}
        options={Object.entries(COLORS.values)}
      />
      {Object.keys(FIGURES).map((figures) =>
        COLORS.allowed.map((theme) => {
          const choice = { frozen: figures === 'frozen', theme };
          return (
            <p key={`${figures} ${theme}`} data-figures={figures} data-colors={theme}>
              {/* For browsers of texts, which show every code. */}
              <span className="sr-only">
                {`${FIGURES[figures as keyof typeof FIGURES]}, ${COLORS.values[theme]}: `}
              </span>
              <code>{writeEmbedCode(publication, { ...choice, width: EMBED_WIDTH, height })}</code>
              <a href={toEmbedHref(publication, choice)}>Preview</a>
            </p>
          );
        }),
      )}
      <p className="panel-buttons">
        <CopyButton label="Copy code" copied={{ what: 'shown', within: '.embed-codes' }} />
      </p>
    </section>
  );
}
