/**
 * Two ends of a connection that never leaves this process. Next answers over it as
 * over any socket, with its own headers, streaming and aborting; nothing of Next's
 * response object has to be imitated.
 */
import { Duplex } from 'node:stream';

/** What one end writes, the other reads; when one is destroyed, both are. */
export function connectInMemory(): [Duplex, Duplex] {
  const near: MemorySocket = new MemorySocket(() => far);
  const far: MemorySocket = new MemorySocket(() => near);
  return [near, far];
}

class MemorySocket extends Duplex {
  /** Called when the other end has read what we wrote. */
  private taken: (() => void) | null = null;

  constructor(private readonly other: () => MemorySocket) {
    super();
  }

  override _read(): void {
    this.other().release();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    // A full reader holds the writer back, so that a large download does not pile up.
    if (this.other().push(chunk)) done();
    else this.taken = done;
  }

  override _final(done: () => void): void {
    this.other().push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.release();
    const other = this.other();
    if (!other.destroyed) process.nextTick(() => other.destroy());
    done(error);
  }

  private release(): void {
    const done = this.taken;
    this.taken = null;
    done?.();
  }
}
