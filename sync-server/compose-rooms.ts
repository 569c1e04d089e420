/** The rooms of the server, and what all of them show. Beside `main` this alone imports rooms. */

import { registerBilling } from './billing/register.ts'
import { registerBookings } from './bookings/register.ts'
import { registerCommunity } from './community/register.ts'
import { registerNews } from './news/register.ts'
import { registerPapers } from './papers/register.ts'
import { makeProjections } from './settlement/projections.ts'
import { registerSites } from './sites/register.ts'
import { makeLoadDistances } from './storage/load-plans.ts'
import { registerSupport } from './support/register.ts'

/** What rooms decide and show: also for a check that looks at stored data without serving it. */
export function composeRooms() {
  const bookings = registerBookings(makeLoadDistances())
  const sites = registerSites()
  const billing = registerBilling()
  const community = registerCommunity()
  const support = registerSupport()
  const papers = registerPapers()
  const news = registerNews()
  const projections = makeProjections([
    ...bookings.projections,
    ...sites.projections,
    ...billing.projections,
    ...community.projections,
    ...support.projections,
    ...papers.projections,
  ])
  return { bookings, sites, billing, community, support, papers, news, projections }
}
