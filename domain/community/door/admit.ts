/** What a door says about what was shown to it, from what its device knows: without a network, and without turning away who has a right. */

import type { EventId } from '../../values/ids.ts'
import type { Instant } from '../../values/instant.ts'
import type { Attendee, ToldEvent } from '../events/happening-sections.ts'
import { type DoorCode, readTyped } from './door-code.ts'
import { readPass, type ShownPass } from './door-pass.ts'
import type { Entry } from './entry.ts'

/** Whether the location signed it; unknown where this device cannot tell. */
export type Signed = 'signed' | 'forged' | 'unknown'

export type Shown =
  | { readonly kind: 'pass'; readonly pass: ShownPass }
  | { readonly kind: 'code'; readonly code: DoorCode }
  | { readonly kind: 'nothing' }

/** A code that was scanned or typed is a stranger's text until it was read. */
export function readShown(text: string): Shown {
  const pass = readPass(text.trim())
  if (pass !== null) return { kind: 'pass', pass }
  const code = readTyped(text)
  return code === null ? { kind: 'nothing' } : { kind: 'code', code }
}

/** What a door knows of who came in: what the space told, and what this device has noted and nobody has heard yet. */
export type SeenEntry = Pick<Entry, 'code' | 'people' | 'at' | 'device'>

export interface AtTheDoor {
  readonly event: ToldEvent
  /** Of that event. */
  readonly attendees: readonly Attendee[]
  readonly seen: readonly SeenEntry[]
}

export type Verdict =
  | ({ readonly kind: 'welcome' } & Guest)
  /** They are in already, or were: staff decide. */
  | ({ readonly kind: 'again'; readonly at: Instant; readonly device: string } & Guest)
  /** They have said meanwhile that they cannot come, or wait for a place. */
  | ({ readonly kind: 'gave-up' | 'waiting' } & Guest)
  | { readonly kind: 'other-event'; readonly eventId: EventId }
  | { readonly kind: 'called-off' | 'expired' | 'not-valid' | 'unread' | 'not-listed' }

export interface Guest {
  readonly code: DoorCode
  /** Null where the list of this device is older than their word. */
  readonly name: string | null
  readonly people: number
}

export function admit(shown: Shown, signed: Signed, door: AtTheDoor, now: Instant): Verdict {
  switch (shown.kind) {
    case 'nothing':
      return { kind: 'unread' }
    case 'code':
      return door.event.isCalledOff ? { kind: 'called-off' } : onList(shown.code, door, null)
    case 'pass': {
      const { pass } = shown
      if (signed === 'forged') return { kind: 'not-valid' }
      if (pass.eventId !== door.event.id) return { kind: 'other-event', eventId: pass.eventId }
      if (door.event.isCalledOff) return { kind: 'called-off' }
      if (pass.expiresAt <= now) return { kind: 'expired' }
      // Signed, it is enough by itself: whoever said yes after this device last heard of it is welcome too.
      return onList(pass.code, door, signed === 'signed' ? pass.people : null)
    }
  }
}

/** `promised` is for how many a signature speaks; null where there is none, and the list alone counts. */
function onList(code: DoorCode, door: AtTheDoor, promised: number | null): Verdict {
  const known = door.attendees.find((one) => one.code === code)
  const people = known === undefined || known.people === 0 ? (promised ?? 1) : known.people
  const guest: Guest = { code, name: known?.name ?? null, people }
  const before = door.seen.filter((one) => one.code === code).toSorted((a, b) => a.at - b.at)[0]
  if (before !== undefined) {
    return { kind: 'again', at: before.at, device: before.device, ...guest }
  }
  if (known === undefined) {
    return promised === null ? { kind: 'not-listed' } : { kind: 'welcome', ...guest }
  }
  switch (known.state) {
    case 'going':
      return { kind: 'welcome', ...guest }
    case 'waiting':
      return { kind: 'waiting', ...guest }
    case 'out':
      return { kind: 'gave-up', ...guest }
  }
}

/** How many are in: each party once. */
export function peopleIn(seen: readonly SeenEntry[]): number {
  const parties = new Map(seen.map(({ code, people }) => [code, people]))
  return [...parties.values()].reduce((sum, people) => sum + people, 0)
}
