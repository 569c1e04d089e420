/** What members' screens, and those that they share with the team's, say beyond `first-words`; all of it is part of the whole catalogue too. */

import { absences } from './english/absences.ts'
import { account } from './english/account.ts'
import { actingFor } from './english/acting-for.ts'
import { addons } from './english/addons.ts'
import { app } from './english/app.ts'
import { approval } from './english/approval.ts'
import { arrival } from './english/arrival.ts'
import { asBooked } from './english/as-booked.ts'
import { baskets } from './english/baskets.ts'
import { billing } from './english/billing.ts'
import { bookings } from './english/bookings.ts'
import { cancellation } from './english/cancellation.ts'
import { changes } from './english/changes.ts'
import { community } from './english/community.ts'
import { floor } from './english/floor.ts'
import { funds } from './english/funds.ts'
import { guests } from './english/guests.ts'
import { happenings } from './english/happenings.ts'
import { held } from './english/held.ts'
import { home } from './english/home.ts'
import { houseRules } from './english/house-rules.ts'
import { limits } from './english/limits.ts'
import { lobby } from './english/lobby.ts'
import { lots } from './english/lots.ts'
import { memberships } from './english/memberships.ts'
import { messages } from './english/messages.ts'
import { notifications } from './english/notifications.ts'
import { papers } from './english/papers.ts'
import { paying } from './english/paying.ts'
import { payments } from './english/payments.ts'
import { people } from './english/people.ts'
import { perks } from './english/perks.ts'
import { photos } from './english/photos.ts'
import { prepaid } from './english/prepaid.ts'
import { presence } from './english/presence.ts'
import { prices } from './english/prices.ts'
import { promos } from './english/promos.ts'
import { refusal } from './english/refusals.ts'
import { series } from './english/series.ts'
import { signingIn } from './english/signing-in.ts'
import { support } from './english/support.ts'
import { teams } from './english/teams.ts'
import { threads } from './english/threads.ts'
import { waitlist } from './english/waitlist.ts'
import { weeks } from './english/weeks.ts'
import { firstEnglish } from './first-words.ts'

export const memberEnglish = {
  ...firstEnglish,
  app: { ...firstEnglish.app, ...app },
  bookings: { ...firstEnglish.bookings, ...bookings },
  absences,
  account,
  approval,
  actingFor,
  arrival,
  asBooked,
  baskets,
  billing,
  payments,
  paying,
  cancellation,
  changes,
  community,
  happenings,
  floor,
  funds,
  guests,
  held,
  home,
  houseRules,
  limits,
  lobby,
  lots,
  memberships,
  messages,
  notifications,
  papers,
  people,
  addons,
  perks,
  photos,
  prepaid,
  presence,
  promos,
  prices,
  refusal,
  series,
  signingIn,
  support,
  threads,
  teams,
  waitlist,
  weeks,
} as const
