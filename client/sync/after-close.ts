import { closeCodes } from '../../domain/wire/close-codes.ts'

/** What this device does after the space, or the network, ended its connection. */
export type AfterClose =
  /** Ask for a sign-in. What waits to be sent is kept. */
  | 'sign-in'
  /** Only a newer app is understood; what waits is sent by it. */
  | 'update'
  /** Come back with back-off. */
  | 'retry'
  /** Come back, but not soon: something about this device displeased. */
  | 'retry-late'

const table: ReadonlyMap<number, AfterClose> = new Map([
  [closeCodes['sign-in'], 'sign-in'],
  [closeCodes.update, 'update'],
  [closeCodes.malformed, 'retry-late'],
  [closeCodes.forbidden, 'retry-late'],
  [closeCodes['too-large'], 'retry-late'],
  [closeCodes['slow-down'], 'retry-late'],
  // A new connection starts over by itself: the array from the rows, documents from their place in the log.
  [closeCodes['start-over'], 'retry'],
  [closeCodes.silent, 'retry'],
  [closeCodes['going-away'], 'retry'],
])

/** Codes of the protocol itself (1000-1015) and unknown ones are the network's doing, or a newer space's. */
export function afterClose(code: number): AfterClose {
  return table.get(code) ?? (code >= 4400 && code < 4500 ? 'retry-late' : 'retry')
}
