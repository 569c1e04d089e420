/** Time as a port: real in the server, virtual in the simulation. */
export interface Clock {
  /** Epoch ms. */
  now(): number
  /** Does the work once, that much later; the answer takes it back. */
  after(ms: number, work: () => void): () => void
}

/** Does the work again and again, each time so long after it was done; the answer ends it. The work must not throw. */
export function every(clock: Clock, ms: number, work: () => Promise<void> | void): () => void {
  let isOver = false
  let cancel = clock.after(ms, run)
  async function run(): Promise<void> {
    await work()
    if (!isOver) cancel = clock.after(ms, run)
  }
  return () => {
    isOver = true
    cancel()
  }
}
