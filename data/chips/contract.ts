/** Accelerators at four levels, so that a figure stays at the level its source used. */
import { date, defineDataset, integer, number, oneOf, reference, slug, text } from '../contract';
import { note } from '../shared-columns';
import { equivalentsSourced, launchesSaid, levelsFit, pricesSaid } from './checks';

const rate = (label: string, what: string, unit: 'TFLOPS' | 'TOPS' = 'TFLOPS') =>
  number({ label, meaning: `Peak rate, ${what}, dense.`, unit, min: 0, optional: true });

export const chips = defineDataset({
  slug: 'chips',
  title: 'Accelerator chips',
  story:
    'Accelerators that any figure of the tracker names, with specifications mostly from Epoch AI’s hardware table. Sources name chips at different levels: an architecture (Hopper), a model (H100), a variant (H100 SXM) or several chips at once (H100 and H200), so each row has a level and a parent, and specifications stand only on the level their source describes. All rates are dense; vendors often print the sparse rate, which is twice as high. A blank cell means that the source does not say, never zero.',
  grain: 'One row per architecture, model, variant or bucket of chips.',
  columns: {
    chip: slug({ label: 'Chip', meaning: 'Short name by which figures cite the chip.' }),
    name: text({ label: 'Name', meaning: 'Name for people.' }),
    vendor: reference({ label: 'Vendor', meaning: 'Who designed it.', to: 'vendors' }),
    level: oneOf({
      label: 'Level',
      meaning: 'How exactly the row names a chip.',
      values: {
        architecture: 'A generation of designs, such as Hopper.',
        model: 'A product, such as H100.',
        variant: 'A form or memory size of a product, such as H100 SXM.',
        bucket:
          'Several products that sources count together, or a unit of performance; no single chip.',
      },
    }),
    parent: reference({
      label: 'Parent',
      meaning: 'The next wider row that holds this one.',
      to: 'chips',
      optional: true,
    }),
    architecture: reference({
      label: 'Architecture',
      meaning: 'The architecture it is built on; our classification.',
      to: 'chips',
      optional: true,
    }),
    generation: integer({
      label: 'Generation',
      meaning: 'Order of the generation within its vendor’s line; our classification.',
      unit: null,
      min: 1,
      optional: true,
    }),
    kind: oneOf({
      label: 'Kind',
      meaning: 'What sort of accelerator it is; our classification.',
      values: {
        'datacenter-gpu': { label: 'Data center GPUs', meaning: 'A GPU for servers.' },
        'workstation-gpu': { label: 'Workstation GPUs', meaning: 'A GPU for workstations.' },
        'consumer-gpu': { label: 'Consumer GPUs', meaning: 'A GPU for games and home computers.' },
        'embedded-gpu': { label: 'Embedded GPUs', meaning: 'A GPU module for robots and devices.' },
        tpu: { label: 'TPUs', meaning: 'Google’s tensor processing unit.' },
        asic: { label: 'Other AI chips', meaning: 'Another chip made for AI alone.' },
        npu: { label: 'Chinese NPUs', meaning: 'A neural processing unit of a Chinese vendor.' },
        mixed: { label: 'Mixed', meaning: 'Several sorts together.' },
      },
    }),
    launch_date: date({
      label: 'Launched',
      meaning: 'Release, often months after the announcement; as exact as the source is.',
      precision: 'partial',
      optional: true,
    }),
    launch_kind: oneOf({
      label: 'Launch kind',
      meaning: 'What the launch date is the date of; blank where there is no date.',
      optional: true,
      values: {
        release: 'Its release.',
        preview:
          'A vendor’s preview, or the month or year of a release that lay ahead when its source was read.',
      },
    }),
    process_nm: number({
      label: 'Process',
      meaning: 'Marketing name of the manufacturing process (TSMC 4N is 4).',
      unit: 'nm',
      min: 1,
      optional: true,
    }),
    transistors_billion: number({
      label: 'Transistors',
      meaning: 'Transistors on the chip or package.',
      unit: 'billion',
      min: 0,
      optional: true,
    }),
    die_mm2: number({
      label: 'Die size',
      meaning: 'Area of the silicon, of all dies of the package together.',
      unit: 'mm²',
      min: 0,
      optional: true,
    }),
    foundry: text({
      label: 'Foundry',
      meaning: 'Who makes the silicon.',
      optional: true,
    }),
    memory_gb: number({
      label: 'Memory',
      meaning: 'Memory on the package.',
      unit: 'GB',
      min: 0,
      optional: true,
    }),
    memory_type: text({
      label: 'Memory type',
      meaning: 'Sort of memory; our classification.',
      optional: true,
    }),
    memory_bandwidth_gb_per_s: number({
      label: 'Memory bandwidth',
      meaning: 'Peak memory bandwidth.',
      unit: 'GB/s',
      min: 0,
      optional: true,
    }),
    intranode_gb_per_s: number({
      label: 'Links within a server',
      meaning: 'Peak bandwidth to the other chips of a server, both ways.',
      unit: 'GB/s',
      min: 0,
      optional: true,
    }),
    internode_gbit_per_s: number({
      label: 'Network',
      meaning: 'Peak bandwidth to other servers.',
      unit: 'Gbit/s',
      min: 0,
      optional: true,
    }),
    fp64_tflops: rate('FP64', '64-bit floating point without matrix units'),
    fp32_tflops: rate('FP32', '32-bit floating point without matrix units'),
    tf32_dense_tflops: rate('TF32', 'TensorFloat-32 on matrix units'),
    fp16_vector_tflops: rate(
      'FP16, plain',
      '16-bit floating point as the list prints it apart from matrix units; never compare it with a matrix rate',
    ),
    fp16_dense_tflops: rate(
      'FP16',
      '16-bit floating point; with matrix units where the chip has them',
    ),
    bf16_dense_tflops: rate('BF16', 'bfloat16'),
    fp8_dense_tflops: rate('FP8', '8-bit floating point'),
    int8_dense_tops: rate('INT8', '8-bit integer', 'TOPS'),
    fp4_dense_tflops: rate('FP4', '4-bit floating point'),
    int4_dense_tops: rate('INT4', '4-bit integer', 'TOPS'),
    h100e: number({
      label: 'H100-equivalents',
      meaning:
        'Peak 8-bit speed (dense) against that of an H100 (1,979 TOPS), as the sales, owners and data centers of Epoch AI count; 16-bit where the chip has no 8-bit rate. Memory and network do not enter.',
      unit: 'H100-equivalents',
      min: 0,
      optional: true,
    }),
    average_price_usd: number({
      label: 'Average price',
      meaning:
        'Rough average of what buyers pay for one, or of what it costs its maker where it is not sold; an estimate of Epoch AI. Never compare it with launch prices.',
      unit: 'USD',
      min: 0,
      optional: true,
    }),
    h100e_source: reference({
      label: 'Equivalents from',
      meaning: 'Where H100-equivalents and average price were read.',
      to: 'sources',
      optional: true,
    }),
    power_w: number({
      label: 'Power',
      meaning: 'Thermal design power.',
      unit: 'W',
      min: 0,
      optional: true,
    }),
    launch_price_usd: number({
      label: 'Launch price',
      meaning: 'Price near launch; compare only prices of the same kind.',
      unit: 'USD',
      min: 0,
      optional: true,
    }),
    price_kind: oneOf({
      label: 'Price kind',
      meaning: 'What sort of price it is.',
      optional: true,
      values: {
        msrp: { label: 'List price', meaning: 'The vendor’s own list price.' },
        street: { label: 'Reseller', meaning: 'A reseller’s price.' },
        analyst: { label: 'Analyst’s estimate', meaning: 'An estimate of what buyers pay.' },
        'cost-estimate': {
          label: 'Estimate of its cost, not sold',
          meaning: 'An estimate of what it costs to make; the part is not sold.',
        },
        'system-share': {
          label: 'Share of a server',
          meaning: 'A server’s price divided by its accelerators, so with CPUs and networking.',
        },
      },
    }),
    price_source: reference({
      label: 'Price source',
      meaning: 'Whose price it is, where that is not the source of the specifications.',
      to: 'sources',
      optional: true,
    }),
    export_controlled_to_china: oneOf({
      label: 'Export to China controlled',
      meaning:
        'Whether the United States restrict its export to China today; blank where not sold as a part or not checked.',
      optional: true,
      values: {
        yes: {
          label: 'License required',
          meaning: 'A license is needed, which was presumed to be denied when the control began.',
        },
        partly: {
          label: 'Licensable or excepted',
          meaning: 'Licensable, or covered by an exception.',
        },
        no: { label: 'Not controlled', meaning: 'Not controlled.' },
      },
    }),
    export_controlled_since: date({
      label: 'Controlled since',
      meaning: 'When the control began, under any terms.',
      precision: 'partial',
      optional: true,
    }),
    export_case_by_case_since: date({
      label: 'Case by case since',
      meaning:
        'When licenses began to be decided case by case instead of being presumed denied; blank where no source says so of the chip.',
      precision: 'partial',
      optional: true,
    }),
    predecessor: reference({
      label: 'Predecessor',
      meaning: 'The chip it followed; our classification.',
      to: 'chips',
      optional: true,
    }),
    source: reference({
      label: 'Source',
      meaning: 'Where the specifications were read; blank on rows that only classify.',
      to: 'sources',
      optional: true,
    }),
    note,
  },
  key: ['chip'],
  checks: [levelsFit, pricesSaid, launchesSaid, equivalentsSourced],
  credit: 'Epoch AI, Data on Machine Learning Hardware (CC BY 4.0), and the sources named',
  license: 'CC-BY-4.0',
});
