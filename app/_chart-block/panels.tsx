/**
 * What a chart's actions open: its files, its links and citations, the code of a frame.
 * Links and forms, so that all of it works without scripts; buttons that copy come on top.
 */
import { Fragment } from 'react';
import { type Panel, panelNames } from '@/address/opened';
import type { OneOf, Parameter } from '@/address/parameters';
import { toChartPublication } from '@/exports/chart-publication';
import type { Embedded } from '@/exports/embed/layout';
import type { ExportFormat } from '@/exports/format';
import { listFormats, listOfferedFiles } from '@/exports/formats';
import { toFormatHref } from '@/exports/links';
import type { Publication } from '@/exports/publication';
import type { ChartView } from '@/views/chart-view';
import { FIELD, Options } from '../_ui/field';
import { CopyButton, Links, Snippets } from './citation';
import { MarkForms } from './mark-forms';

export function BlockPanel({
  view,
  panel,
  heading,
  toPanelHref,
}: {
  view: ChartView;
  /** Of its parts: one level below the chart's finding. */
  heading: Heading;
  panel: Panel;
  /** Where another panel is open, or none. */
  toPanelHref: (panel: Panel | null) => string;
}) {
  const publication = toChartPublication(view, view.snapshot);
  const others = Object.entries(panelNames) as [Panel, string][];
  return (
    <section
      role="dialog"
      aria-label={panelNames[panel]}
      tabIndex={-1}
      className="panel no-print"
      data-panel={panel}
    >
      <header>
        <div className="tabs">
          {others.map(([name, label]) => (
            <a key={name} href={toPanelHref(name)} aria-current={name === panel || undefined}>
              {label}
            </a>
          ))}
        </div>
        <a href={toPanelHref(null)} className="close" aria-label="Close">
          ×
        </a>
      </header>
      {panel === 'download' && <Files publication={publication} heading={heading} />}
      {panel === 'cite' && <Links publication={publication} heading={heading} />}
      {panel === 'embed' && <Codes embedded={{ publication, drawable: view.drawable }} />}
      {panel === 'mark' && <MarkForms view={view} heading={heading} />}
    </section>
  );
}

function FileList({
  publication,
  kinds,
}: PartProps & { readonly kinds: readonly ExportFormat['kind'][] }) {
  return (
    <ul>
      {listOfferedFiles(publication.kind, kinds).map(({ extension, name, purpose, values }) => (
        <li key={name}>
          <a href={toFormatHref(publication, extension, values)} download="">
            {name}
          </a>
          : {purpose}
        </li>
      ))}
    </ul>
  );
}

/** What it needs to know how high a frame is, pages load only where it is asked for. */
async function Codes(props: { embedded: Embedded }) {
  const { EmbedCodes } = await import('./embed-codes');
  return <EmbedCodes {...props} />;
}

/** The same for an estimate, which has no block around it. */
export function PublicationPanel({ publication }: { publication: Publication }) {
  return (
    <details id={`${publication.slug}-share`} className="files no-print">
      <summary>Download, share &amp; cite</summary>
      <Files publication={publication} heading="h2" />
      <Links publication={publication} heading="h2" />
    </details>
  );
}

type Heading = 'h2' | 'h3';

interface PartProps {
  readonly publication: Publication;
}

function Files({ publication, heading: Heading }: PartProps & { heading: Heading }) {
  const forSpreadsheets = toFormatHref(publication, 'csv', { for: 'spreadsheet' });
  return (
    <>
      {publication.pictures.length > 0 && <PictureForm publication={publication} />}
      <div className="data-files">
        {publication.pictures.length > 0 && (
          <>
            <Heading>Slides and documents</Heading>
            <FileList publication={publication} kinds={['document']} />
          </>
        )}
        <Heading>Data</Heading>
        <FileList publication={publication} kinds={['data', 'bundle']} />
        <p>
          <CopyButton label="Copy data" copied={{ what: 'data', href: forSpreadsheets }} />
        </p>
        <Snippets publication={publication} />
      </div>
    </>
  );
}

/** Of these the file takes what differs from its first choice. */
const CHOICES = ['size', 'theme', 'background', 'density'];
/** They overrule the size; empty at first. */
const SIDES = { width: 'Width', height: 'Height' };

/** The choices of a picture; its file is an address that this form spells. */
function PictureForm({ publication }: PartProps) {
  const { kind, title, href, pictures } = publication;
  const [path, query = ''] = href.split('?');
  const formats = listFormats(kind).filter((format) => format.kind === 'picture');
  const parameters: Readonly<Record<string, Parameter>> = Object.assign(
    {},
    ...formats.map((format) => format.parameters),
  );
  return (
    <form action={`/download${path}`} className="picture-form" aria-label={`Image: ${title}`}>
      {[...new URLSearchParams(query)].map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <PicturePreview href={toFormatHref(publication, 'svg')} title={title} />
      {pictures.length > 1 && (
        <Options
          label="Image of"
          name="picture"
          options={pictures.map(({ name, title }, index) => [index === 0 ? '' : name, title])}
        />
      )}
      <Options
        label="Format"
        name="format"
        options={formats.map(({ extension, name }) => [extension, name])}
      />
      {CHOICES.map((name) => {
        const parameter = parameters[name];
        return (
          isOneOf(parameter) && (
            <Fragment key={name}>
              <Options
                label={parameter.label}
                name={name}
                options={Object.entries(parameter.values)}
                chosen={parameter.read([]).value}
              />
              {name === 'size' && <OwnSize parameters={parameters} />}
            </Fragment>
          )
        );
      })}
      <p className="ours-only">
        Server images leave out your figures. Use the image under “Your data”.
      </p>
      <p className="panel-buttons">
        <button type="submit" className="primary">
          Download image
        </button>
        <CopyButton
          label="Copy image"
          copied={{
            what: 'image',
            href: toFormatHref(publication, 'png'),
            choices: ['picture', ...Object.keys(SIDES), ...CHOICES],
          }}
        />
      </p>
    </form>
  );
}

/** Pixels of one's own, within the bounds that the parameters declare. */
function OwnSize({ parameters }: { parameters: Readonly<Record<string, Parameter>> }) {
  return (
    <fieldset className="options">
      <legend>Pixels</legend>
      {Object.entries(SIDES).map(([name, label]) => {
        const { minimum, maximum } = parameters[name]?.schema ?? {};
        return (
          <label key={name} title={parameters[name]?.meaning}>
            {label}{' '}
            <input
              type="number"
              name={name}
              min={Number(minimum)}
              max={Number(maximum)}
              placeholder="auto"
              className={`${FIELD} w-24`}
            />
          </label>
        );
      })}
    </fieldset>
  );
}

function isOneOf(parameter: Parameter | undefined): parameter is OneOf {
  return parameter !== undefined && 'values' in parameter;
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
    <picture-preview href={href}>
      <a href={href} className="preview">
        {/* biome-ignore lint/performance/noImgElement: an SVG that is drawn once and needs no resizing */}
        <img src={href} alt={`Preview: ${title}`} loading="lazy" />
      </a>
      <span role="status" />
    </picture-preview>
  );
}
