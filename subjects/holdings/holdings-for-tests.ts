/** Holdings and chips for tests: only what a test speaks of has to be said. */
import type { ChipRow } from '../chips/queries';
import type { NamedHolding } from './queries';

/** 1,000 A100 of Meta in operation, changed as the test wants. */
export function buildHolding(more: Partial<NamedHolding> = {}): NamedHolding {
  const { organization = 'meta', chip = 'a100' } = more;
  return {
    holding: `${organization}-${chip}-${more.cluster ?? 'fleet'}-${more.status ?? 'operational'}`,
    organization,
    organization_name: organization,
    organization_kind: 'company',
    country: 'US',
    chip,
    chip_name: chip,
    chip_vendor: 'nvidia',
    accelerators: 1000,
    accelerators_low: null,
    accelerators_high: null,
    h100e: null,
    h100e_low: null,
    h100e_high: null,
    power_mw: null,
    power_basis: null,
    as_of: '2026-08-01',
    as_of_precision: 'day',
    category: 'private-cloud',
    status: 'operational',
    counts: 'stock',
    cluster: null,
    family: 'index-edition',
    edition: 'soai-2026-08',
    kind: 'index-estimate',
    host: null,
    host_name: null,
    tenant: null,
    tenant_name: null,
    part_of: null,
    source: 'list',
    note: null,
    ...more,
  };
}

/** A chip without specifications, changed as the test wants. */
function buildChip(chip: string, more: Partial<ChipRow> = {}): ChipRow {
  return {
    chip,
    name: chip,
    vendor: 'nvidia',
    level: 'model',
    parent: null,
    architecture: null,
    generation: null,
    kind: 'datacenter-gpu',
    launch_date: null,
    launch_kind: null,
    process_nm: null,
    transistors_billion: null,
    die_mm2: null,
    foundry: null,
    intranode_gb_per_s: null,
    internode_gbit_per_s: null,
    fp64_tflops: null,
    tf32_dense_tflops: null,
    fp16_vector_tflops: null,
    fp4_dense_tflops: null,
    int4_dense_tops: null,
    h100e: null,
    average_price_usd: null,
    h100e_source: null,
    memory_gb: null,
    memory_type: null,
    memory_bandwidth_gb_per_s: null,
    fp32_tflops: null,
    fp16_dense_tflops: null,
    bf16_dense_tflops: null,
    fp8_dense_tflops: null,
    int8_dense_tops: null,
    power_w: null,
    launch_price_usd: null,
    price_kind: null,
    price_source: null,
    export_controlled_to_china: null,
    export_controlled_since: null,
    export_case_by_case_since: null,
    predecessor: null,
    source: null,
    note: null,
    ...more,
  };
}

const SXM = {
  level: 'variant',
  parent: 'h100',
  bf16_dense_tflops: 1000,
  fp8_dense_tflops: 2000,
} as const;

/** Round figures that a reader can check in the head. */
export const SOME_CHIPS: readonly ChipRow[] = [
  buildChip('hopper', { level: 'architecture' }),
  buildChip('h100', { architecture: 'hopper', parent: 'hopper' }),
  buildChip('h100-sxm', { ...SXM, architecture: 'hopper', memory_gb: 80, power_w: 700 }),
  buildChip('h100-pcie', { ...SXM, architecture: 'hopper', bf16_dense_tflops: 750, memory_gb: 80 }),
  buildChip('h200', { architecture: 'hopper', parent: 'hopper' }),
  buildChip('h200-sxm', { ...SXM, parent: 'h200', architecture: 'hopper', memory_gb: 141 }),
  buildChip('h100-h200', { level: 'bucket', architecture: 'hopper', parent: 'hopper' }),
  buildChip('a100', {}),
  buildChip('a100-80gb', {
    level: 'variant',
    parent: 'a100',
    bf16_dense_tflops: 300,
    int8_dense_tops: 600,
  }),
  buildChip('v100', {}),
  buildChip('v100-32gb', { level: 'variant', parent: 'v100', fp16_dense_tflops: 125 }),
  buildChip('h100-equivalent', { level: 'bucket' }),
];
