import { expect, it } from 'vitest';
import { sumMemory } from './costs';

it('sums the memory of all processes of a server', () => {
  const metrics = `# TYPE tracker_process_memory_bytes gauge
tracker_process_memory_bytes{process="front"} 1000
tracker_process_memory_bytes{process="pages"} 20000
tracker_kept_pages_bytes 7
`;
  expect(sumMemory(metrics)).toBe(21_000);
});
