/** CPUs replaced by accelerators, filled in: the claim names dollars, and how many servers is solved for. */
import type { Orm } from '@/db/orm';
import { toMidpoint } from '@/estimates/model';
import { formatValue } from '@/units/format-value';
import {
  exactly,
  getAssumptions,
  getPublishedEstimates,
  type Preset,
  toGiven,
  toThreeDigits,
} from './preset';

export async function listReplacementPresets(orm: Orm): Promise<Preset[]> {
  const [estimates, assumptions] = await Promise.all([
    getPublishedEstimates(orm),
    getAssumptions(orm, 'replacement'),
  ]);
  const claim = estimates.get('article-cpu-vs-gpu-dc')?.figures;
  const [before, after] = [claim?.get('cost-on-cpus'), claim?.get('cost-on-gpus')];
  const server = estimates.get('article-bing-inference')?.figures.get('launch-price-of-server');
  const cpu = assumptions.cpu_server_price_usd;
  if (!before || !after || !server || !cpu) return [];
  const cpuServers = before.value / toMidpoint(cpu.range);
  const replaced = toThreeDigits(cpuServers / (after.value / server.value));
  const [claimed, small] = [before.value, after.value].map((value) => formatValue(value, 'USD'));
  return [
    {
      slug: 'article-cpu-to-gpu',
      name: '$1 billion of CPUs, 2023',
      group: 'From the article',
      about: [
        `Jensen Huang, as CNBC quoted him: a data center of CPUs for ${claimed} becomes one of GPUs for ${small}. What work it does, and how many servers that is, was not said.`,
        `Solved for: ${small} buys ${formatValue(after.value / server.value, 'servers')} DGX A100 at their launch price, so each does the work of ${formatValue(replaced, 'servers')} CPU servers at the middle of the prices assumed. For work that runs as well on CPUs, the claim says nothing.`,
      ],
      ways: {},
      given: {
        ...assumptions,
        cpu_capital_usd: toGiven(before)!,
        server_price_usd: toGiven(server)!,
        cpu_servers_replaced: {
          range: exactly(replaced),
          origin: {
            kind: 'derived',
            text: 'Hidden in the claim and solved for: CPU servers for the one price over servers with accelerators for the other.',
            source: after.source,
          },
        },
      },
      published: [
        {
          result: 'capital_usd',
          label: 'The GPU data center, as claimed',
          value: after.value,
          source: after.source,
        },
      ],
    },
  ];
}
