/** What the sample's team has written down, what its members asked lately, and what is known to be broken. */

import type {
  SupportSettings,
  TicketAbout,
  TicketCategory,
} from '../../bookings/wishes/support-requests.ts'
import type { Article } from '../../support/article.ts'
import type { Outage } from '../../support/outage.ts'
import { usualSupport } from '../../support/support-settings.ts'
import type { EntryBody, Ticket, TicketEntry } from '../../support/ticket.ts'
import { toId } from '../../values/ids.ts'
import { HOUR_MS, type Instant, toInstant } from '../../values/instant.ts'
import { harbourLoftId } from './sites.ts'

type Written = readonly [
  id: string,
  category: TicketCategory,
  title: string,
  body: string,
  more?: Partial<Article>,
]

const written: readonly Written[] = [
  [
    'wifi',
    'access',
    'The Wi-Fi does not let me in',
    'The network is called Harbour Loft. Its password is on the board beside the kitchen and changes on the first of each month.\n\nIf your device still says no, forget the network on it and connect again.',
  ],
  [
    'wlan',
    'access',
    'Das WLAN lässt mich nicht hinein',
    'Das Netz heißt Harbour Loft. Das Passwort steht an der Tafel neben der Küche und ändert sich am Ersten jedes Monats.',
    { language: 'de', translates: toId('article', 'art_wifi') },
  ],
  [
    'door',
    'access',
    'How do I get in after six?',
    'The side door on the quay opens with your card until midnight. Hold the card to the reader until it turns green.\n\nGuests come in with you, or with the code in their invitation.',
  ],
  [
    'printer',
    'general',
    'Printing and scanning',
    'The printer stands behind the front desk. Mail a PDF to print@harbourloft.example from the address you sign in with, then hold your card to the printer.\n\nIt scans to the same address.',
  ],
  [
    'bill',
    'billing',
    'What is on my bill?',
    'Your membership for the month ahead, and the rooms and extras of the month behind it. Each line says which day it belongs to.\n\nIs a line wrong? Ask about it from the bill itself, so that we see which one you mean.',
  ],
  [
    'monitor',
    'maintenance',
    'The monitor stays dark',
    'Most often the cable has come loose behind the desk. Push both ends in, then switch the monitor off and on at its lower edge.\n\nStill dark? Report it from the desk on the plan and sit somewhere else in the meantime.',
  ],
  [
    'bikes',
    'general',
    'Bicycles',
    'There is room for twelve in the yard. The gate code is that of the side door.',
    { state: 'draft' },
  ],
]

export function sampleArticles(now: Instant): readonly Article[] {
  return written.map(([id, category, title, body, more], position) => ({
    ...{ id: toId('article', `art_${id}`), siteId: harbourLoftId, language: 'en' },
    ...{ translates: null, category, title, body, state: 'published', position },
    ...{ revision: 1, savedAt: now },
    ...more,
  }))
}

export const sampleSupport: SupportSettings = {
  ...usualSupport,
  savedReplies: [
    {
      title: 'Electrician',
      text: 'Thank you for telling us. The electrician comes within two days; until then please take another desk, at no charge.',
    },
    { title: 'Done', text: 'This is done. Write again here if it is not as it should be.' },
  ],
}

export function sampleOutages(now: Instant): readonly Outage[] {
  return [
    {
      ...{ id: toId('outage', 'out_projector'), siteId: harbourLoftId },
      resourceIds: [toId('resource', 'res_projector')],
      text: 'The projector has no sound. A new cable comes on Thursday.',
      since: hoursBefore(now, 26),
      endedAt: null,
    },
  ]
}

export interface SampleTicket {
  readonly ticket: Ticket
  readonly entries: readonly TicketEntry[]
}

const nothing: TicketAbout = { resourceId: null, bookingId: null, billId: null }
const mara = toId('member', 'mem_mara')

type Step = readonly [hoursAgo: number, by: 'member' | 'mara', body: EntryBody]

const said = (text: string): EntryBody => ({ kind: 'said', text, photos: [], via: 'app' })

/** One that waits for its first answer beyond its time, one that somebody works on, and one that is done. */
export function sampleTickets(now: Instant): readonly SampleTicket[] {
  const make = (number: number, more: Partial<Ticket>, steps: readonly Step[]): SampleTicket => {
    const id = toId('ticket', `tkt_sample-${number}`)
    const memberId = more.memberId ?? toId('member', 'mem_hana')
    const entries = steps.map(
      ([hoursAgo, by, body], index): TicketEntry => ({
        ...{ ticketId: id, n: index + 1, at: hoursBefore(now, hoursAgo) },
        ...{ by: by === 'mara' ? mara : memberId, isOfTeam: by === 'mara' },
        ...body,
      }),
    )
    const openedAt = entries[0]?.at ?? now
    const answer = entries.find(({ isOfTeam, kind }) => isOfTeam && kind === 'said')
    const ticket: Ticket = {
      ...{ id, siteId: harbourLoftId, memberId, number, category: 'general', state: 'open' },
      ...{ about: nothing, via: 'app', openedAt, assignedTo: null, outageId: null },
      replyBy: toInstant(openedAt + usualSupport.replyHours[more.category ?? 'general'] * HOUR_MS),
      repliedAt: answer?.at ?? null,
      lastAt: entries.at(-1)?.at ?? openedAt,
      entries: entries.length,
      ...more,
    }
    return { ticket, entries }
  }
  return [
    make(1, { state: 'resolved', category: 'access', assignedTo: mara }, [
      [70, 'member', said('My card does not open the side door any more.')],
      [69, 'mara', said('It had run out on Friday. It works again, please try.')],
      [69, 'mara', { kind: 'state', state: 'in-progress' }],
      [68, 'member', said('It does, thank you!')],
      [68, 'member', { kind: 'state', state: 'resolved' }],
    ]),
    make(
      2,
      {
        ...{ state: 'in-progress', category: 'maintenance', assignedTo: mara },
        about: { ...nothing, resourceId: toId('resource', 'res_desk-21') },
      },
      [
        [30, 'member', said('The lamp at this desk flickers when the window is open.')],
        [28, 'mara', said('Thanks for telling us. The electrician comes tomorrow morning.')],
        [28, 'mara', { kind: 'state', state: 'in-progress' }],
        [27, 'mara', { kind: 'note', text: 'Booked Ohm & Sons for 8:30, they know the way.' }],
      ],
    ),
    make(3, { category: 'billing', memberId: toId('member', 'mem_anton') }, [
      [29, 'member', said('Can the next bill go to my company’s address?')],
    ]),
  ]
}

function hoursBefore(now: Instant, hours: number): Instant {
  return toInstant(now - hours * HOUR_MS)
}
