/** What most decisions of a room end in: done, with facts and a note of who did it, or refused. */

import { granted } from '../../domain/bookings/wishes/granted.ts'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import type { Decision, Fact } from './kind.ts'

export function done(facts: readonly Fact[]): Decision {
  return { outcome: granted, facts }
}

export function refused(refusal: Refusal): Decision {
  return { outcome: { kind: 'refused', refusal, alternatives: [] }, facts: [] }
}

export function audit(command: string, subject: string, detail: string): Fact {
  return { kind: 'audit', command, subject, detail }
}

export const notAllowed: Decision = refused({ reason: 'not-allowed' })
