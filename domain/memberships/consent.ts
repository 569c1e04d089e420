/** That a member has accepted house rules: which version, when, and on which device (D-57). */
import type { Catalogue } from '../sites/catalogue.ts'
import { type HouseRules, rulesInForce } from '../sites/house-rules.ts'
import type { DeviceId, SiteId } from '../values/ids.ts'
import type { Instant } from '../values/instant.ts'
import type { Member } from './member.ts'

export interface Consent {
  readonly siteId: SiteId
  readonly version: number
  /** When the space had it, and when the device says it was given. */
  readonly acceptedAt: Instant
  readonly madeAt: Instant
  readonly device: DeviceId
}

/** The rules that a member must accept before they book; null where they have, or where there are none. */
export function rulesToAccept(
  catalogue: Pick<Catalogue, 'site' | 'zone'>,
  member: Pick<Member, 'consents'>,
  now: Instant,
): HouseRules | null {
  const rules = rulesInForce(catalogue, now)
  return rules === null || hasAccepted(member, catalogue.site.id, rules.version) ? null : rules
}

/** Who has accepted a later version has read this one's successor. */
export function hasAccepted(
  { consents }: Pick<Member, 'consents'>,
  siteId: SiteId,
  version: number,
): boolean {
  return consents.some((one) => one.siteId === siteId && one.version >= version)
}
