/** What editors of one document say of themselves, as y-protocols' awareness puts it on the wire. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { hasSafeKeys, isJson, isPlainObject } from '../plain-json.ts'

export interface PresenceState {
  readonly clientId: number
  readonly clock: number
  /** JSON; `null` says that this client is gone. */
  readonly text: string
}

const DEPTH_MAX = 6

/** Null for a client that is gone, undefined for what is no state. */
export function parseState(text: string): object | null | undefined {
  try {
    const state: unknown = JSON.parse(text)
    if (state === null) return null
    const isState = isPlainObject(state) && isJson(state, DEPTH_MAX) && hasSafeKeys(state)
    return isState ? state : undefined
  } catch {
    return undefined
  }
}

/** An update of y-protocols' awareness; null when it ends too soon. */
export function readStates(update: Uint8Array): readonly PresenceState[] | null {
  try {
    const decoder = decoding.createDecoder(update)
    const states: PresenceState[] = []
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const clientId = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      states.push({ clientId, clock, text: decoding.readVarString(decoder) })
    }
    return states
  } catch {
    return null
  }
}

export function writeStates(states: readonly PresenceState[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, states.length)
  for (const { clientId, clock, text } of states) {
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, text)
  }
  return encoding.toUint8Array(encoder)
}
