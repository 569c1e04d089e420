/** What was cancelled, declined, or lapsed never lives again. A missed booking may: its member was there all the time. */
import type { MakeOracle } from './oracle.ts'

const ended = ['cancelled', 'declined', 'lapsed']

export const endedStaysEnded: MakeOracle = (world) => {
  let known = new Map<string, string>()
  return {
    title: 'a booking that has ended never lives again',
    onRestored: () => {
      known = new Map()
      return null
    },
    afterStep: async () => {
      const rows = await world.host.server?.storage.read
        .selectFrom('booking')
        .select(['id', 'state'])
        .execute()
      const found: string[] = []
      for (const { id, state } of rows ?? []) {
        const before = known.get(id)
        if (before !== undefined && before !== state) found.push(`${id}: ${before}, then ${state}`)
        if (ended.includes(state)) known.set(id, state)
      }
      return found.length === 0 ? null : found.join('; ')
    },
  }
}
