/** Who joins, and who asks to: as rows, with the code that was of use to them. */
import type { JoinCode } from '../../domain/billing/promos/at-joining.ts'
import type { Consent } from '../../domain/memberships/consent.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { isId, makeId, type SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { addMember } from '../storage/add-member.ts'
import type { PeopleTables } from '../storage/people-tables.ts'
import type { Tx } from '../storage/storage.ts'
import { askedAtJoining } from './asked-at-joining.ts'
import { redeemed } from './join-codes.ts'
import type { MemberPorts } from './member-routes.ts'
import type { Person } from './read-person.ts'

export type JoinPorts = Pick<MemberPorts, 'storage' | 'settlement' | 'now' | 'makeUlid'>

/** A person who joins, and the code that was of use to them. */
export type Joining = Person & { readonly code: JoinCode | null }

export async function addJoining(
  tx: Tx,
  catalogue: Catalogue,
  { code, ...person }: Joining,
  consents: readonly Consent[],
  { at, makeUlid }: { readonly at: Instant; readonly makeUlid: () => string },
) {
  const { site, zone } = catalogue
  const id = makeId('member', makeUlid())
  const since = toWallTime(zone, at).date
  const more = { id, role: 'member', teamId: null, since, consents } as const
  await addMember(tx, site.id, { ...person, ...more })
  return [
    { kind: 'member', memberId: id, left: [], joined: site.id } as const,
    ...askedAtJoining(catalogue, { ...person, id, teamId: null }, at),
    ...(code === null
      ? []
      : await redeemed(tx, catalogue, code, id, { ulid: makeUlid(), now: at })),
  ]
}

export async function askToJoin(
  tx: Tx,
  siteId: SiteId,
  { email, name, tierId, code }: Joining,
  consents: readonly Consent[],
  { at, makeUlid }: { readonly at: Instant; readonly makeUlid: () => string },
): Promise<boolean> {
  const waiting = await tx
    .selectFrom('join_request')
    .select('email')
    .where('site_id', '=', siteId)
    .execute()
  const isKnown = waiting.some((one) => one.email === email)
  if (isKnown || waiting.length >= limits.joinRequestsMax) return isKnown
  const row = { id: makeUlid(), site_id: siteId, email, name, asked_at: at }
  const promo = code === null ? null : JSON.stringify(code)
  const kept = { promo_id: code?.promoId ?? null, promo }
  const more = { tier_id: tierId ?? '', consents: JSON.stringify(consents), ...kept }
  await tx
    .insertInto('join_request')
    .values({ ...row, ...more })
    .execute()
  return true
}

/** Answered once: it is gone with its answer. */
export async function takeRequest(
  tx: Tx,
  siteId: SiteId,
  id: string,
): Promise<{ readonly person: Joining; readonly consents: readonly Consent[] } | null> {
  const row = await tx
    .deleteFrom('join_request')
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return null
  const { email, name, tier_id } = row
  const consents = JSON.parse(row.consents) as readonly Consent[] // written above alone
  const tierId = isId('tier', tier_id) ? tier_id : null
  return { person: { email, name, tierId, code: codeOf(row) }, consents }
}

export function requestOf(row: PeopleTables['join_request']) {
  const { id, email, name, tier_id: tierId, asked_at: askedAt } = row
  return { id, email, name, tierId, askedAt, code: codeOf(row)?.code ?? null }
}

function codeOf({ promo }: Pick<PeopleTables['join_request'], 'promo'>): JoinCode | null {
  return promo === null ? null : (JSON.parse(promo) as JoinCode) // written above alone
}
