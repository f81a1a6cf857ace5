/** The choices of a picture; its file is an address that this form spells. */
import type { OneOf, Parameter } from '@/address/parameters';
import { listFormats } from '@/exports/formats';
import { toFormatHref } from '@/exports/links';
import type { Publication } from '@/exports/publication';
import { FIELD } from '../_ui/field';
import { CopyButton } from './copy-button';

const CHOICES = ['size', 'theme', 'background', 'scale'];

export function PictureForm({ publication }: { publication: Publication }) {
  const { kind, title, href } = publication;
  const [path, query = ''] = href.split('?');
  const pictures = listFormats(kind).filter((format) => format.kind === 'picture');
  const parameters: Readonly<Record<string, Parameter>> = Object.assign(
    {},
    ...pictures.map((format) => format.parameters),
  );
  return (
    <form action={`/download${path}`} className="grid gap-2" aria-label={`Picture: ${title}`}>
      {[...new URLSearchParams(query)].map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <ShownField publication={publication} />
        <label className="grid max-w-full grid-cols-[minmax(0,1fr)] gap-1">
          <span className="text-muted">Picture as</span>
          <select name="format" className={`${FIELD} max-w-full`}>
            {pictures.map(({ extension, name }) => (
              <option key={extension} value={extension}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {CHOICES.map((name) => {
          const parameter = parameters[name];
          return isOneOf(parameter) && <ParameterField key={name} name={name} of={parameter} />;
        })}
        <button
          type="submit"
          className={`${FIELD} max-w-full cursor-pointer font-medium text-accent`}
        >
          Get picture
        </button>
        <CopyButton
          label="Copy image"
          copied={{
            what: 'image',
            href: toFormatHref(publication, 'png'),
            choices: ['picture', ...CHOICES],
          }}
        />
      </div>
      <PicturePreview href={toFormatHref(publication, 'svg')} title={title} />
    </form>
  );
}

/** Which of several pictures; the first one is drawn unless another is asked for. */
function ShownField({ publication: { pictures } }: { publication: Publication }) {
  if (pictures.length < 2) return null;
  return (
    <label className="grid max-w-full grid-cols-[minmax(0,1fr)] gap-1">
      <span className="text-muted">Picture of</span>
      <select name="picture" className={`${FIELD} max-w-full`}>
        {pictures.map(({ name, title }, index) => (
          <option key={name} value={index === 0 ? '' : name}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

function isOneOf(parameter: Parameter | undefined): parameter is OneOf {
  return parameter !== undefined && 'values' in parameter;
}

function ParameterField({ name, of: { label, values, read } }: { name: string; of: OneOf }) {
  return (
    <label className="grid max-w-full grid-cols-[minmax(0,1fr)] gap-1">
      <span className="text-muted">{label}</span>
      <select name={name} defaultValue={read([]).value} className={`${FIELD} max-w-full`}>
        {Object.entries(values).map(([value, meaning]) => (
          <option key={value} value={value}>
            {meaning}
          </option>
        ))}
      </select>
    </label>
  );
}

/**
 * The picture as the form around it would make it. Without scripts it shows the
 * form's first choices and leads to that picture.
 */
function PicturePreview({
  href,
  title,
}: {
  /** Address of the picture with every choice left at its default. */
  href: string;
  title: string;
}) {
  return (
    <picture-preview href={href} className="grid max-w-full gap-1">
      {/* As high as the squarest of the usual sizes: whatever is chosen, nothing below moves. */}
      <a href={href} className="flex h-60 w-80 max-w-full items-start">
        {/* biome-ignore lint/performance/noImgElement: an SVG that is drawn once and needs no resizing */}
        <img
          src={href}
          alt={`Preview: ${title}`}
          loading="lazy"
          className="max-h-full max-w-full border"
        />
      </a>
      <p role="status" className="text-xs text-muted">
        Preview
      </p>
    </picture-preview>
  );
}
