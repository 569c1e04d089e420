/** How a page reaches the space. Tests reach one of their own. */
import { fetchTicket } from './fetch-ticket.ts'
import { openLink } from './link.ts'
import type { SharedPorts } from './shared-document.ts'

export type Wire = Pick<SharedPorts, 'openLink' | 'fetchTicket'>

export const pageWire: Wire = { openLink, fetchTicket }
