/**
 * Parts that know what they show at different moments, shown in one: nothing that is on the screen moves because a neighbour came later.
 * Each part says once that it knows; what it learns after that is news, and may move.
 */
import { type Accessor, createContext, createSignal } from 'solid-js'

export interface Together {
  readonly isReady: Accessor<boolean>
  /** One more to wait for; what it gives is called when that part knows what it shows. */
  part(): () => void
}

/** Around what asks this device for rows: each question asked below counts as a part, and knows with its first answer. */
export const FirstAnswers = createContext<Together>()

export function createTogether(): Together {
  const waiting = new Set<object>()
  const [open, setOpen] = createSignal(0)
  return {
    isReady: () => open() === 0,
    part: () => {
      const one = {}
      waiting.add(one)
      setOpen(waiting.size)
      return () => {
        if (waiting.delete(one)) setOpen(waiting.size)
      }
    },
  }
}
