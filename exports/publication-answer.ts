/**
 * What all downloads share, of charts, datasets and calculators: the snapshot that is asked
 * for, the file in its format, and the form that leads to it.
 */
import { snapshotParameter } from '@/address/frozen-links';
import { listParameters, toQuery, writeAddress } from '@/address/href';
import { type ParameterProblem, type Query, readAddress } from '@/address/parameters';
import type { Tracker } from '@/db/connection';
import { openSnapshot } from '@/db/open-snapshot';
import type { Snapshot } from '@/db/snapshot-tables';
import {
  answerFile,
  answerProblem,
  answerUnchanged,
  answerUnknownName,
  answerWrongParameters,
  toETag,
} from './answer';
import { type ExportFormat, type ExportValues, toFileName } from './format';
import { formats, getFormat, listFormats } from './formats';
import { listLinks } from './links';
import type { Publication } from './publication';

export interface Asked {
  /** With `snapshot=` the figures as they were, for as long as that snapshot is kept. */
  readonly tracker: Tracker;
  /** The answer will never change. */
  readonly lasts: boolean;
  /** Without the snapshot. */
  readonly query: Query;
}

/** The tracker that the query asks for, or a 404 that says what became of it. */
export function openAsked(current: Tracker, whole: Query): Asked | Response {
  const { snapshot: _, ...query } = whole;
  const { values, problems } = readAddress({ snapshot: snapshotParameter }, whole);
  const { snapshot: id } = values;
  if (id === '') return { tracker: current, lasts: false, query };
  const tracker = problems.length > 0 ? null : openSnapshot(id);
  if (tracker) return { tracker, lasts: true, query };
  return answerProblem({
    status: 404,
    title: 'There is no such snapshot',
    detail: `No snapshot "${id}" is kept. /snapshots.json lists those that are; without snapshot= the present figures are given.`,
    problems: [
      {
        parameter: 'snapshot',
        found: [whole.snapshot].flat().join(', '),
        allowed: snapshotParameter.allowed,
      },
    ],
  });
}

/** What a snapshot cannot show because it is older than the tables it would be read from. */
export function answerTooOld(
  { id, collected_on }: Snapshot,
  what: string,
  lacking: readonly string[],
): Response {
  return answerProblem({
    status: 404,
    title: 'This snapshot is older than these figures',
    detail: `Snapshot ${id}, collected ${collected_on}, was published before ${lacking.join(', ')} became part of the tracker, and ${what} cannot be shown without. /snapshots.json lists later snapshots; without snapshot= the present figures are given.`,
    problems: [
      { parameter: 'snapshot', found: id, allowed: 'Use a later snapshot, or leave it out.' },
    ],
  });
}

/** One kind of what is published, and how an address asks for a file of it. */
export interface Published<T> {
  readonly kind: Publication['kind'];
  readonly find: (slug: string) => T | null | undefined;
  /** The names that there are. */
  readonly known: () => readonly string[];
  /** Where they are told, in a sentence; all of them where absent. */
  readonly list?: string;
  readonly read: (
    thing: T,
    asked: Asked & { readonly url: string },
    format: ExportFormat,
  ) => Promise<Response | Read>;
}

/** What an address asks for; with a problem it is refused. */
export interface Read {
  /** Of the format's own parameters. */
  readonly values: ExportValues;
  readonly problems: readonly ParameterProblem[];
  /** `links` are further values of the Link header. */
  readonly build: () => Promise<{ publication: Publication; links?: readonly string[] }>;
}

/**
 * Answers for the files of a kind. What does not exist is named, and a wrong parameter
 * explained; whoever has the file already gets a 304, which costs no publication.
 */
