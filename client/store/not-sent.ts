/** What this device alone has: whatever was written and has not reached the space is lost with it, and by a sign-out. */
import { spaceNow } from './contact.ts'
import { database } from './database.ts'
import type { DraftRow, IntentRow, UnsentRow } from './rows.ts'

export interface NotSent {
  /** Messages to the team. */
  readonly messages: number
  /** Every other wish. */
  readonly wishes: number
  /** Words that somebody has begun to write. */
  readonly begun: number
  readonly pictures: number
  /** Documents that are written in together: the profile, a floor plan. */
  readonly edited: number
}

export interface KeptHere {
  readonly intents: readonly Pick<IntentRow, 'intent' | 'state'>[]
  readonly unsent: readonly UnsentRow[]
  readonly drafts: readonly Pick<DraftRow, 'memo'>[]
}

/** A wish past its deadline is sent no more, so that nothing is lost with it. */
export function notSent({ intents, unsent, drafts }: KeptHere, now: number): NotSent {
  const saved = intents.filter(({ intent, state }) => state === 'saved' && intent.deadlineAt >= now)
  const messages = saved.filter(({ intent }) => intent.kind.startsWith('ticket.')).length
  return {
    messages,
    wishes: saved.length - messages,
    begun: unsent.filter(({ bytes, value }) => bytes === null && saysSomething(value)).length,
    pictures: unsent.filter(({ bytes }) => bytes !== null).length,
    edited: drafts.filter(({ memo }) => isOwed(memo)).length,
  }
}

export function totalOf(found: NotSent): number {
  return Object.values(found).reduce((sum, one: number) => sum + one, 0)
}

/** The words themselves, or a form with a field for them. */
function saysSomething(value: unknown): boolean {
  const text = typeof value === 'object' && value !== null && 'text' in value ? value.text : value
  return typeof text === 'string' && text.trim() !== ''
}

/** What stands beside a copy is what the space has not confirmed: a list of it, or lists and things by name. */
function isOwed(memo: unknown): boolean {
  if (Array.isArray(memo)) return memo.length > 0
  if (typeof memo !== 'object' || memo === null) return false
  return Object.values(memo).some((part) => (Array.isArray(part) ? part.length > 0 : part !== null))
}

export async function readNotSent(): Promise<NotSent> {
  const { intents, unsent, drafts } = database()
  const kept = {
    intents: await intents.where('state').equals('saved').toArray(),
    unsent: await unsent.toArray(),
    drafts: await drafts.toArray(),
  }
  return notSent(kept, spaceNow())
}
