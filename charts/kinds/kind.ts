/**
 * What a kind of picture knows of its models, without drawing them and drawing them. A kind
 * is a folder beside this file and a line in `charts/kinds.ts`.
 */

import type { Period } from '@/units/period';
import type { Drawing, Size } from '../canvas';
import type { Figure, Named, Names, Origin, Spot } from './figure';
import type { ChartTable } from './table';
import type { Series } from './time/model';

/** What a figure of a drawing says when it is pointed at. */
interface Reading {
  readonly name: string;
  readonly text: string;
  /** By which figures that are read together are put in order; absent: they stay as they come. */
  readonly value?: number;
  /** How it changed from a year earlier: "+53%", "−1.2 points"; absent: not known. */
  readonly change?: string;
  /** The period or, where there is none, whatever else places the figure. */
  readonly when: string;
  /** Slug of the source. */
  readonly source: string | null;
  /** An address that tells more about this very figure. */
  readonly evidence: string | null;
}

export interface ChartKind<Model> {
  /** By what the figure nearest to a pointer is found. */
  readonly nearness: 'column' | 'row' | 'point';
  /** Whatever the picture shows, in the model's order; a picture of nothing says so. */
  listFigures(model: Model): readonly unknown[];
  /** Reads a hit of a drawing of this model by its series and period. */
  buildReader(model: Model): (series: number, period: number) => Reading;
}

/** How a visitor's own figures stand among those of a model. */
interface OwnFigures<Model> {
  /** Whether their rows have a period each. */
  readonly hasPeriods: boolean;
  /** What a row of their file holds, in words. */
  readonly row: string;
  /** Ours and theirs in one model; `notes` are what else is to be said of theirs. */
  merge(model: Model, own: readonly Series[], notes: readonly string[]): Model;
  /** A small CSV of invented figures that fits: a start for one's own. */
  buildSample(model: Model): string;
}

/** A kind of published charts, whose figures have sources, tables and files. */
export interface FiguresKind<Model> extends ChartKind<Model> {
  /** Which charts they are, and what a row of their files is. */
  readonly words: { readonly of: string; readonly row: string };
  /** Entries, or the points of series that have a figure. Entries of lanes carry no value. */
  listFigures(model: Model): readonly Figure[];
  /** Whatever the picture rests on. */
  listOrigins(model: Model): readonly Origin[];
  /** The periods along its axis, oldest first; none where it has no axis of time. */
  listPeriods(model: Model): readonly Period[];
  /** When its figures were known; nothing of what is only projected. `collectedOn` is ISO. */
  listDates(model: Model, collectedOn: string): readonly Pick<Period, 'kind' | 'label' | 'end'>[];
  readonly names: Names<Model>;
  /** What a reader’s note may name besides; absent: nothing. */
  listEntries?(model: Model): readonly Named[];
  /** Tells of a hit of a drawing of this model what it is of. */
  locate(model: Model): (series: number, period: number) => Spot;
  /** Absent where a picture takes no figures of others. */
  readonly own?: OwnFigures<Model>;
  /** What its picture must say of how it shows this model, a note each; absent: nothing. */
  describeDrawn?(model: Model): readonly string[];
  /** Its figures for pages, files and whoever else shows them. */
  toTable(model: Model): ChartTable;
}

/** How a kind of picture is drawn, and how it takes the room that it gets. */
export interface PictureKind<Model> {
  /** `label` is the drawing's text alternative. Pure: same model, same text. */
  draw(model: Model, size: Size, label: string): Drawing;
  /** Whether it is as high as it has rows, whatever height is asked for. */
  readonly hasOwnHeight?: boolean;
  /** Its height on a page, in pixels; absent: that of every picture. */
  readonly pageHeight?: number;
  /** The model as a card shows it, seen small in a feed: its main figures alone. Absent: as it is. */
  condense?(model: Model): Model;
  /** Absent where all of a model is drawn, or nothing. */
  readonly rows?: PictureRows<Model>;
}

/** Rows of which a picture may leave some out; tables and files have all. */
export interface PictureRows<Model> {
  /** How many a drawing shows. */
  countDrawn(model: Model): number;
  /** How many a drawing of at most this height has room for. */
  countFitting(model: Model, size: Size): number;
  /** How many of those that are counted the first rows of a picture hold; absent: one each. */
  countIn?(model: Model, rows: number): number;
  /** The model with as many rows, how many others there are, and what to say of them; null of none. */
  keep(
    model: Model,
    rows: number,
  ): { readonly shown: Model; readonly note: string | null; readonly left: number };
}
