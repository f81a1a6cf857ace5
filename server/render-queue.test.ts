import { describe, expect, it } from 'vitest';
import { Busy, buildRenderQueue, Left } from './render-queue';

/** Work that ends when it is told to, in the order in which it began. */
function buildWork() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((done) => ends.set(name, () => done(name)));
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise(setImmediate);
  };
  return { begun, work, end };
}

const page = (client: string) => ({ client, kind: 'page' });
const refusal = (done: Promise<unknown>) => done.catch((error: Error) => error);

describe('a queue in front of a renderer', () => {
  it('lets in so many at once, the clients in turn', async () => {
    const { begun, work, end } = buildWork();
    const queue = buildRenderQueue({ atOnce: 1 });
    for (const name of ['a1', 'a2', 'a3']) queue.add(work(name), page('a'));
    queue.add(work('b1'), page('b'));
    for (const name of ['a1', 'a2', 'b1', 'a3']) await end(name);
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
    expect([queue.running, queue.waiting]).toEqual([0, 0]);
  });

  it('lets what is small pass by what is large, also of one client', async () => {
    const { begun, work, end } = buildWork();
    const queue = buildRenderQueue({ atOnce: 2 });
    for (const name of ['pdf1', 'pdf2', 'pdf3']) {
      queue.add(work(name), { client: 'a', kind: 'large pdf', isHeavy: true });
    }
    expect(begun).toEqual(['pdf1']);
    queue.add(work('svg'), { client: 'a', kind: 'svg' });
    expect(begun).toEqual(['pdf1', 'svg']);
    await end('pdf1');
    expect(begun).toEqual(['pdf1', 'svg', 'pdf2']);
  });

  it('refuses beyond its bounds, and one client before the others', async () => {
    const { work } = buildWork();
    const queue = buildRenderQueue({ atOnce: 1, maxWaiting: 3, maxPerClient: 2 });
    for (const name of ['a1', 'a2', 'a3']) queue.add(work(name), page('a'));
    expect(await refusal(queue.add(work('a4'), page('a')).done)).toBeInstanceOf(Busy);
    queue.add(work('b1'), page('b'));
    expect(await refusal(queue.add(work('b2'), page('b')).done)).toBeInstanceOf(Busy);
    expect(queue.waiting).toBe(3);
  });

  it('never begins what nobody waits for any more', async () => {
    const { begun, work, end } = buildWork();
    const queue = buildRenderQueue({ atOnce: 1 });
    queue.add(work('first'), page('a'));
    const [one, other] = [new AbortController(), new AbortController()];
    const ticket = queue.add(work('left'), page('a'));
    const left = refusal(ticket.done);
    ticket.join(one.signal);
    ticket.join(other.signal);
    one.abort();
    expect(queue.waiting).toBe(1);
    other.abort();
    expect(await left).toBeInstanceOf(Left);
    queue.add(work('next'), page('a'));
    await end('first');
    expect(begun).toEqual(['first', 'next']);
  });

  it('goes on after a failure', async () => {
    const { begun, work } = buildWork();
    const queue = buildRenderQueue({ atOnce: 1 });
    const failed = queue.add(() => Promise.reject(new Error('broken')), page('a'));
    queue.add(work('next'), page('a'));
    await expect(failed.done).rejects.toThrow('broken');
    await new Promise(setImmediate);
    expect(begun).toEqual(['next']);
  });
});
