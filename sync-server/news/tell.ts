/** From what a settlement wrote to what members are told of it: outcomes, changes of bookings, money; and when they will be reminded. */
import { newsOfAddons } from '../../domain/news/news-of-addons.ts'
import { newsOfBookings, type Told } from '../../domain/news/news-of-bookings.ts'
import { newsOfGuests } from '../../domain/news/news-of-guests.ts'
import { bookedInstead, newsOfOutcomes } from '../../domain/news/news-of-outcomes.ts'
import { newsOfPlans } from '../../domain/news/news-of-plans.ts'
import { must } from '../../domain/values/assert.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { enqueue, type Job } from '../jobs/job.ts'
import type { Facts } from '../settlement/kept-facts.ts'
import type { Happened, Tell } from '../settlement/tell.ts'
import type { Act } from '../settlement/write-facts.ts'
import { reminderJobs } from './remind.ts'
import { eventRemindersOf, ofEvents } from './tell-events.ts'
import { withinADay } from './tell-guests.ts'
import { ofMessages, ofWords } from './tell-messages.ts'
import { ofMoney } from './tell-money.ts'
import { type Telling, writeNews } from './write-news.ts'

export const tellMembers: Tell = async (facts, happened, now) => {
  const told = [
    ...(await ofBookingsAndWishes(facts, happened, now)),
    ...(await ofMoney(facts.tx, happened.acts)),
    ...ofPlans(happened),
    ...(await ofEvents(facts.tx, happened.acts)),
    ...ofWhoJoined(happened.acts),
    ...ofTickets(happened.acts),
    ...(await ofMessages(facts.tx, happened.acts)),
    ...ofWords(happened.acts),
    ...ofTeams(happened.acts, now),
  ]
  if (told.length > 0) await writeNews(facts.tx, await tellingsOf(facts, told), now)
  await enqueue(facts.tx, await remindersOf(facts, happened.acts, now))
  await enqueue(facts.tx, await eventRemindersOf(facts, happened.acts, now))
}

async function ofBookingsAndWishes(
  facts: Facts,
  { acts, settled }: Happened,
  now: Instant,
): Promise<readonly Told[]> {
  const members = await facts.members([...new Set(settled.map(({ memberId }) => memberId))])
  const outcomes = settled.flatMap(({ memberId, settled: one }) => {
    const member = members.get(memberId)
    const [homeId] = member?.siteIds ?? []
    return member === undefined || homeId === undefined
      ? []
      : [{ memberId: member.id, homeId, settled: one }]
  })
  const changes = acts.flatMap(({ actor, fact }) =>
    fact.kind === 'booking' ? [{ actor, booking: fact.booking, before: fact.before }] : [],
  )
  const known = { offered: offeredBy(acts), instead: bookedInstead(outcomes), now }
  const guests = await withinADay(facts.tx, newsOfGuests(changes, now), now)
  return [...newsOfBookings(changes, known), ...newsOfOutcomes(outcomes), ...guests]
}

function offeredBy(acts: readonly Act[]): ReadonlySet<BookingId> {
  return new Set(
    acts.flatMap(({ fact }) =>
      fact.kind === 'wait' && fact.wait.state === 'offered' ? [fact.wait.offer.bookingId] : [],
    ),
  )
}

/** What somebody of the team said to a member; the notice of a known problem was read where it was asked. */
function ofTickets(acts: readonly Act[]): readonly Told[] {
  return acts.flatMap(({ fact }) => {
    if (fact.kind !== 'ticket') return []
    const { id: ticketId, memberId, siteId } = fact.ticket
    const answers = fact.entries.filter(
      (one) => one.kind === 'said' && one.isOfTeam && one.by !== null && one.n > 1,
    )
    return answers.map(({ n }): Told => {
      return { memberId, siteId, news: { kind: 'answered', ticketId, entry: n } }
    })
  })
}

/** In the transaction of the wish; what takes effect on a later day was told when it was agreed. */
function ofPlans({ acts, settled }: Happened): readonly Told[] {
  const changed = acts.flatMap(({ fact }) => (fact.kind === 'memberships' ? [fact] : []))
  const addons = acts.flatMap(({ fact }) => (fact.kind === 'addon' ? [fact.addon] : []))
  const granted = settled.flatMap(({ settled: { intentId, outcome } }) =>
    outcome.kind === 'confirmed' ? [intentId] : [],
  )
  return [...newsOfPlans(changed, granted), ...newsOfAddons(addons, granted)]
}

/** Whoever is asked to join a team, or came to the space by it. */
function ofTeams(acts: readonly Act[], at: Instant): readonly Told[] {
  return acts.flatMap(({ fact }): Told[] => {
    if (fact.kind === 'team-newcomer') {
      const { team, memberId, invitedBy: by } = fact
      const news = { kind: 'team-invited', teamId: team.id, by, at } as const
      return [{ memberId, siteId: team.siteId, news }]
    }
    if (fact.kind !== 'team-invitation') return []
    const { memberId, teamId, siteId, invitedBy: by } = fact.invitation
    return [{ memberId, siteId, news: { kind: 'team-invited', teamId, by, at } }]
  })
}

function ofWhoJoined(acts: readonly Act[]): readonly Told[] {
  return acts.flatMap(({ fact }) =>
    fact.kind === 'member' && fact.joined !== undefined
      ? [
          {
            ...{ memberId: fact.memberId, siteId: fact.joined },
            news: { kind: 'welcome', siteId: fact.joined } as const,
          },
        ]
      : [],
  )
}

async function tellingsOf(facts: Facts, told: readonly Told[]): Promise<readonly Telling[]> {
  const members = await facts.members([...new Set(told.map(({ memberId }) => memberId))])
  const tellings: Telling[] = []
  for (const { memberId, siteId, news } of told) {
    const member = members.get(memberId)
    if (member === undefined) continue
    const site = must(await facts.catalogue(siteId), 'what is told happened at a location')
    tellings.push({ member, site, news })
  }
  return tellings
}

async function remindersOf(
  facts: Facts,
  acts: readonly Act[],
  now: Instant,
): Promise<readonly Job[]> {
  const jobs = new Map<string, Job>()
  for (const { fact } of acts) {
    if (fact.kind !== 'booking') continue
    const { booking, before } = fact
    const isKnown =
      before?.state === 'confirmed' && before.interval.startsAt === booking.interval.startsAt
    if (isKnown || booking.state !== 'confirmed') continue
    const { zone } = must(await facts.catalogue(booking.siteId), 'every booking has its location')
    for (const job of reminderJobs(booking, zone, now)) jobs.set(job.key, job)
  }
  return [...jobs.values()]
}
