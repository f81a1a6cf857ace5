/** Promises along the tree of chips. */
import { defineCheck } from '../checks/define-check';

export const levelsFit = defineCheck(
  {
    name: 'levels-fit',
    explanation:
      'A variant hangs below a model, a model below an architecture or a bucket, a bucket below an architecture, an architecture below one that has no parent itself; all of one vendor. So no row is its own ancestor.',
  },
  {
    sql: `SELECT c.rowid AS line, c.parent AS found, c.level, p.level AS parent_level
      FROM chips c JOIN chips p ON p.chip = c.parent
      WHERE c.level || '<' || p.level NOT IN ('variant<model', 'model<architecture',
          'model<bucket', 'architecture<architecture', 'bucket<architecture')
        OR c.vendor <> p.vendor
        OR (c.level = 'architecture' AND p.parent IS NOT NULL)`,
    column: 'parent',
    says: ({ level, parent_level }) => `this is a ${parent_level}, which cannot hold this ${level}`,
    advice: 'Name a wider row of the same vendor.',
  },
  {
    sql: `SELECT rowid AS line, parent AS found FROM chips
      WHERE level = 'variant' AND parent IS NULL`,
    column: 'parent',
    says: 'a variant has no model',
    advice: 'Name the model, or make it one.',
  },
  {
    sql: `SELECT c.rowid AS line, c.architecture AS found
      FROM chips c JOIN chips a ON a.chip = c.architecture WHERE a.level <> 'architecture'`,
    column: 'architecture',
    says: 'this is no architecture',
    advice: 'Name a row of level architecture.',
  },
);

export const pricesSaid = defineCheck(
  {
    name: 'prices-and-controls-said',
    explanation:
      'A launch price says what sort of price it is, a date of export control what control, and its easing comes after it; figures name their source.',
  },
  {
    sql: `SELECT rowid AS line, 'price_kind' AS "column", price_kind AS found FROM chips
      WHERE (launch_price_usd IS NULL) <> (price_kind IS NULL)
      UNION ALL
      SELECT rowid, 'price_source', price_source FROM chips
      WHERE price_source IS NOT NULL AND launch_price_usd IS NULL
      UNION ALL
      SELECT rowid, 'export_controlled_since', export_controlled_since FROM chips
      WHERE export_controlled_since IS NOT NULL
        AND coalesce(export_controlled_to_china, 'no') = 'no'
      UNION ALL
      SELECT rowid, 'export_case_by_case_since', export_case_by_case_since FROM chips
      WHERE export_case_by_case_since <= coalesce(export_controlled_since, '9999')
      UNION ALL
      SELECT rowid, 'source', source FROM chips
      WHERE source IS NULL AND coalesce(launch_date, memory_gb, fp32_tflops, fp16_dense_tflops,
        bf16_dense_tflops, fp8_dense_tflops, int8_dense_tops, power_w, launch_price_usd) IS NOT NULL`,
    says: 'this does not fit the other columns of the row',
    advice: 'Fill both or neither.',
  },
);

export const launchesSaid = defineCheck(
  {
    name: 'launches-said',
    explanation:
      'A launch date says whether it is a release; a release does not lie ahead of the day on which its source was read.',
  },
  {
    sql: `SELECT rowid AS line, launch_kind AS found FROM chips
      WHERE (launch_date IS NULL) <> (launch_kind IS NULL)`,
    column: 'launch_kind',
    says: ({ found }) =>
      found ? 'there is no launch date' : 'the launch date does not say of what it is',
    advice: 'Fill both or neither.',
  },
  {
    sql: `SELECT c.rowid AS line, c.launch_date AS found, s.retrieved
      FROM chips c JOIN sources s ON s.source = c.source
      WHERE c.launch_kind = 'release' AND CASE
        WHEN length(c.launch_date) = 10 THEN c.launch_date > s.retrieved
        ELSE c.launch_date >= substr(s.retrieved, 1, length(c.launch_date)) END`,
    column: 'launch_date',
    says: ({ retrieved }) =>
      `the source was read on ${retrieved}, when this release may have lain ahead`,
    advice: 'Make it a preview, or name the source of the release.',
  },
);

export const equivalentsSourced = defineCheck(
  {
    name: 'equivalents-sourced',
    explanation:
      'H100-equivalents and average prices name their own source, and nothing else does.',
  },
  {
    sql: `SELECT rowid AS line, h100e_source AS found FROM chips
      WHERE (h100e_source IS NULL) <> (coalesce(h100e, average_price_usd) IS NULL)`,
    column: 'h100e_source',
    says: ({ found }) =>
      found ? 'there is no figure from this source' : 'the figure does not say where it is from',
    advice: 'Fill both or neither.',
  },
);
