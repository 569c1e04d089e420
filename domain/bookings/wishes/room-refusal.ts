/** Why a wish is refused that is about a closure, help, events, announcements, messages, a team, or what is had by the month. */
import type { LocalDate } from '../../values/local-date.ts'
import type { Money } from '../../values/money.ts'

/** Not before its end, past by now, further ahead than anything is booked, or one too many. */
export type ClosureProblem = 'backwards' | 'over' | 'too-far' | 'too-many'

export type RoomRefusal =
  /** `limit` is in days from today, or how many there may be. */
  | { readonly reason: 'closure'; readonly problem: ClosureProblem; readonly limit: number }
  /** All there are of it are had by somebody. */
  | { readonly reason: 'addon-none-left'; readonly name: string }
  | { readonly reason: 'addon-too-many'; readonly name: string; readonly max: number }
  /** It was shown for less. */
  | { readonly reason: 'addon-dearer'; readonly name: string; readonly price: Money }
  /** Beside a membership, which they do not have here. */
  | { readonly reason: 'addon-members-only' }
  | { readonly reason: 'unknown-addon' }
  | { readonly reason: 'unknown-ticket' }
  /** The space's own stop for far too many tickets at once. */
  | { readonly reason: 'too-many-tickets'; readonly max: number }
  /** Nobody would read more of it: a new one is opened. */
  | { readonly reason: 'ticket-full' }
  /** Somebody else of the team took it since it was looked at. */
  | { readonly reason: 'ticket-taken' }
  /** Somebody else said something there that whoever answers or closes it had not read. */
  | { readonly reason: 'ticket-went-on' }
  | { readonly reason: 'unknown-article' }
  | { readonly reason: 'too-many-articles'; readonly max: number }
  | { readonly reason: 'unknown-outage' }
  | { readonly reason: 'too-many-outages'; readonly max: number }
  | { readonly reason: 'unknown-event' }
  /** It has ended, or was called off. */
  | { readonly reason: 'event-over' }
  /** Whoever comes already asks for more than there is room for; they keep what they have. */
  | { readonly reason: 'event-full'; readonly left: number }
  | { readonly reason: 'too-many-guests'; readonly max: number }
  /** So many were promised a place already. */
  | { readonly reason: 'event-promised'; readonly going: number }
  | { readonly reason: 'too-many-events'; readonly max: number }
  /** There is nobody of those whom the team would tell something. */
  | { readonly reason: 'nobody-comes' }
  /** Who comes to one event was told something that often within a day. */
  | { readonly reason: 'told-often'; readonly max: number }
  /** A door has noted the same pass so often that it is no guest who comes back. */
  | { readonly reason: 'too-many-entries'; readonly max: number }
  | { readonly reason: 'unknown-perk' }
  | { readonly reason: 'too-many-perks'; readonly max: number }
  | { readonly reason: 'perk-not-yet'; readonly from: LocalDate }
  /** On as many days as one member may. */
  | { readonly reason: 'perk-used'; readonly max: number }
  | { readonly reason: 'unknown-announcement' }
  | { readonly reason: 'too-many-announcements'; readonly max: number }
  /** Nobody of that id whom one could write to. Whether there is somebody is nobody's to learn. */
  | { readonly reason: 'not-reachable' }
  /** Their locations have messages turned off. */
  | { readonly reason: 'no-messages' }
  /** The team has closed messages to who wishes it. */
  | { readonly reason: 'messages-closed' }
  /** Who wishes it takes none, and so writes none. */
  | { readonly reason: 'messages-not-taken' }
  | { readonly reason: 'takes-no-messages' }
  | { readonly reason: 'blocked-by-you' }
  | { readonly reason: 'too-many-blocked'; readonly max: number }
  | { readonly reason: 'too-many-messages'; readonly max: number }
  | { readonly reason: 'too-many-threads'; readonly max: number }
  | { readonly reason: 'unknown-message' }
  | { readonly reason: 'unknown-report' }
  /** Somebody else of the team has decided it meanwhile. */
  | { readonly reason: 'report-decided' }
  /** What a team lets one of its people spend. */
  | {
      readonly reason: 'team-money'
      readonly per: 'week' | 'month'
      readonly max: Money
      readonly used: Money
    }
  | { readonly reason: 'in-team' }
  | { readonly reason: 'in-another-team' }
  | { readonly reason: 'not-in-team' }
  | { readonly reason: 'not-invited' }
  | { readonly reason: 'team-full'; readonly seats: number }
  /** A week is sent once. */
  | { readonly reason: 'week-sent' }
  /** Somebody else has to read them first. */
  | { readonly reason: 'reads-team-bills' }

export const roomReasons: { readonly [Reason in RoomRefusal['reason']]: Reason } = {
  closure: 'closure',
  'addon-none-left': 'addon-none-left',
  'addon-too-many': 'addon-too-many',
  'addon-dearer': 'addon-dearer',
  'addon-members-only': 'addon-members-only',
  'unknown-addon': 'unknown-addon',
  'unknown-ticket': 'unknown-ticket',
  'too-many-tickets': 'too-many-tickets',
  'ticket-full': 'ticket-full',
  'ticket-taken': 'ticket-taken',
  'ticket-went-on': 'ticket-went-on',
  'unknown-article': 'unknown-article',
  'too-many-articles': 'too-many-articles',
  'unknown-outage': 'unknown-outage',
  'too-many-outages': 'too-many-outages',
  'unknown-event': 'unknown-event',
  'event-over': 'event-over',
  'event-full': 'event-full',
  'too-many-guests': 'too-many-guests',
  'event-promised': 'event-promised',
  'too-many-events': 'too-many-events',
  'nobody-comes': 'nobody-comes',
  'told-often': 'told-often',
  'too-many-entries': 'too-many-entries',
  'unknown-perk': 'unknown-perk',
  'too-many-perks': 'too-many-perks',
  'perk-not-yet': 'perk-not-yet',
  'perk-used': 'perk-used',
  'unknown-announcement': 'unknown-announcement',
  'too-many-announcements': 'too-many-announcements',
  'not-reachable': 'not-reachable',
  'no-messages': 'no-messages',
  'messages-closed': 'messages-closed',
  'messages-not-taken': 'messages-not-taken',
  'takes-no-messages': 'takes-no-messages',
  'blocked-by-you': 'blocked-by-you',
  'too-many-blocked': 'too-many-blocked',
  'too-many-messages': 'too-many-messages',
  'too-many-threads': 'too-many-threads',
  'unknown-message': 'unknown-message',
  'unknown-report': 'unknown-report',
  'report-decided': 'report-decided',
  'team-money': 'team-money',
  'in-team': 'in-team',
  'in-another-team': 'in-another-team',
  'not-in-team': 'not-in-team',
  'not-invited': 'not-invited',
  'team-full': 'team-full',
  'week-sent': 'week-sent',
  'reads-team-bills': 'reads-team-bills',
}
