/** Harbour Loft in an empty database: the same space for the same Monday, so that tests and pictures can rely on it. */
import { cardOf } from '../../domain/community/directory.ts'
import type { Consent } from '../../domain/memberships/consent.ts'
import { usualNewsChoice } from '../../domain/memberships/news-choice.ts'
import { peopleHere, sampleBookings } from '../../domain/seeds/harbour-loft/bookings.ts'
import { withGuests } from '../../domain/seeds/harbour-loft/guests.ts'
import { sampleLots } from '../../domain/seeds/harbour-loft/lots.ts'
import { harbourWords, type OwnWords } from '../../domain/seeds/harbour-loft/own-words.ts'
import { assignments, members, northTeam } from '../../domain/seeds/harbour-loft/people.ts'
import { sampleProfiles } from '../../domain/seeds/harbour-loft/profiles.ts'
import { sampleRequests } from '../../domain/seeds/harbour-loft/request.ts'
import { harbourResources, pierResources } from '../../domain/seeds/harbour-loft/resources.ts'
import {
  harbourAccess,
  harbourClosures,
  harbourLoft,
  pierStudio,
} from '../../domain/seeds/harbour-loft/sites.ts'
import { sampleSentWeek } from '../../domain/seeds/harbour-loft/team-week.ts'
import {
  dedicatedDeskTier,
  harbourRates,
  hotDeskTier,
  pierRates,
  tiers,
} from '../../domain/seeds/harbour-loft/tiers.ts'
import { sampleWaits } from '../../domain/seeds/harbour-loft/waits.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Site } from '../../domain/sites/site.ts'
import { toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type LocalDate, mondayOf } from '../../domain/values/local-date.ts'
import { localDay, toWallTime } from '../../domain/values/zone.ts'
import { harbourLoftPlan } from '../../floorplans/plans/harbour-loft.ts'
import { pierGalleryPlan } from '../../floorplans/plans/pier-gallery.ts'
import { pierStudioPlan } from '../../floorplans/plans/pier-studio.ts'
import { lotRow } from '../settlement/write-lots.ts'
import { writePresenceJobs } from '../settlement/write-presence.ts'
import { lockSettlement } from '../storage/locks.ts'
import { writeSetting } from '../storage/settings.ts'
import type { Storage, Tx } from '../storage/storage.ts'
import { firstVersion, writePlan } from '../storage/write-plan.ts'
import { readSpaceKind } from './space-kind.ts'
import { writeCatalogue } from './write-catalogue.ts'
import { samplePeriods, writeSampleBills } from './write-sample-bills.ts'
import { writeSampleBookings, writeSampleWaits } from './write-sample-bookings.ts'
import { writeSampleDeals } from './write-sample-deals.ts'
import { writeSampleHappenings } from './write-sample-happenings.ts'
import { writeSampleHelp } from './write-sample-help.ts'
import { writeSampleMessages } from './write-sample-messages.ts'
import { makeZoneTable } from './zone-table.ts'

/** Writes the sample once; a database that holds it already is left as it is. */
export async function seedSample(storage: Storage, now: Instant): Promise<void> {
  await storage.transaction(async (tx) => {
    await lockSettlement(storage, tx)
    if ((await readSpaceKind(tx)) === 'empty') await writeSample(tx, now)
  })
}

/** Anybody may join the sample, which is served to nobody but its own machine: its address can be remembered. */
function sampleLink(now: Instant) {
  const offered = [hotDeskTier, dedicatedDeskTier]
  const asks = { needs_approval: 0, needs_method: 0, tiers: JSON.stringify(offered) }
  return { site_id: harbourLoft.id, token: 'harbour-loft', made_at: now, ...asks }
}

const wordsRow = (now: Instant) => (words: OwnWords) => ({
  ...{ ...words, site_id: harbourLoft.id, saved_at: now, saved_by: 'mem_mara' },
})

