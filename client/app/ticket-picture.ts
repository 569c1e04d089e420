/** A picture of a request, on this device until the space has it. */
import type { SeenUpTo, TicketPhoto } from '../../domain/bookings/wishes/support-requests.ts'
import type { SiteId, TicketId } from '../../domain/values/ids.ts'
import type { UnsentRow } from '../store/rows.ts'

/** What every key of one begins with; the rest rises with time. */
export const PICTURES = 'picture/'

export interface TicketPicture {
  readonly siteId: SiteId
  /** The draft it belongs to until it is sent: `request/<site>`, or a request that is being answered. */
  readonly draft: string
  /** Null while its words are not sent. */
  readonly ticketId: TicketId | null
  /** Of the request, by whoever of the team answers it. */
  readonly seen?: SeenUpTo
  readonly type: string
  /** What the space keeps it as, once it does. */
  readonly kept: TicketPhoto | null
  /** Why the space will not have it. */
  readonly problem: string | null
}

export function pictureOf({ value }: UnsentRow): TicketPicture {
  return value as TicketPicture // only `support` and `send-pictures` write rows under that prefix
}
