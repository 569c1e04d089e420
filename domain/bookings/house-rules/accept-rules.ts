/** House rules are accepted, and a booking is refused without that: the same functions on the device and in the space. */
import { type Consent, hasAccepted, rulesToAccept } from '../../memberships/consent.ts'
import type { Member } from '../../memberships/member.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import type { Instant } from '../../values/instant.ts'
import type { SettleFacts } from '../settle.ts'
import { granted } from '../wishes/granted.ts'
import type { Intent } from '../wishes/intent.ts'
import type { Outcome } from '../wishes/outcome.ts'
import type { Refusal } from '../wishes/refusal.ts'

export interface ConsentDecision {
  readonly outcome: Outcome
  /** Null where nothing is to be kept. */
  readonly consent: Consent | null
}

export function acceptRules(
  { body, madeAt, device }: Intent<'rules.accept'>,
  { site }: Pick<Catalogue, 'site'>,
  member: Member,
  now: Instant,
): ConsentDecision {
  const { siteId, version } = body
  if (!site.houseRules.some((one) => one.version === version)) {
    const refusal: Refusal = { reason: 'unknown-rules' }
    return { outcome: { kind: 'refused', refusal, alternatives: [] }, consent: null }
  }
  const outcome: Outcome = granted
  if (hasAccepted(member, siteId, version)) return { outcome, consent: null }
  return { outcome, consent: { siteId, version, acceptedAt: now, madeAt, device } }
}

/** What a member wishes for themselves waits for their yes to the rules in force. */
export function missingConsent(
  { catalogue, member, madeBy }: Pick<SettleFacts, 'catalogue' | 'member' | 'madeBy'>,
  now: Instant,
): Refusal | null {
  if (madeBy !== null || rulesToAccept(catalogue, member, now) === null) return null
  return { reason: 'rules-not-accepted' }
}

/** A member as they will be once what this device has accepted is settled. */
export function withConsents(
  member: Member,
  accepted: readonly Pick<Intent<'rules.accept'>, 'body' | 'madeAt' | 'device'>[],
): Member {
  const more = accepted.map(
    ({ body, madeAt, device }): Consent => ({ ...body, acceptedAt: madeAt, madeAt, device }),
  )
  return { ...member, consents: [...member.consents, ...more] }
}
