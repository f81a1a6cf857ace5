/** What readers were answered, and what that says about the site: failures, order, hits. */

export interface ReaderAnswer {
  readonly kind: 'live' | 'permalink' | 'file';
  readonly address: string;
  /** 0: no answer, or one that broke off. */
  readonly status: number;
  /** `performance.now()` when it was asked and when the last byte was there. */
  readonly asked_ms: number;
  readonly answered_ms: number;
  /** When what it shows was published, in seconds; null: it does not say. */
  readonly published: number | null;
  /** Whether the cache in front had it. */
  readonly isHit: boolean;
}

/** Those without a whole answer of 200. */
export function listFailures(answers: readonly ReaderAnswer[]): ReaderAnswer[] {
  return answers.filter(({ status }) => status !== 200);
}

/**
 * Live answers that show an older snapshot than some reader had already been shown when they
 * were asked for. Stricter than each reader by himself: two who talk see no step back either.
 */
export function listStepsBack(answers: readonly ReaderAnswer[]): ReaderAnswer[] {
  const live = answers.filter(({ kind, published }) => kind === 'live' && published !== null);
  const byEnd = live.toSorted((a, b) => a.answered_ms - b.answered_ms);
  let [ended, newest] = [0, Number.NEGATIVE_INFINITY];
  return live
    .toSorted((a, b) => a.asked_ms - b.asked_ms)
    .filter(({ asked_ms, published }) => {
      for (let one = byEnd[ended]; one && one.answered_ms <= asked_ms; one = byEnd[ended]) {
        newest = Math.max(newest, one.published ?? newest);
        ended += 1;
      }
      return (published ?? newest) < newest;
    });
}

/** Of 1; NaN where nothing was answered. */
export function toHitRate(answers: readonly ReaderAnswer[]): number {
  const whole = answers.filter(({ status }) => status === 200);
  return whole.filter(({ isHit }) => isHit).length / whole.length;
}

/** Varnish names the request, and where it had the answer also the one that had fetched it. */
export function isVarnishHit(header: string | undefined): boolean {
  return /^\d+ \d+$/.test(header ?? '');
}
