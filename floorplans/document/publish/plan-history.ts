/** The versions of one floor's plan, as `GET /api/plans/<floor>` tells them to staff: newest first. */
import * as v from 'valibot'
import { isId, type MemberId } from '../../../domain/values/ids.ts'
import { type Instant, isInstant } from '../../../domain/values/instant.ts'
import type { EditSession } from '../draft/edit-session.ts'
import { parseDrawnPlaces } from './drawn-places.ts'
import { type PlanChanges, parsePlanChanges } from './plan-changes.ts'
import type { DrawnPlaces } from './publication.ts'

export interface PlanHistory {
  readonly versions: readonly PlanVersion[]
  /** What the draft said about places when the newest was published: an editor previews the next one with it. */
  readonly places: DrawnPlaces
  /** Who changed what in the draft, the newest first. */
  readonly sessions: readonly EditSession[]
}

export interface PlanVersion {
  readonly version: number
  readonly publishedAt: Instant
  /** Null of what came with the space. */
  readonly by: { readonly memberId: MemberId; readonly name: string } | null
  /** Null of the first ones, of which nobody counted it. */
  readonly changes: PlanChanges | null
}

const person = v.object({
  memberId: v.custom<string>((input) => isId('member', input)),
  name: v.string(),
})
const version = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  publishedAt: v.custom<number>(isInstant),
  by: v.nullable(person),
  changes: v.pipe(v.unknown(), v.transform(parsePlanChanges)),
})
const thing = v.object({
  kind: v.picklist(['area', 'zone', 'wall', 'fixture', 'place', 'label', 'background']),
  resourceId: v.optional(v.custom<string>((input) => isId('resource', input))),
  unit: v.optional(v.nullable(v.number())),
  text: v.optional(v.string()),
  many: v.number(),
})
const told = v.object({ count: v.number(), names: v.array(thing) })
const session = v.object({
  by: person,
  beganAt: v.custom<number>(isInstant),
  endedAt: v.custom<number>(isInstant),
  told: v.object({
    ...{ added: told, removed: told, moved: told, changed: told },
    ...{ more: v.number(), isResized: v.boolean() },
  }),
})
const history = v.object({
  sessions: v.optional(v.array(session), []),
  versions: v.array(version),
  places: v.pipe(v.unknown(), v.transform(parseDrawnPlaces)),
})

/** Null where it cannot be read. */
export function parsePlanHistory(input: unknown): PlanHistory | null {
  const found = v.safeParse(history, input)
  return found.success ? (found.output as unknown as PlanHistory) : null // ids were checked, brands are given here
}
