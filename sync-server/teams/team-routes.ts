/**
 * `GET /api/teams/<team>`: what its people have booked from the beginning of the month on, who used what of its passes, and its bills by
 * person; for who manages it, and for who manages its location. `GET /api/teams?site=` names the teams of a location for the latter.
 */

import { mayCommand } from '../../domain/access/permissions.ts'
import type { BillStory } from '../../domain/billing/payment.ts'
import { openOf } from '../../domain/billing/payment.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Lot } from '../../domain/bookings/lots/lot.ts'
import { usedOf } from '../../domain/bookings/lots/use-of.ts'
import { mayManageTeam } from '../../domain/bookings/teams/change-team.ts'
import type { Team, TeamInvitation, TeamPerson } from '../../domain/bookings/teams/team.ts'
import { isId, type MemberId, type TeamId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { add, type Money, zero } from '../../domain/values/money.ts'
import { localDay, toWallTime } from '../../domain/values/zone.ts'
import { notFound, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import { loadActor } from '../settlement/load-actor.ts'
import { billsOfPayers } from '../storage/load-bills.ts'
import { bookingsOfMembers } from '../storage/load-bookings.ts'
import { loadZone } from '../storage/load-catalogue.ts'
import { lotsOfHolder, usesOfLots } from '../storage/load-lots.ts'
import { findTeam, teamsOfSite } from '../storage/load-teams.ts'
import type { Reader, Storage } from '../storage/storage.ts'

/** A booking of somebody in the team, without what they wrote about it. */
export type TeamBooking = Pick<
  Booking,
  'id' | 'memberId' | 'siteId' | 'resourceId' | 'state' | 'wall' | 'interval' | 'owed' | 'covered'
>

export interface TeamLot extends Lot {
  readonly left: number
  readonly used: readonly { readonly memberId: MemberId; readonly amount: number }[]
}

export interface TeamBill {
  readonly id: string
  readonly number: string
  readonly issuedOn: string
  readonly total: Money
  readonly open: Money
  /** The empty name is what the team holds together. */
  readonly people: readonly { readonly name: string; readonly amount: Money }[]
}

export interface TeamDetails {
  readonly team: Team
  readonly people: readonly TeamPerson[]
  readonly invitations: readonly TeamInvitation[]
  readonly bookings: readonly TeamBooking[]
  readonly lots: readonly TeamLot[]
  readonly bills: readonly TeamBill[]
}

export function teamRoutes(storage: Storage, now: () => Instant): Routes {
  const { read } = storage
  return (app, signedInOf) => {
    app.get('/api/teams', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { principal } = signedIn
      const siteId = context.req.query('site')
      const isOwn = isId('site', siteId) && principal.siteIds.includes(siteId)
      if (!isOwn || !mayCommand(principal, 'team.save')) return notFound(context)
      return context.json({ teams: await teamsOfSite(read, siteId) })
    })

    app.get('/api/teams/:team', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const teamId = context.req.param('team')
      const actor = await loadActor(read, signedIn.principal.memberId)
      const story = isId('team', teamId) ? await findTeam(read, teamId) : null
      // A team of others and no team are the same answer.
      if (story === null || actor === null || !mayManageTeam(actor, story.team)) {
        return notFound(context)
      }
      if (actor.teamId !== story.team.id) await note(storage, actor.id, story.team.id, now())
      return context.json(await detailsOf(read, story, now()))
    })
  }
}

/** Whoever looks into somebody else's team leaves a trace. */
async function note(storage: Storage, actor: string, subject: string, at: Instant): Promise<void> {
  const entry = { at, actor, command: 'members.read', subject, detail: 'team' }
  await storage.transaction((tx) => tx.insertInto('audit').values(entry).execute())
}

type Story = NonNullable<Awaited<ReturnType<typeof findTeam>>>

async function detailsOf(reader: Reader, story: Story, now: Instant): Promise<TeamDetails> {
  const { team, people } = story
  const since = await monthBegun(reader, team.siteId, now)
  const ids = people.map(({ memberId }) => memberId)
  const bookings = await bookingsOfMembers(reader, ids, since)
  return {
    ...story,
    bookings: [...bookings.values()]
      .flat()
      .filter(({ interval }) => interval.startsAt >= since)
      .toSorted((a, b) => a.interval.startsAt - b.interval.startsAt)
      .slice(0, limits.teamBookingsToldMax)
      .map(toldBooking),
    lots: await lotsOf(reader, team.id),
    bills: (await billsOfPayers(reader, [team.id], ''))
      .slice(0, limits.teamBillsToldMax)
      .map(toldBill),
  }
}

async function monthBegun(reader: Reader, siteId: string, now: Instant): Promise<Instant> {
  const zone = await loadZone(reader, siteId)
  if (zone === null) return now
  const { date } = toWallTime(zone, now)
  return localDay(zone, toLocalDate(`${date.slice(0, 7)}-01`)).startsAt
}

function toldBooking(booking: Booking): TeamBooking {
  const { id, memberId, siteId, resourceId, state, wall, interval, owed, covered } = booking
  return { id, memberId, siteId, resourceId, state, wall, interval, owed, covered }
}

async function lotsOf(reader: Reader, teamId: TeamId): Promise<readonly TeamLot[]> {
  const lots = await lotsOfHolder(reader, { kind: 'team', teamId })
  const uses = await usesOfLots(
    reader,
    lots.map(({ id }) => id),
  )
  return lots.map((lot) => {
    const own = uses.filter((use) => use.lot.id === lot.id)
    const members = [...new Set(own.map(({ memberId }) => memberId))]
    const usedBy = (memberId: MemberId) =>
      usedOf(
        lot.id,
        own.filter((use) => use.memberId === memberId),
      )
    const used = members.map((memberId) => ({ memberId, amount: usedBy(memberId) }))
    return { ...lot, left: lot.amount - usedOf(lot.id, own), used }
  })
}

function toldBill(story: BillStory): TeamBill {
  const { id, number, issuedOn, total, lines } = story.bill
  const names = [...new Set(lines.map(({ memberName }) => memberName))]
  const people = names.map((name) => ({
    name,
    amount: lines
      .filter(({ memberName }) => memberName === name)
      .reduce((sum, { amount }) => add(sum, amount), zero(total.currency)),
  }))
  return { id, number, issuedOn, total, open: openOf(story), people }
}
