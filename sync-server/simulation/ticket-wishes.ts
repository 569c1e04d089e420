/** Members ask the team for help and go on asking; the team answers, notes what is its own, and closes what it takes for done. */
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { readTeamTicket } from '../../domain/support/read-support.ts'
import type { TeamTicket } from '../../domain/support/support-sections.ts'
import { isId, type TicketId } from '../../domain/values/ids.ts'
import type { Device } from './device.ts'
import { catalogue } from './site.ts'
import type { Step } from './step.ts'
import { at, makeIntent, WISH_MS } from './wishes.ts'
import type { World } from './world.ts'

/** Stands in every note: no member's device may ever receive it. */
export const NOTED = 'between-ourselves'

export function ticketWish(world: World, device: Device): AnyIntent {
  const about = { resourceId: null, bookingId: null, billId: null }
  return makeIntent(world, device, 'ticket.open', WISH_MS, {
    ...{ siteId: catalogue.site.id, category: 'general', text: 'The lamp flickers', about },
    forMemberId: null,
  })
}

/** About one that their device knows; null where it knows none. */
export function replyWish(world: World, device: Device, step: Step): AnyIntent | null {
  const tickets = ticketsOn(device)
  if (tickets.length === 0) return null
  const ticketId = at(tickets, step.subject)
  const body = { ticketId, text: 'It still does', photos: [] }
  return makeIntent(world, device, 'ticket.reply', WISH_MS, body)
}

/** By whoever runs the place, on the first device, about what that knows: noted, answered, resolved or taken. Null where it knows of none. */
export function teamWish(world: World, step: Step): AnyIntent | null {
  const desk = at(world.devices, 0)
  const tickets = queueOn(desk)
  if (tickets.length === 0) return null
  const { id: ticketId, entries, assignedTo: from } = at(tickets, step.subject)
  const to = from === null ? desk.member.id : null
  // Where it was written before the device heard more, the question alone was read.
  const seen = step.amount % 2 === 0 ? entries : 1
  switch (step.salt % 5) {
    case 0:
      return makeIntent(world, desk, 'ticket.note', WISH_MS, { ticketId, text: NOTED })
    case 1: {
      const body = { ticketId, text: 'We are on it', photos: [], seen }
      return makeIntent(world, desk, 'ticket.reply', WISH_MS, body)
    }
    case 2:
    case 3: {
      const body = { ticketId, state: 'resolved' as const, seen }
      return makeIntent(world, desk, 'ticket.set-state', WISH_MS, body)
    }
    default:
      return makeIntent(world, desk, 'ticket.assign', WISH_MS, { ticketId, from, to })
  }
}

/** The queue as the team's device has it. */
function queueOn({ documents }: Device): readonly TeamTicket[] {
  const { tickets = {} } = documents.read(`support/${catalogue.site.id}`)
  return Object.values(tickets).flatMap((one) => readTeamTicket(one) ?? [])
}

function ticketsOn({ documents, member }: Device): readonly TicketId[] {
  const { tickets = {} } = documents.read(`tickets/${member.id}`)
  return Object.keys(tickets).filter((key): key is TicketId => isId('ticket', key))
}
