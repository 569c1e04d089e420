/** Members ask the team for help and go on asking; the team notes what is its own. */
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
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

/** By whoever runs the place, on the first device, about anybody's. */
export function noteWish(world: World, step: Step): AnyIntent | null {
  const tickets = world.devices.flatMap(ticketsOn)
  if (tickets.length === 0) return null
  const body = { ticketId: at(tickets, step.subject), text: NOTED }
  return makeIntent(world, at(world.devices, 0), 'ticket.note', WISH_MS, body)
}

function ticketsOn({ documents, member }: Device): readonly TicketId[] {
  const { tickets = {} } = documents.read(`tickets/${member.id}`)
  return Object.keys(tickets).filter((key): key is TicketId => isId('ticket', key))
}
