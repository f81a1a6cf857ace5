/** Results kept with what they were made from. */

/**
 * `make`, called once for each object: its result is kept as long as the object itself.
 * For objects that never change, such as models.
 */
export function keepPer<From extends object, Made extends object>(
  make: (from: From) => Made,
): (from: From) => Made {
  const kept = new WeakMap<From, Made>();
  return (from) => {
    const known = kept.get(from);
    if (known) return known;
    const made = make(from);
    kept.set(from, made);
    return made;
  };
}
