/** Promo codes on the form by which somebody joins: looked up before, redeemed with it, or kept for who waits for the team. */
import { firstBillOf } from '../../domain/billing/memberships/first-bill.ts'
import {
  codeAtJoining,
  type JoinCode,
  redeemedAtJoining,
} from '../../domain/billing/promos/at-joining.ts'
import { passOf } from '../../domain/billing/promos/redeem.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { normalCode } from '../../domain/sites/promo.ts'
import { type MemberId, makeId, type TierId, toId } from '../../domain/values/ids.ts'
import { HOUR_MS, type Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { makeAttempts } from '../auth/attempts.ts'
import type { Fact } from '../settlement/kind.ts'
import { findPromo, hasUseLeft, usesWithKept } from '../storage/load-promos.ts'
import type { Reader } from '../storage/storage.ts'

export interface Typed {
  readonly code: string
  readonly email: string
}

export interface JoinCodes {
  /** False once too many wrong ones came from an address, or to a link from anywhere: then none is right any more. */
  mayTry(address: string, siteId: string): boolean
  /** It was one that there is. */
  wasRight(address: string, siteId: string): void
}

export function makeJoinCodes(now: () => Instant): JoinCodes {
  const byAddress = makeAttempts(limits.promoTriesPerHour, HOUR_MS, now)
  const bySite = makeAttempts(limits.joinCodeTriesPerHour, HOUR_MS, now)
  return {
    mayTry: (address, siteId) => byAddress.take(address) && bySite.take(siteId),
    wasRight: (address, siteId) => {
      byAddress.giveBack(address)
      bySite.giveBack(siteId)
    },
  }
}

/** What was typed, as it is compared; empty where nothing was. */
export function readCode(value: unknown): string {
  return typeof value === 'string' ? normalCode(value).slice(0, limits.promoCodeLengthMax) : ''
}

/** Null where it is of no use to who joins with that membership. */
export async function findCode(
  reader: Reader,
  { site, zone }: Catalogue,
  { code, email }: Typed,
  tierId: TierId,
  now: Instant,
): Promise<JoinCode | null> {
  if (code === '') return null
  const promo = await findPromo(reader, site.id, code)
  const uses = promo === null ? 0 : await usesWithKept(reader, promo.id)
  const today = toWallTime(zone, now).date
  return codeAtJoining(promo, { email, tierId, uses, today }, now)
}

/** What it gives, and the first bill with it, for each of the memberships that it is for. Null where it is for none. */
export async function offerWithCode(
  reader: Reader,
  catalogue: Catalogue,
  tierIds: readonly TierId[],
  typed: Typed,
  now: Instant,
) {
  const on = toWallTime(catalogue.zone, now).date
  const bills: (readonly [TierId, ReturnType<typeof firstBillOf>])[] = []
  let found: JoinCode | null = null
  for (const tierId of tierIds) {
    const code = await findCode(reader, catalogue, typed, tierId, now)
    if (code === null) continue
    found = code
    const promo = redeemedAtJoining(code, {
      ...{ id: toId('intent', 'bki_joining'), siteId: catalogue.site.id },
      ...{ memberId: toId('member', 'mem_joining'), on, redeemedAt: now },
    })
    bills.push([tierId, firstBillOf(catalogue, tierId, on, [promo])])
  }
  if (found === null) return null
  const { name, gift } = found
  return { name, gift, currency: catalogue.site.currency, firstBills: Object.fromEntries(bills) }
}

/** In the moment somebody is a member. None where the last use of it went to somebody else, which a smaller limit alone can do. */
export async function redeemed(
  reader: Reader,
  { site, zone }: Catalogue,
  code: JoinCode,
  memberId: MemberId,
  { ulid, now }: { readonly ulid: string; readonly now: Instant },
): Promise<readonly Fact[]> {
  if (!(await hasUseLeft(reader, code.promoId))) return []
  const redemption = redeemedAtJoining(code, {
    ...{ id: makeId('intent', ulid), siteId: site.id, memberId },
    ...{ on: toWallTime(zone, now).date, redeemedAt: now },
  })
  const lot = passOf(redemption, site.currency, zone)
  const fact: Fact = { kind: 'redemption', redemption }
  return lot === null ? [fact] : [fact, { kind: 'lot', lot }]
}
