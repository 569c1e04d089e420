/** The messages of y-websocket and of its sync part, read and written. What is neither (the query for awareness) is `other`. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

export type SyncMessage =
  | { readonly kind: 'step-1'; readonly stateVector: Uint8Array }
  /** SyncStep2 and Update alike: both are writes. */
  | { readonly kind: 'write'; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly update: Uint8Array }
  | { readonly kind: 'other' }

const SYNC = 0
const AWARENESS = 1
export const syncSteps = { step1: 0, step2: 1, update: 2 } as const
type SyncStep = (typeof syncSteps)[keyof typeof syncSteps]

export function writeSyncMessage(step: SyncStep, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, SYNC)
  encoding.writeVarUint(encoder, step)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

/** Null when it is cut short or of an unknown step. */
export function readSyncMessage(bytes: Uint8Array): SyncMessage | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === AWARENESS) {
      return { kind: 'presence', update: decoding.readVarUint8Array(decoder) }
    }
    if (type !== SYNC) return { kind: 'other' }
    const step = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (step === syncSteps.step1) return { kind: 'step-1', stateVector: payload }
    const isWrite = step === syncSteps.step2 || step === syncSteps.update
    return isWrite ? { kind: 'write', update: payload } : null
  } catch {
    return null
  }
}

export function writeAwareness(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, AWARENESS)
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** Says nothing, yet keeps a y-websocket client from giving up: it reconnects after 30 s without a message. */
export const emptyAwareness: Uint8Array = Uint8Array.of(AWARENESS, 1, 0)
