/** What depends on a snapshot and a dataset alone is asked once: a snapshot never changes. */
import type { Contract } from '@/data/contract';
import type { Orm } from './connection';

/** The same question, answered from memory from the second time on; failures are not kept. */
export function oncePerSnapshot<V>(
  ask: (orm: Orm, contract: Contract) => Promise<V>,
): (orm: Orm, contract: Contract) => Promise<V> {
  // A connection is to one snapshot, and takes what is known of it along when it goes.
  const known = new WeakMap<Orm, Map<string, Promise<V>>>();
  return (orm, contract) => {
    const answers = known.get(orm) ?? new Map<string, Promise<V>>();
    known.set(orm, answers);
    const answer = answers.get(contract.slug) ?? ask(orm, contract);
    answers.set(contract.slug, answer);
    answer.catch(() => answers.delete(contract.slug));
    return answer;
  };
}
