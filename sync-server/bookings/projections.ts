/** What the bookings room shows: availability without people, a member's own story, the day's arrivals with names. */

import {
  isRequest,
  requestSections,
  toRequest,
} from '../../domain/bookings/approval/request-sections.ts'
import { deskSections, isOnDay, toArrival } from '../../domain/bookings/desk-sections.ts'
import { emptyWallet } from '../../domain/bookings/lots/lot.ts'
import { memberSections } from '../../domain/bookings/member-sections.ts'
import { occupancySections } from '../../domain/bookings/occupancy/occupancy-sections.ts'
import { isCheckedIn, presenceSections } from '../../domain/bookings/presence/presence-sections.ts'
import { waitingSection } from '../../domain/bookings/waitlist/waiting-list.ts'
import { must } from '../../domain/values/assert.ts'
import type { MemberId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { addDays, mondayOfIsoWeek } from '../../domain/values/local-date.ts'
import { localDay } from '../../domain/values/zone.ts'
import { eachOf, type Named, type Projection } from '../settlement/kind.ts'
import { loadActors } from '../settlement/load-actor.ts'
import { favouritesOfMembers } from '../storage/favourites.ts'
import { inParts } from '../storage/in-parts.ts'
import { outcomesOfMembers, settledSeqsOfMembers } from '../storage/intents.ts'
import {
  arrivalsAround,
  bookingsOfMembers,
  heldBookings,
  occupiedAround,
} from '../storage/load-bookings.ts'
import { loadCatalogue, loadZone } from '../storage/load-catalogue.ts'
import { seriesOfMembers } from '../storage/load-series.ts'
import { openWaits, waitsOfMembers } from '../storage/load-waits.ts'
import type { Tx } from '../storage/storage.ts'
import {
  dayBegun,
  deskEntries,
  FORMER_MEMBER,
  isKept,
  isOutcomeTold,
  memberEntries,
  occupancyEntriesOf,
  requestEntries,
  storySince,
} from './entries.ts'
import { toldWallets } from './told-wallets.ts'

async function projectOccupancy(tx: Tx, { siteId, week }: Named<'occupancy'>, now: Instant) {
  const zone = await loadZone(tx, siteId)
  const monday = must(mondayOfIsoWeek(week), 'document names hold real weeks')
  if (zone === null) return null
  if (!isKept(zone, week, now)) return null
  const interval = {
    startsAt: localDay(zone, monday).startsAt,
    endsAt: localDay(zone, addDays(monday, 6)).endsAt,
  }
  return occupancySections(zone, monday, await occupiedAround(tx, siteId, interval))
}

async function projectMembers(tx: Tx, names: readonly Named<'member'>[], now: Instant) {
  const ids = names.map((name) => name.memberId)
  const since = storySince(now)
  const members = await loadActors(tx, ids)
  const bookings = await bookingsOfMembers(tx, ids, since)
  const series = await seriesOfMembers(tx, ids, since)
  const outcomes = await outcomesOfMembers(tx, ids, since)
  const favourites = await favouritesOfMembers(tx, ids)
  const waits = await waitsOfMembers(tx, ids, since)
  const seqs = await settledSeqsOfMembers(tx, ids)
  const wallets = await toldWallets(tx, [...members.values()], since, now)
  return ids.map((id) => {
    const member = members.get(id)
    if (member === undefined) return null
    return memberSections({
      member,
      wallet: wallets.get(id) ?? emptyWallet,
      bookings: bookings.get(id) ?? [],
      series: series.get(id) ?? [],
      waits: waits.get(id) ?? [],
      settled: (outcomes.get(id) ?? []).filter((one) => isOutcomeTold(one, now)),
      favourites: favourites.get(id) ?? [],
      settledSeqs: seqs.get(id) ?? {},
    })
  })
}

async function projectDesk(tx: Tx, { siteId, date }: Named<'desk'>) {
  const zone = await loadZone(tx, siteId)
  if (zone === null) return null
  const day = localDay(zone, date)
  const around = await arrivalsAround(tx, siteId, day)
  // What waits for the team's answer stands on a list of its own.
  const bookings = around.filter((booking) => isOnDay(booking, date) && !isRequest(booking))
  const names = await namesOf(tx, bookings)
  return deskSections(bookings.map((booking) => toArrival(booking, names(booking))))
}

async function projectPresence(tx: Tx, { siteId, date }: Named<'presence'>, now: Instant) {
  const catalogue = await loadCatalogue(tx, siteId)
  if (catalogue === null) return null
  const around = await arrivalsAround(tx, siteId, localDay(catalogue.zone, date))
  const here = around.filter(isCheckedIn)
  const members = await loadActors(
    tx,
    here.map(({ memberId }) => memberId),
  )
  const whoIs = ({ memberId }: OfMember) => {
    const member = members.get(memberId)
    return member?.isFindable === true ? { name: member.name, teamId: member.teamId } : null
  }
  return presenceSections(catalogue, date, here, whoIs, now)
}

async function projectRequests(tx: Tx, { siteId }: Named<'requests'>, now: Instant) {
  if ((await loadZone(tx, siteId)) === null) return null
  const held = await heldBookings(tx, siteId)
  const names = await namesOf(tx, held)
  const requests = held.flatMap((booking) => toRequest(booking, names(booking)) ?? [])
  const waits = await openWaits(tx, siteId, dayBegun(now))
  const waiting = waitingSection(waits, await namesOf(tx, waits))
  return { ...requestSections(requests), waits: waiting }
}

interface OfMember {
  readonly memberId: MemberId
}

async function namesOf(tx: Tx, of: readonly OfMember[]): Promise<(one: OfMember) => string> {
  const people = [...new Set(of.map((one) => one.memberId))]
  const names = new Map<string, string>()
  for (const part of inParts(people)) {
    const rows = await tx
      .selectFrom('member')
      .select(['id', 'name'])
      .where('id', 'in', part)
      .execute()
    for (const row of rows) names.set(row.id, row.name)
  }
  return ({ memberId }) => names.get(memberId) ?? FORMER_MEMBER
}

export const bookingProjections: readonly Projection[] = [
  {
    document: 'occupancy',
    project: (tx, names, now) => eachOf(names, (name) => projectOccupancy(tx, name, now)),
    entriesOf: occupancyEntriesOf,
  },
  { document: 'member', project: projectMembers, entriesOf: memberEntries },
  {
    document: 'desk',
    project: (tx, names) => eachOf(names, (name) => projectDesk(tx, name)),
    entriesOf: deskEntries,
  },
  {
    document: 'requests',
    project: (tx, names, now) => eachOf(names, (name) => projectRequests(tx, name, now)),
    entriesOf: requestEntries,
  },
  {
    // It depends on the very minute, so it is told whole, at each check-in and whenever one ends.
    document: 'presence',
    project: (tx, names, now) => eachOf(names, (name) => projectPresence(tx, name, now)),
  },
]
