/** A ranking drawn as bars or, for figures of different things, as rows of dots. */

import type { PictureKind } from '../kind';
import { countBars, countFittingBars, drawRanking } from './bars';
import { countFittingRows, drawDotRows, selectSpread } from './dot-rows';
import { type RankModel, selectRows } from './model';

export const picture: PictureKind<RankModel> = {
  draw: (model, size, label) => (model.marks ? drawDotRows : drawRanking)(model, size, label),
  hasOwnHeight: true,
  // Without headings and further columns.
  condense: (model) => ({
    ...model,
    columns: [],
    entries: model.entries.map(({ group: _, ...entry }) => ({ ...entry, details: [] })),
  }),
  rows: {
    countDrawn: (model) => (model.marks ? model.entries.length : countBars(model)),
    countFitting: (model, { width, height }) =>
      model.marks ? countFittingRows(model, width, height) : countFittingBars(height),
    keep(model, rows) {
      const { entries, marks } = model;
      const of = entries.length;
      if (rows === of) return { shown: model, note: null, left: 0 };
      const left = of - rows;
      // Of single figures some that stand for all, else the first.
      return marks
        ? {
            shown: { ...model, entries: selectSpread(entries, rows) },
            note: `${rows} of ${of} rows.`,
            left,
          }
        : {
            shown: { ...model, entries: selectRows(entries, rows) },
            note: `The first ${rows} of ${of}.`,
            left,
          };
    },
  },
};