export function answerFilesOf<T extends object>({ kind, find, known, list, read }: Published<T>) {
  return async (
    request: Request,
    current: Tracker,
    { slug, extension }: { slug: string; extension: string },
  ): Promise<Response> => {
    const thing = find(slug);
    if (!thing) return answerNoSuch({ kind, known, list }, slug);
    const format = getFormat(kind, extension);
    if (!format) return answerUnknownFormat(kind, extension, listFormats(kind));
    const asked = openAsked(current, toQuery(request.url));
    if (asked instanceof Response) return asked;
    const found = await read(thing, { ...asked, url: request.url }, format);
    if (found instanceof Response) return found;
    const { values, problems, build } = found;
    if (problems.length > 0) {
      // Whatever makes sense by itself is ruled out by the rest of the address.
      const explained = problems.map(async (problem) => {
        const { [problem.parameter]: own } = asked.query;
        const query = own === undefined ? asked.query : { [problem.parameter]: own };
        const alone = await read(thing, { ...asked, query, url: request.url }, format);
        const isRuledOut = !(alone instanceof Response) && alone.problems.length === 0;
        return isRuledOut ? { ...problem, isRuledOut } : problem;
      });
      return answerWrongParameters(await Promise.all(explained));
    }
    const { tracker, lasts } = asked;
    const etag = toETag(request, tracker.snapshot.id);
    const unchanged = answerUnchanged(request, etag, lasts);
    if (unchanged) return unchanged;
    const { publication, links = [] } = await build();
    const { body, problem } = await format.render(publication, values);
    if (problem) return answerWrongParameters([{ ...problem, isRuledOut: true }]);
    return answerFile(
      {
        body,
        mediaType: format.mediaType,
        fileName: toFileName(publication, format, values),
        lasts,
        links: [...listLinks(publication, format), ...links],
        shown: format.isShown ?? false,
      },
      etag,
    );
  };
}

/** Nothing of this kind bears that name. */
export function answerNoSuch(
  { kind, known, list }: Omit<Published<never>, 'find' | 'read'>,
  slug: string,
): Response {
  const names = known();
  const all = list ?? `There are: ${names.join(', ')}.`;
  return answerUnknownName(kind, slug, { known: names, list: all });
}

export function answerUnknownFormat(
  kind: Publication['kind'] | 'deck',
  extension: string,
  offered: readonly Pick<ExportFormat, 'extension'>[],
): Response {
  const extensions = offered.map((one) => one.extension);
  return answerProblem({
    status: 404,
    title: 'There is no such format',
    detail: `A ${kind} is not offered as ".${extension}". Formats: ${extensions.join(', ')}.`,
  });
}

/**
 * The form of the download panel, which knows the format only when it is sent: the file it
 * asks for. What the chosen format has no use for, such as the theme of a CSV, is left out,
 * and so are defaults.
 */
export function readDownloadForm(
  url: string,
  kind: Publication['kind'],
  slug: string,
): { readonly address: string; readonly extension: string } | Response {
  const asked = listParameters(url);
  const extension = asked.find(([name]) => name === 'format')?.[1] ?? '';
  const format = getFormat(kind, extension);
  if (!format || !/^[a-z0-9-]+$/.test(slug)) {
    return answerUnknownFormat(kind, extension, listFormats(kind));
  }
  const optional = new Set(formats.flatMap(({ parameters }) => Object.keys(parameters)));
  const kept = asked.filter(([name, value]) => {
    if (name === 'format' || value === '') return false;
    const own = format.parameters[name];
    if (own) return own.read([]).text !== value;
    // A dataset's columns are parameters, too, whatever they are called.
    return kind === 'dataset' || !optional.has(name);
  });
  return { address: writeAddress(`/${kind}s/${slug}.${extension}`, kept), extension };
}

/** A file that a browser saves also where it could show it: whoever asked keeps the page. */
export function toSaved(answer: Response): Response {
  const headers = new Headers(answer.headers);
  const shown = headers.get('content-disposition');
  if (shown) headers.set('content-disposition', shown.replace(/^inline/, 'attachment'));
  return new Response(answer.body, { status: answer.status, headers });
}
