/** Word between the servers of one world: in order for each that hears it, some time later, and now and then not at all. */
import type { Notices } from '../storage/notices.ts'
import type { Clock } from '../sync/clock.ts'
import type { Random } from './random.ts'

export interface News {
  /** One more server listens, until it leaves. What is said in transactions is told by whoever commits them. */
  join(): { readonly notices: Omit<Notices, 'send'>; leave(): void }
  /** Everybody who listens hears of it, also who said it. */
  tell(text: string): void
  /** Times that a server did not hear what it should have. */
  lost(): number
}

/** A busy database, or a line between data centres. */
const DELAY_MS_MAX = 400
/** A connection that listens is lost now and then, and what is said meanwhile is not said again. */
const LOST = 0.15

interface Ear {
  readonly listeners: Set<(text: string) => void>
  /** When it hears what was said last. */
  hearsAt: number
}

export function makeNews(clock: Clock, random: () => Random): News {
  const ears = new Set<Ear>()
  let lost = 0

  function tell(text: string): void {
    for (const ear of ears) {
      if (random().chance(LOST)) {
        lost += 1
        continue
      }
      ear.hearsAt = Math.max(ear.hearsAt, clock.now() + random().below(DELAY_MS_MAX))
      clock.after(ear.hearsAt - clock.now(), () => {
        for (const listener of ear.listeners) listener(text)
      })
    }
  }

  return {
    join: () => {
      const ear: Ear = { listeners: new Set(), hearsAt: 0 }
      ears.add(ear)
      const leave = () => {
        ears.delete(ear)
        ear.listeners.clear()
      }
      const listen = (listener: (text: string) => void) => {
        ear.listeners.add(listener)
        return () => ear.listeners.delete(listener)
      }
      return {
        notices: { listen, say: async (text) => tell(text), close: async () => leave() },
        leave,
      }
    },
    tell,
    lost: () => lost,
  }
}
