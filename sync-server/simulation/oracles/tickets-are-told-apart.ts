/** Each question is one ticket with a number of its own, and all that was said of it stands in one order. */
import { must } from '../../../domain/values/assert.ts'
import { type IntentId, ticketIdOf } from '../../../domain/values/ids.ts'
import type { MakeOracle } from './oracle.ts'

export const ticketsAreToldApart: MakeOracle = (world) => ({
  title: 'every question is one ticket with a number of its own',
  atEnd: async () => {
    const { storage } = must(world.host.server, 'the world has healed')
    const tickets = await storage.read
      .selectFrom('ticket')
      .select(['id', 'number'])
      .orderBy('number')
      .execute()
    const entries = await storage.read
      .selectFrom('ticket_entry')
      .select(['ticket_id', 'n'])
      .execute()
    const asked = await storage.read
      .selectFrom('intent')
      .select('id')
      .where('kind', '=', 'ticket.open')
      .where('settled', 'like', '%"kind":"confirmed"%')
      .execute()
    const known = new Set<string>(tickets.map(({ id }) => id))
    return [
      ...tickets.flatMap(({ id, number }, index) =>
        number === index + 1 ? [] : [`${id} is number ${number}, the how many-th is ${index + 1}`],
      ),
      ...asked.flatMap(({ id }) => {
        const ticketId = ticketIdOf(id as IntentId) // it was settled under it
        return known.has(ticketId) ? [] : [`${id} was answered, and there is no ticket`]
      }),
      ...tickets.flatMap(({ id }) => {
        const numbers = entries.flatMap((one) => (one.ticket_id === id ? [one.n] : []))
        return Math.max(...numbers) === numbers.length ? [] : [`${id} misses what was said`]
      }),
    ]
  },
})
