/** Why what staff asked for did not happen, in words; null when it did. What a missing connection means is the asker's to say. */
import type { SendAnswer } from '../sync/send-intent.ts'
import { words } from '../ui/words.ts'

export function whyNot(answer: SendAnswer, unreachable: string): string | null {
  switch (answer.kind) {
    case 'unreachable':
      return unreachable
    case 'failed':
      return answer.message
    case 'settled': {
      const { outcome } = answer.settled
      return outcome.kind === 'refused' ? words.refusal(outcome.refusal) : null
    }
  }
}
