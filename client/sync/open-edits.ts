/**
 * A shared document that is written edit by edit, open in a page. Until the space has an edit it is remembered beside the copy, so that it is
 * written again where the copy had to be started over.
 */
import * as Y from 'yjs'
import { readIdentity } from '../store/identity.ts'
import { fetchTicket } from './fetch-ticket.ts'
import { openLink } from './link.ts'
import { openSharedDocument, type Standing } from './shared-document.ts'

/** `here`: on this device alone. `sent`: the space has all of it. `closed`: nobody writes in it any more. */
export type EditsState = 'loading' | 'here' | 'sending' | 'sent' | 'closed'

export interface OpenEdits<Edit> {
  /** False as long as nothing is known of it here. */
  write(edit: Edit): boolean
  close(): Promise<void>
}

export interface EditsPorts<Edit> {
  readonly name: string
  readonly bytesMax: number
  apply(doc: Y.Doc, edit: Edit): void
  onChange(doc: Y.Doc, state: EditsState): void
}

interface EditsMemo<Edit> {
  readonly pending: readonly Edit[]
}

/** More edits than that are not written one by one between two connections. */
const PENDING_MAX = 500

export async function openEdits<Edit>(ports: EditsPorts<Edit>): Promise<OpenEdits<Edit> | null> {
  const identity = readIdentity()
  if (identity === null) return null
  let doc = new Y.Doc()
  let standing: Standing | null = null
  let pending: readonly Edit[] = []
  let isKnown = false
  let isFirst = true
  /** What this device wrote is not in the copy, which was started over. */
  let isOwed = false

  function tell(): void {
    ports.onChange(doc, stateOf())
  }

  function stateOf(): EditsState {
    if (standing?.isForbidden === true) return 'closed'
    if (!isKnown) return 'loading'
    if (pending.length === 0) return 'sent'
    return standing?.isOnline === true ? 'sending' : 'here'
  }

  function take(opened: Y.Doc, kept: unknown): void {
    doc = opened
    if (isFirst && isMemo<Edit>(kept)) {
      pending = kept.pending
      isKnown = true
    }
    isOwed = !isFirst
    isFirst = false
    opened.on('update', (_bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }) => {
      if (!local) writeAgain()
      tell()
    })
    tell()
  }

  /** A copy that was started over is empty until the space has told its own. */
  function writeAgain(): void {
    if (!isOwed) return
    isOwed = false
    for (const edit of pending) ports.apply(doc, edit)
  }

  const shared = await openSharedDocument({
    name: ports.name,
    bytesMax: ports.bytesMax,
    identity,
    app: __APP_VERSION__,
    openLink,
    fetchTicket,
    random: Math.random,
    memo: (): EditsMemo<Edit> => ({ pending }),
    onDocument: take,
    onStanding: (now) => {
      standing = now
      if (now.isConfirmed && now.at !== null) {
        isKnown = true
        if (isOwed && pending.length > 0) writeAgain()
        else pending = []
      }
      tell()
    },
    onPresence: () => undefined,
  })
  return {
    write: (edit) => {
      if (!isKnown || standing?.isForbidden === true) return false
      pending = [...pending, edit].slice(-PENDING_MAX)
      ports.apply(doc, edit)
      tell()
      return true
    },
    close: shared.close,
  }
}

function isMemo<Edit>(kept: unknown): kept is EditsMemo<Edit> {
  return typeof kept === 'object' && kept !== null && 'pending' in kept
}
