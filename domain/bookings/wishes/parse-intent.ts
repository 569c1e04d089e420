/**
 * The door for wishes: unknown input becomes an intent or a named problem. Nothing that a member may not say is read: whose wish it
 * is, and with which rights, comes from the connection.
 */
import * as v from 'valibot'
import { ok, problem, type Result } from '../../values/result.ts'
import { absenceBodies } from './absence-bodies.ts'
import { arrivalBodies } from './arrival-bodies.ts'
import { basketBodies } from './basket-bodies.ts'
import { billingBodies } from './billing-bodies.ts'
import { bookingBodies } from './booking-bodies.ts'
import { changeBodies } from './change-bodies.ts'
import { closureBodies } from './closure-bodies.ts'
import { communityBodies } from './community-bodies.ts'
import { favouriteBodies } from './favourite-bodies.ts'
import { id, instant } from './fields.ts'
import { guestBodies } from './guest-bodies.ts'
import { houseRulesBodies } from './house-rules-bodies.ts'
import type { AnyIntent } from './intent.ts'
import { lotBodies } from './lot-bodies.ts'
import { membershipBodies } from './membership-bodies.ts'
import { messageBodies } from './message-bodies.ts'
import { newsBodies } from './news-bodies.ts'
import { perkBodies } from './perk-bodies.ts'
import { planBodies } from './plan-bodies.ts'
import { presenceBodies } from './presence-bodies.ts'
import { seriesBodies } from './series-bodies.ts'
import { settingBodies } from './setting-bodies.ts'
import { supportBodies } from './support-bodies.ts'
import { teamBodies } from './team-bodies.ts'
import { waitBodies } from './wait-bodies.ts'

export type IntentProblem =
  | { readonly kind: 'malformed'; readonly path: string }
  /** A kind this version does not know: kept and answered, never guessed at. */
  | { readonly kind: 'unknown-kind' }

const bodies = {
  ...bookingBodies,
  ...basketBodies,
  ...guestBodies,
  ...houseRulesBodies,
  ...changeBodies,
  ...arrivalBodies,
  ...seriesBodies,
  ...closureBodies,
  ...settingBodies,
  ...lotBodies,
  ...billingBodies,
  ...membershipBodies,
  ...planBodies,
  ...absenceBodies,
  ...favouriteBodies,
  ...presenceBodies,
  ...waitBodies,
  ...supportBodies,
  ...newsBodies,
  ...communityBodies,
  ...perkBodies,
  ...messageBodies,
  ...teamBodies,
} as const

const envelope = v.strictObject({
  v: v.literal(1),
  id: id('intent'),
  kind: v.string(),
  device: id('device'),
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  madeAt: instant,
  heardAt: v.nullable(
    v.strictObject({ generation: v.pipe(v.string(), v.maxLength(64)), at: instant }),
  ),
  deadlineAt: instant,
  body: v.unknown(),
})

/** An intent, or why it is none. Strict: fields that are not ours are refused, so that none is smuggled past the rules. */
export function parseIntent(input: unknown): Result<AnyIntent, IntentProblem> {
  const outer = v.safeParse(envelope, input)
  if (!outer.success)
    return problem({ kind: 'malformed', path: v.getDotPath(outer.issues[0]) ?? '' })
  if (!Object.hasOwn(bodies, outer.output.kind)) return problem({ kind: 'unknown-kind' })
  const kind = outer.output.kind as keyof typeof bodies // an own key of bodies, just checked
  const body = v.safeParse(bodies[kind], outer.output.body)
  if (!body.success) {
    return problem({ kind: 'malformed', path: `body.${v.getDotPath(body.issues[0]) ?? ''}` })
  }
  return ok({ ...outer.output, kind, body: body.output } as unknown as AnyIntent) // schema and type say the same
}
