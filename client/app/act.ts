import { createSignal } from 'solid-js'
import { words } from '../ui/words.ts'
import type { Answer } from './ask-space.ts'

/** One thing at a time that needs the space: whether it runs, and in words what went wrong. */
export function createAct() {
  const [isBusy, setIsBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string | null>(null)
  return {
    isBusy,
    trouble,
    /** The body of the answer, or null after saying why there is none. */
    async run(ask: () => Promise<Answer>): Promise<unknown> {
      setIsBusy(true)
      setTrouble(null)
      const answer = await ask().catch(
        (): Answer => ({ ok: false, message: words.account.thisNeedsConnection }),
      )
      setIsBusy(false)
      if (answer.ok) return answer.body
      setTrouble(answer.message)
      return null
    },
  }
}
