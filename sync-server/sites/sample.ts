/** Harbour Loft in an empty database: the same space for the same Monday, so that tests and pictures can rely on it. */

import type { Booking } from '../../domain/bookings/booking.ts'
import { isLive } from '../../domain/bookings/booking.ts'
import { sampleBookings } from '../../domain/seeds/harbour-loft/bookings.ts'
import { assignments, members, northTeam } from '../../domain/seeds/harbour-loft/people.ts'
import { harbourResources, pierResources } from '../../domain/seeds/harbour-loft/resources.ts'
import { harbourClosures, harbourLoft, pierStudio } from '../../domain/seeds/harbour-loft/sites.ts'
import { harbourRates, pierRates, tiers } from '../../domain/seeds/harbour-loft/tiers.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { mondayOf } from '../../domain/values/local-date.ts'
import { localDay, toWallTime } from '../../domain/values/zone.ts'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import { harbourLoftPlan } from '../../floorplans/plans/harbour-loft.ts'
import { pierStudioPlan } from '../../floorplans/plans/pier-studio.ts'
import { insertClaim } from '../storage/claims.ts'
import { readSetting, writeSetting } from '../storage/settings.ts'
import type { Storage, Tx } from '../storage/storage.ts'
import { makeZoneTable } from './zone-table.ts'

/** Writes the sample once; a database that holds it already is left as it is. */
export async function seedSample(storage: Storage, now: Instant): Promise<void> {
  await storage.transaction(async (tx) => {
    if ((await readSetting(tx, 'sample')) !== null) return
    const zone = makeZoneTable(harbourLoft.zone, new Date(now))
    const monday = mondayOf(toWallTime(zone, now).date)
    const loft: Catalogue = {
      site: harbourLoft,
      zone,
      resources: harbourResources,
      closures: harbourClosures(monday),
      tiers,
      rates: harbourRates,
    }
    const pier: Catalogue = {
      site: pierStudio,
      zone: makeZoneTable(pierStudio.zone, new Date(now)),
      resources: pierResources,
      closures: [],
      tiers,
      rates: pierRates,
    }
    for (const [position, catalogue] of [loft, pier].entries()) {
      await writeCatalogue(tx, catalogue, position)
    }
    await writePlan(tx, loft, harbourLoftPlan, now)
    await writePlan(tx, pier, pierStudioPlan, now)
    await writePeople(tx)
    for (const catalogue of [loft, pier]) {
      const today = localDay(catalogue.zone, toWallTime(catalogue.zone, now).date).startsAt
      for (const booking of sampleBookings(catalogue, members, monday, today)) {
        await writeBooking(tx, booking)
      }
    }
    await writeSetting(tx, 'sample', monday)
  })
}

export async function writeCatalogue(
  tx: Tx,
  catalogue: Catalogue,
  position: number,
): Promise<void> {
  const { site } = catalogue
  const site_id = site.id
  await tx
    .insertInto('site')
    .values({ id: site_id, position, body: JSON.stringify(site) })
    .execute()
  await writeSetting(tx, `zone:${site_id}`, JSON.stringify(catalogue.zone))
  const rows = (list: readonly { readonly id: string }[]) =>
    list.map((one, index) => ({
      id: one.id,
      site_id,
      position: index,
      body: JSON.stringify(one),
    }))
  for (const row of rows(catalogue.resources)) {
    const holder = assignments.find((one) => one.resourceId === row.id)?.holder
    await tx
      .insertInto('resource')
      .values({
        ...row,
        assigned_member: holder?.kind === 'member' ? holder.memberId : null,
        assigned_team: holder?.kind === 'team' ? holder.teamId : null,
      })
      .execute()
  }
  for (const row of rows(catalogue.tiers)) await tx.insertInto('tier').values(row).execute()
  for (const row of rows(catalogue.rates)) await tx.insertInto('rate').values(row).execute()
  for (const closure of catalogue.closures) {
    const body = JSON.stringify(closure)
    await tx
      .insertInto('closure')
      .values({ id: closure.id, site_id, body, removed_at: null })
      .execute()
  }
}

async function writePlan(
  tx: Tx,
  { site }: Catalogue,
  plan: FloorPlan,
  publishedAt: Instant,
): Promise<void> {
  await tx
    .insertInto('floor_plan')
    .values({
      floor_id: plan.floorId,
      version: plan.version,
      site_id: site.id,
      body: JSON.stringify(plan),
      published_at: publishedAt,
    })
    .execute()
}

async function writePeople(tx: Tx): Promise<void> {
  await tx
    .insertInto('team')
    .values({ id: northTeam.id, name: northTeam.name, manager_id: northTeam.managerId })
    .execute()
  for (const member of members) {
    const { id, email, name, role, tierId, teamId } = member
    await tx
      .insertInto('member')
      .values({ id, account_id: null, email, name, role, tier_id: tierId, team_id: teamId })
      .execute()
    for (const [position, site_id] of member.siteIds.entries()) {
      await tx.insertInto('member_site').values({ member_id: id, site_id, position }).execute()
    }
  }
}

/** A booking of the sample with the settled wish it came from, so that every invariant holds from the first minute. */
async function writeBooking(tx: Tx, booking: Booking): Promise<void> {
  const settled = {
    intentId: booking.intentId,
    kind: 'booking.request',
    device: 'dev_sample',
    seq: 1,
    settledAt: booking.settledAt,
    wish: null,
    siteId: booking.siteId,
    people: booking.people,
    outcome: { kind: 'confirmed', bookingId: booking.id, choice: 0, price: booking.price },
  }
  await tx
    .insertInto('intent')
    .values({
      id: booking.intentId,
      member_id: booking.memberId,
      device_id: 'dev_sample',
      seq: 1,
      kind: 'booking.request',
      record: '{}',
      digest: 'sample',
      carrier: 'http',
      received_at: booking.settledAt,
      settled_at: booking.settledAt,
      settled: JSON.stringify(settled),
    })
    .execute()
  const place = {
    resource_id: booking.resourceId,
    starts_at: booking.interval.startsAt,
    ends_at: booking.interval.endsAt,
  }
  await tx
    .insertInto('booking')
    .values({
      ...place,
      id: booking.id,
      intent_id: booking.intentId,
      site_id: booking.siteId,
      member_id: booking.memberId,
      state: booking.state,
      body: JSON.stringify(booking),
    })
    .execute()
  if (!isLive(booking.state)) return
  const stands = await insertClaim(tx, { ...place, booking_id: booking.id, unit: booking.unit })
  if (!stands)
    throw new Error(`Broken invariant: the sample booking ${booking.id} overlaps another`)
}
