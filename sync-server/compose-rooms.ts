/** The rooms of the server, what all of them show, and what is asked of their tables. Beside `main` this alone imports rooms. */

import type { Instant } from '../domain/values/instant.ts'
import { addonRoutes } from './billing/addon-routes.ts'
import { billRoutes } from './billing/bill-routes.ts'
import { membershipRoutes } from './billing/membership-routes.ts'
import { registerBilling } from './billing/register.ts'
import { peopleRoutes } from './bookings/people-routes.ts'
import { registerBookings } from './bookings/register.ts'
import { eventRoutes } from './community/event-routes.ts'
import { registerCommunity } from './community/register.ts'
import type { Routes } from './http/routes.ts'
import { registerNews } from './news/register.ts'
import type { MakePapers } from './papers/make-papers.ts'
import { paperRoutes } from './papers/paper-routes.ts'
import { registerPapers } from './papers/register.ts'
import { sealRoutes } from './papers/seal-routes.ts'
import { makeProjections } from './settlement/projections.ts'
import type { Settlement } from './settlement/settlement.ts'
import { closureRoutes } from './sites/closure-routes.ts'
import { lotRoutes } from './sites/lot-routes.ts'
import { registerSites } from './sites/register.ts'
import { settingRoutes } from './sites/setting-routes.ts'
import { makeLoadDistances } from './storage/load-plans.ts'
import type { Storage } from './storage/storage.ts'
import { registerSupport } from './support/register.ts'
import { registerTeams } from './teams/register.ts'
import { teamRoutes } from './teams/team-routes.ts'

/** What rooms decide and show: also for a check that looks at stored data without serving it. */
export function composeRooms() {
  const bookings = registerBookings(makeLoadDistances())
  const sites = registerSites()
  const billing = registerBilling()
  const community = registerCommunity()
  const support = registerSupport()
  const papers = registerPapers()
  const teams = registerTeams()
  const news = registerNews()
  const rooms = { bookings, sites, billing, community, support, papers, teams, news }
  const showing = [bookings, sites, billing, community, support, papers, teams]
  return {
    ...rooms,
    kinds: Object.values(rooms).flatMap((room) => room.kinds),
    projections: makeProjections(showing.flatMap((room) => room.projections)),
    /** What is looked at again and again, beside everything else; the answer ends it. */
    keepLooking: (...ports: Parameters<typeof news.keepLooking>) => {
      const stops = [news, bookings].map((room) => room.keepLooking(...ports))
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

/** What is asked of the tables by whoever runs the space, and by who pays. */
export function officeRoutes(
  ports: {
    readonly storage: Storage
    readonly settlement: Settlement
    readonly makePapers: MakePapers
  },
  now: () => Instant,
): readonly Routes[] {
  const { storage, makePapers } = ports
  return [
    closureRoutes(storage, now),
    eventRoutes(storage, now),
    settingRoutes(storage, now),
    lotRoutes(storage, now),
    billRoutes(storage, now),
    membershipRoutes(storage, now),
    addonRoutes(storage, now),
    paperRoutes(storage, makePapers, now),
    sealRoutes({ ...ports, now }),
    peopleRoutes(storage, now),
    teamRoutes(storage, now),
  ]
}
