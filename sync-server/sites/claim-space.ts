/** Makes an owner and a space in a portal that has neither: the one thing that a set-up token is good for. */

import { usualNewsChoice } from '../../domain/memberships/news-choice.ts'
import { harbourResources } from '../../domain/seeds/harbour-loft/resources.ts'
import { harbourLoft } from '../../domain/seeds/harbour-loft/sites.ts'
import { harbourRates, tiers } from '../../domain/seeds/harbour-loft/tiers.ts'
import { noBilling } from '../../domain/sites/billing-settings.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { usualGuests } from '../../domain/sites/guest-settings.ts'
import { usualNews } from '../../domain/sites/news-settings.ts'
import type { OpeningHours, OpenSpan } from '../../domain/sites/opening-hours.ts'
import { usualPasses } from '../../domain/sites/pass-offer.ts'
import type { Site } from '../../domain/sites/site.ts'
import { makeId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Currency } from '../../domain/values/money.ts'
import { harbourLoftPlan } from '../../floorplans/plans/harbour-loft.ts'
import { forgetSetUpToken, isSetUpToken } from '../auth/set-up-token.ts'
import { lockSettlement } from '../storage/locks.ts'
import { writeSetting } from '../storage/settings.ts'
import type { Storage, Tx } from '../storage/storage.ts'
import { firstVersion, writePlan } from '../storage/write-plan.ts'
import { readSpaceKind } from './space-kind.ts'
import { writeCatalogue } from './write-catalogue.ts'
import { makeZoneTable } from './zone-table.ts'

export interface Claim {
  readonly token: string
  readonly ownerName: string
  readonly ownerEmail: string
  readonly spaceName: string
  /** Empty where none was given. */
  readonly address: string
  readonly zone: string
  readonly currency: Currency
  /** Start from Harbour Loft's floor, resources, tiers and prices, without its people and bookings. */
  readonly takesSampleFloor: boolean
}

export type ClaimAnswer = 'claimed' | 'wrong-token' | 'claimed-before'

export async function claimSpace(
  storage: Storage,
  claim: Claim,
  ports: { now(): Instant; makeUlid(): string },
): Promise<ClaimAnswer> {
  const at = ports.now()
  return storage.transaction(async (tx) => {
    await lockSettlement(storage, tx)
    if ((await readSpaceKind(tx)) !== 'empty') return 'claimed-before'
    if (!(await isSetUpToken(tx, claim.token))) return 'wrong-token'
    const catalogue = catalogueOf(claim, ports.makeUlid(), at)
    await writeCatalogue(tx, catalogue, 0, [])
    if (claim.takesSampleFloor)
      await writePlan(tx, catalogue.site.id, firstVersion(harbourLoftPlan), at)
    await writeOwner(tx, claim, makeId('member', ports.makeUlid()), catalogue.site.id, at)
    await writeSetting(tx, 'claimed', String(at))
    await forgetSetUpToken(tx)
    return 'claimed'
  })
}

const weekday: readonly OpenSpan[] = [{ opens: 8 * 60, closes: 18 * 60 }]
const usualHours: OpeningHours = [weekday, weekday, weekday, weekday, weekday, [], []]

function catalogueOf(claim: Claim, ulid: string, now: Instant): Catalogue {
  const id = makeId('site', ulid)
  const { spaceName: name, address, zone, currency } = claim
  const common = { zone: makeZoneTable(zone, new Date(now)), former: [], closures: [], tiers }
  const bare: Site = {
    ...{ id, name, address, zone, currency },
    ...{ hours: usualHours, floors: [], extras: [], houseRules: [] },
    ...{ passes: usualPasses, billing: noBilling, news: usualNews, guests: usualGuests },
    ...{ membersFindEachOther: true, hasDirectory: true, hasMessages: true },
  }
  if (!claim.takesSampleFloor) return { ...common, site: bare, resources: [], rates: [] }
  // What is sold there, and nothing of who sells it: no company, no tax, no day from which it bills.
  const { hours, floors, extras, passes, billing } = harbourLoft
  const sold = { passes, billing: { ...noBilling, fees: billing.fees } }
  return {
    ...common,
    site: { ...bare, ...sold, hours, floors, extras },
    resources: harbourResources.map((resource) => ({ ...resource, siteId: id })),
    rates: harbourRates,
  }
}

async function writeOwner(
  tx: Tx,
  claim: Claim,
  id: string,
  siteId: string,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('member')
    .values({
      id,
      account_id: null,
      email: claim.ownerEmail,
      name: claim.ownerName,
      role: 'owner',
      tier_id: null,
      team_id: null,
      news: JSON.stringify(usualNewsChoice),
    })
    .execute()
  await tx
    .insertInto('member_site')
    .values({ member_id: id, site_id: siteId, position: 0 })
    .execute()
  await tx
    .insertInto('audit')
    .values({ at, actor: id, command: 'space.claim', subject: siteId, detail: '' })
    .execute()
}
