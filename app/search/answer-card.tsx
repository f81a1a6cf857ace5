/** An answer of the search: what it is of, its figures with their evidence, whose they are. */
import type { Answer, AnswerFigure } from '@/catalog/answers/answer';
import { toFormatHref } from '@/exports/links';

export function AnswerCard({ answer }: { answer: Answer }) {
  const { title, note, columns, figures, source, links } = answer;
  return (
    <section className="answer" aria-label={title}>
      <h2>{title}</h2>
      {note && <p className="muted">{note}</p>}
      {columns.length > 0 ? (
        <Columns answer={answer} />
      ) : (
        <dl className={figures.length <= FEW ? 'few' : ''}>
          {figures.map((figure) => (
            <Figure key={`${figure.label}${figure.href}`} figure={figure} />
          ))}
        </dl>
      )}
      <p className="muted">
        {source && `Source: ${source}`}
        {links.map(({ label, href }, index) => (
          <span key={href}>
            {(source !== null || index > 0) && ' · '}
            <a href={href}>{label}</a>
            {href.startsWith('/charts/') && (
              <>
                {' · '}
                <a href={toFormatHref({ href }, 'png', { size: 'slide' })} download="">
                  Image for a slide
                </a>
              </>
            )}
          </span>
        ))}
      </p>
    </section>
  );
}

/** So many figures stand next to each other, large. */
const FEW = 3;

function Figure({ figure: { label, values, detail, href } }: { figure: AnswerFigure }) {
  const value = values.join(' · ');
  return (
    <div>
      <dt>{label}</dt>
      <dd className={value.length > LONG ? 'words' : ''}>
        {href ? (
          <a href={href} title="Evidence">
            {value}
          </a>
        ) : (
          value
        )}
      </dd>
      {detail && <dd className="muted">{detail}</dd>}
    </div>
  );
}

/** Longer ones are words, not figures. */
const LONG = 30;

function Columns({ answer: { title, columns, figures } }: { answer: Answer }) {
  if (figures.length === 0) return null;
  return (
    <table aria-label={title}>
      <thead>
        <tr>
          <td />
          {columns.map(({ label, href }) => (
            <th key={href} scope="col">
              <a href={href}>{label}</a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.map(({ label, values, detail }) => (
          <tr key={label}>
            <th scope="row">
              {label}
              {detail && <span className="muted">, {detail}</span>}
            </th>
            {values.map((value, index) => (
              <td key={columns[index]?.href ?? index}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
