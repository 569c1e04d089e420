/** The one door of the support room: what it settles and shows. */
import { supportProjections } from './projections.ts'
import { articleKinds } from './settle-articles.ts'
import { ticketKinds } from './settle-tickets.ts'

export function registerSupport() {
  return { kinds: [...ticketKinds, ...articleKinds], projections: supportProjections }
}