/** Writes the sample into tables that are empty. */
export async function writeSample(tx: Tx, now: Instant): Promise<void> {
  const zone = makeZoneTable(harbourLoft.zone, new Date(now))
  const monday = mondayOf(toWallTime(zone, now).date)
  const loft: Catalogue = {
    site: billedSince(harbourLoft, toWallTime(zone, now).date),
    zone,
    resources: harbourResources,
    former: [],
    closures: harbourClosures(monday),
    tiers,
    rates: harbourRates,
  }
  const pier: Catalogue = {
    site: pierStudio,
    zone: makeZoneTable(pierStudio.zone, new Date(now)),
    resources: pierResources,
    former: [],
    closures: [],
    tiers,
    rates: pierRates,
  }
  for (const [position, catalogue] of [loft, pier].entries()) {
    await writeCatalogue(tx, catalogue, position, assignments)
  }
  const access = { site_id: harbourLoft.id, body: JSON.stringify(harbourAccess) }
  await tx.insertInto('site_access').values(access).execute()
  await tx
    .insertInto('news_template')
    .values(harbourWords.map(wordsRow(now)))
    .execute()
  await tx.insertInto('join_link').values(sampleLink(now)).execute()
  await writePlan(tx, harbourLoft.id, firstVersion(harbourLoftPlan), now)
  for (const plan of [pierStudioPlan, pierGalleryPlan]) {
    await writePlan(tx, pierStudio.id, firstVersion(plan), now)
  }
  await writePeople(tx, now)
  for (const catalogue of [loft, pier]) {
    const today = toWallTime(catalogue.zone, now).date
    const midnight = localDay(catalogue.zone, today).startsAt
    const booked = sampleBookings(catalogue, members, monday, midnight)
    const bookings = withGuests(catalogue, booked, midnight)
    const requests = sampleRequests(catalogue, members, bookings, today, now)
    const here = peopleHere(bookings, members, now)
    await writeSampleBookings(tx, [...here, ...requests])
    await writePresenceJobs(tx, here, async () => catalogue)
    if (catalogue === loft) {
      const week = sampleSentWeek(loft, bookings, monday)
      const row = { team_id: week.teamId, week: week.week, body: JSON.stringify(week) }
      await tx.insertInto('team_week').values(row).execute()
    }
    await writeSampleWaits(tx, sampleWaits(catalogue, bookings, today, now))
  }
  const today = toWallTime(zone, now).date
  const lots = sampleLots(localDay(zone, today).startsAt)
  await tx.insertInto('lot').values(lots.map(lotRow)).execute()
  await writeSetting(tx, 'sample', monday)
  await writeSampleBills(tx, loft, now)
  await writeSampleDeals(tx, loft, now)
  await writeSampleHelp(tx, now)
  await writeSampleMessages(tx, now)
  await writeSampleHappenings(tx, loft, now)
}

/** The sample's bills begin two months ago, whenever it is written. */
function billedSince(site: Site, today: LocalDate): Site {
  const [first] = samplePeriods(site.billing.billingDay, today)
  return { ...site, billing: { ...site.billing, startsOn: first?.from ?? null } }
}

/** Everybody has said yes to the rules as they stand. */
function consentsOf(now: Instant): readonly Consent[] {
  const device = toId('device', 'dev_sample')
  return harbourLoft.houseRules.map(({ version }) => ({
    ...{ siteId: harbourLoft.id, version, device },
    ...{ acceptedAt: now, madeAt: now },
  }))
}

async function writePeople(tx: Tx, now: Instant): Promise<void> {
  const { id: teamId, name, managerId } = northTeam
  const wallet = JSON.stringify({ usedBy: 'everybody', isFirst: true })
  const team = {
    ...{ id: teamId, site_id: harbourLoft.id, name, manager_id: managerId, wallet },
    ...{ tier_id: northTeam.tierId, seats: northTeam.seats },
  }
  await tx.insertInto('team').values(team).execute()
  const people = members.map((member) => ({
    id: member.id,
    account_id: null,
    email: member.email,
    name: member.name,
    role: member.role,
    tier_id: member.tierId,
    team_id: member.teamId,
    consents: JSON.stringify(consentsOf(now)),
    is_findable: member.isFindable ? 1 : 0,
    news: JSON.stringify(usualNewsChoice),
  }))
  await tx.insertInto('member').values(people).execute()
  const sites = members.flatMap(({ id, siteIds }) =>
    siteIds.map((site_id, position) => ({ member_id: id, site_id, position })),
  )
  await tx.insertInto('member_site').values(sites).execute()
  const profiles = sampleProfiles.map(({ memberId, name, profile }) => {
    const published = JSON.stringify(cardOf(memberId, name, profile))
    return { member_id: memberId, body: JSON.stringify(profile), published }
  })
  await tx.insertInto('profile').values(profiles).execute()
}
