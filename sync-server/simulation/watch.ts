/** The oracles of one world, each told of everything, and what they found. */
import { oracles } from './oracles/all.ts'
import type { Oracle } from './oracles/oracle.ts'
import type { World } from './world.ts'

export interface Violation {
  readonly oracle: string
  readonly what: string
}

/** What one oracle says about a moment; some have to read the disk for it. */
type Answer = Promise<string | null> | string | null | undefined

export interface Watch {
  readonly violations: readonly Violation[]
  tell(ask: (oracle: Oracle) => Answer): void
  /** Resolves when none is still reading. */
  done(): Promise<void>
  /** Everything has come to rest: the last questions. */
  checkEnd(): Promise<void>
}

export function makeWatch(world: World): Watch {
  const watching = oracles.map((make) => make(world))
  const violations: Violation[] = []
  const reading = new Set<Promise<void>>()

  function report(oracle: Oracle, found: string | null): void {
    if (found !== null) violations.push({ oracle: oracle.title, what: found })
  }

  function wait(oracle: Oracle, answer: Promise<string | null>): void {
    // A disk that goes away under a reader shows nothing.
    const read = answer.then((found) => report(oracle, found)).catch(() => undefined)
    reading.add(read)
    void read.finally(() => reading.delete(read))
  }

  return {
    violations,
    tell: (ask) => {
      for (const oracle of watching) {
        const answer = ask(oracle)
        if (answer instanceof Promise) wait(oracle, answer)
        else report(oracle, answer ?? null)
      }
    },
    done: async () => {
      while (reading.size > 0) await Promise.all(reading)
    },
    checkEnd: async () => {
      for (const oracle of watching) {
        for (const what of (await oracle.atEnd?.()) ?? []) report(oracle, what)
      }
    },
  }
}
