/**
 * What somebody shows at the door of an event: which event, a code in place of a name, for how many, and until when, signed by the location.
 * Whoever holds the location's public key can tell that it is real, without asking anybody.
 */
import { type EventId, isId } from '../../values/ids.ts'
import { type Instant, isInstant } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { type DoorCode, isDoorCode } from './door-code.ts'

export interface DoorPass {
  readonly eventId: EventId
  readonly code: DoorCode
  readonly people: number
  readonly expiresAt: Instant
}

/** A pass as it was shown, which nobody has checked yet. */
export interface ShownPass extends DoorPass {
  /** What was signed, to the letter. */
  readonly signed: string
  /** Ed25519, in base64url. */
  readonly signature: string
}

/** The text that is signed. What it is for stands before it, so that no other signature of the location is a pass. */
export function signedText({ eventId, code, people, expiresAt }: DoorPass): string {
  return `door1/${eventId}/${code}/${people}/${expiresAt.toString(36)}`
}

/** What the code for cameras says. */
export function formatPass(pass: DoorPass, signature: string): string {
  return `${signedText(pass)}/${signature}`
}

/** Longer than any pass: a camera reads whatever is held before it. */
const LENGTH_MAX = 240
const form = /^(door1\/([^/]+)\/([^/]+)\/([1-9]\d?)\/([0-9a-z]{1,11}))\/([A-Za-z0-9_-]{86})$/

/** Null for whatever is no pass. Nothing in it is believed before its signature was checked. */
export function readPass(text: string): ShownPass | null {
  const found = text.length > LENGTH_MAX ? null : form.exec(text)
  const [, signed, eventId, code, count, expiry, signature] = found ?? []
  const people = Number(count)
  const expiresAt = Number.parseInt(expiry ?? '', 36)
  const isKnown = isId('event', eventId) && isDoorCode(code) && isInstant(expiresAt)
  if (!isKnown || signed === undefined || signature === undefined) return null
  if (people > limits.eventGuestsMax + 1) return null
  return { eventId, code, people, expiresAt, signed, signature }
}
