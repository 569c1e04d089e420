/**
 * The door for wishes: unknown input becomes an intent or a named problem. Nothing that a member may not say is read: whose wish it
 * is, and with which rights, comes from the connection.
 */
import * as v from 'valibot'
import { type IdNoun, isId } from '../values/ids.ts'
import { isInstant } from '../values/instant.ts'
import { isInterval } from '../values/interval.ts'
import { limits } from '../values/limits.ts'
import { isLocalDate } from '../values/local-date.ts'
import { isCurrency } from '../values/money.ts'
import { ok, problem, type Result } from '../values/result.ts'
import type { AnyIntent } from './intent.ts'

export type IntentProblem =
  | { readonly kind: 'malformed'; readonly path: string }
  /** A kind this version does not know: kept and answered, never guessed at. */
  | { readonly kind: 'unknown-kind' }

function id<N extends IdNoun>(noun: N) {
  return v.custom<string>((input) => isId(noun, input))
}

const instant = v.custom<number>(isInstant)
const wallTime = v.strictObject({
  date: v.custom<string>(isLocalDate),
  minute: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1440)),
  pass: v.exactOptional(v.picklist(['first', 'second'])),
})
const interval = v.pipe(
  v.strictObject({ startsAt: instant, endsAt: instant }),
  v.check((found) => isInterval(found)),
)
const amount = v.strictObject({
  amountMinor: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000_000)),
  currency: v.custom<string>(isCurrency),
})
const choice = v.strictObject({
  resourceId: id('resource'),
  unit: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  interval,
  wall: v.strictObject({ start: wallTime, end: wallTime }),
})
const aboutBooking = v.strictObject({ bookingId: id('booking') })
const resolution = v.variant('kind', [
  v.strictObject({ kind: v.literal('cancel') }),
  v.strictObject({ kind: v.literal('keep') }),
  v.strictObject({ kind: v.literal('move'), choice }),
])

const bodies = {
  'booking.request': v.strictObject({
    siteId: id('site'),
    choice,
    fallbacks: v.pipe(v.array(choice), v.maxLength(limits.fallbacksMax)),
    takeNearest: v.boolean(),
    people: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limits.peopleMax)),
    note: v.pipe(v.string(), v.maxLength(limits.noteLengthMax)),
    quote: amount,
    ceiling: v.nullable(amount),
  }),
  'booking.cancel': aboutBooking,
  'booking.confirm': aboutBooking,
  'booking.extend-hold': aboutBooking,
  'closure.add': v.strictObject({
    siteId: id('site'),
    closureId: id('closure'),
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
    resourceIds: v.nullable(v.pipe(v.array(id('resource')), v.minLength(1), v.maxLength(500))),
    from: wallTime,
    until: wallTime,
    resolutions: v.pipe(
      v.record(id('booking'), resolution),
      v.check((found) => Object.keys(found).length <= 500),
    ),
  }),
  'closure.remove': v.strictObject({ siteId: id('site'), closureId: id('closure') }),
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
