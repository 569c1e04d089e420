/** No request is closed over a word of its member that whoever closed it had not read. */
import type { Intent } from '../../../domain/bookings/wishes/intent.ts'
import type { TicketEntry } from '../../../domain/support/ticket.ts'
import { must } from '../../../domain/values/assert.ts'
import { parseKept } from '../../storage/parse-kept.ts'
import { operator } from '../site.ts'
import type { MakeOracle } from './oracle.ts'

export const closedAsRead: MakeOracle = (world) => ({
  title: 'no request is closed over a word that was not read',
  atEnd: async () => {
    const { storage } = must(world.host.server, 'the world has healed')
    const closed = await storage.read
      .selectFrom('intent')
      .select('record')
      .where('kind', '=', 'ticket.set-state')
      .where('settled', 'like', '%"kind":"confirmed"%')
      .orderBy('arrival')
      .execute()
    const rows = await storage.read
      .selectFrom('ticket_entry')
      .select('body')
      .orderBy('ticket_id')
      .orderBy('n')
      .execute()
    const entries = rows.map(({ body }) => parseKept<TicketEntry>(body))
    const wishes = closed.map(({ record }) => parseKept<Intent<'ticket.set-state'>>(record).body)
    return [...new Set(wishes.map(({ ticketId }) => ticketId))].flatMap((id) => {
      const of = entries.filter(({ ticketId }) => ticketId === id)
      const ends = of.filter((one) => one.kind === 'state' && one.state === 'resolved')
      // The team alone closes here, so that its wishes and the ends come in the same order.
      return wishes
        .filter(({ ticketId }) => ticketId === id)
        .flatMap(({ seen = 0 }, index) => {
          const end = must(ends[index], 'each was closed once').n
          const isUnread = ({ kind, by, n }: TicketEntry) =>
            kind === 'said' && by !== operator.id && n > seen && n < end
          return of.some(isUnread) ? [`${id} was closed over what was said behind ${seen}`] : []
        })
    })
  },
})
