/** How figures are chosen and graded, and what their marks, estimates and lists mean. */
import type { ReactNode } from 'react';
import { sources } from '@/data/sources/contract';
import { listFamilies } from '@/subjects/holdings/holder-lists';

export interface Part {
  /** The anchor, which other pages and the footer name. */
  readonly id: string;
  readonly title: string;
  readonly words: ReactNode;
}

export const method: readonly Part[] = [
  {
    id: 'choice',
    title: 'How figures are chosen',
    words: (
      <ol>
        <li>
          <strong>Published figures only.</strong> Each figure was printed by someone we can name,
          or follows from such figures by arithmetic that we state (“derived”).
        </li>
        <li>
          <strong>The origin first.</strong> A company’s filing comes before a press report of it,
          the publisher’s own dataset before a copy. The page behind each figure names both the
          origin and where we read it.
        </li>
        <li>
          <strong>The newest edition, and the old ones kept.</strong> When a publisher revises a
          figure we show the new one and keep the old one with its date. Two editions never share a
          line.
        </li>
        <li>
          <strong>One definition per line.</strong> Shares of different markets, medians and sums,
          list prices and spot prices are not joined.
        </li>
        <li>
          <strong>Unknown is blank.</strong> A missing figure is a gap in the line and “–” in a
          table. It is never zero, and never guessed.
        </li>
        <li>
          <strong>What is missing is named.</strong> If a ranking leaves out an important company,
          the chart says so.
        </li>
      </ol>
    ),
  },
  {
    id: 'grades',
    title: 'How sources are graded',
    words: (
      <>
        <p>
          Each <a href="/sources">source</a> has a grade, which says how near to the origin the
          document is that we read.
        </p>
        <dl>
          {Object.entries(sources.columns.grade.values).map(([grade, { label, meaning }]) => (
            <div key={grade}>
              <dt>{label}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
        <p>
          Figures of the last two grades are marked wherever they stand, and are not on the front
          page. A figure can move up: when we find the original, the grade and the source change and
          the value is checked again.
        </p>
      </>
    ),
  },
  {
    id: 'marks',
    title: 'What the marks mean',
    words: (
      <>
        <dl>
          <div>
            <dt>Measured or reported</dt>
            <dd>Filled mark, solid line: counted, or stated in a company’s accounts.</dd>
          </div>
          <div>
            <dt>Estimate</dt>
            <dd>
              Hollow mark, solid line, its range as a band: a publisher’s model or judgment. The
              line is the median or the figure printed.
            </dd>
          </div>
          <div>
            <dt>Company statement</dt>
            <dd>Said by a company about itself, not audited. The table says so.</dd>
          </div>
          <div>
            <dt>Projection</dt>
            <dd>Dashed: about a time that had not ended when the figure was made.</dd>
          </div>
        </dl>
      </>
    ),
  },
  {
    id: 'estimates',
    title: 'What estimates mean',
    words: (
      <>
        <p>
          No one counts AI chips worldwide. <strong>Epoch AI</strong> works out shipments and
          ownership from companies’ revenue, prices and supply data; its medians come with ranges
          that often span a factor of two. <strong>Jon Peddie Research</strong> estimates graphics
          card shipments from the supply chain. IDC, TrendForce and Omdia publish estimates whose
          methods are mostly not public. So:
        </p>
        <ul>
          <li>A difference smaller than the range is no difference.</li>
          <li>Medians may be added, and we say so where we do. Ranges may not.</li>
          <li>
            An estimate built from revenue cannot confirm that revenue. Where two figures are not
            independent, the chart says so.
          </li>
          <li>
            <strong>H100-equivalents</strong> compare chips by one thing, peak speed. Memory and
            networking, which matter in practice, are left out.
          </li>
        </ul>
      </>
    ),
  },
  {
    id: 'owners',
    title: 'How the lists of owners differ',
    words: (
      <>
        <dl>
          <div>
            <dt>Epoch AI, owners</dt>
            <dd>{listFamilies['epoch-owners'].covers}</dd>
          </div>
          <div>
            <dt>State of AI Compute Index</dt>
            <dd>{listFamilies['index-edition'].covers}</dd>
          </div>
          <div>
            <dt>Epoch AI, clusters</dt>
            <dd>{listFamilies['epoch-clusters'].covers}</dd>
          </div>
          <div>
            <dt>Epoch AI, data centers</dt>
            <dd>{listFamilies['epoch-data-centers'].covers}</dd>
          </div>
          <div>
            <dt>Statements</dt>
            <dd>{listFamilies.statement.covers}</dd>
          </div>
        </dl>
        <p>
          The same chips appear in several lists. We show the <a href="/holdings">lists</a> next to
          each other and never add them. An owner is not always the user: Anthropic uses{' '}
          <a href="/data-centers">sites</a> of Amazon and of xAI.
        </p>
      </>
    ),
  },
];
