/** The member's threads as this device knows them: what the space told, with what was wished here since. */
import { type Accessor, createMemo } from 'solid-js'
import { formatDocumentName } from '../../domain/access/document-name.ts'
import type { MessageChoice } from '../../domain/community/messages/message.ts'
import {
  type ViewedThread,
  viewChoice,
  viewThreads,
} from '../../domain/community/messages/message-view.ts'
import {
  readChoice,
  readMessage,
  readThread,
} from '../../domain/community/messages/read-messages.ts'
import { toId } from '../../domain/values/ids.ts'
import { readIdentity } from '../store/identity.ts'
import { createOwnWishes } from '../store/own-wishes.ts'
import { createRecords } from '../store/records.ts'

export interface OwnThreads {
  /** The latest first. */
  readonly threads: readonly ViewedThread[]
  /** Null where they have not arrived. */
  readonly asOf: number | null
}

/** Undefined until the first read. */
export function createOwnThreads(): Accessor<OwnThreads | undefined> {
  const threads = createRecords(ownDocument, 'threads', readThread)
  const messages = createRecords(ownDocument, 'messages', readMessage)
  const wishes = createOwnWishes([
    ...(['message.send', 'message.remove'] as const),
    ...(['thread.read', 'thread.mute', 'thread.block'] as const),
  ])
  return createMemo(() => {
    const [known, said, intents] = [threads(), messages(), wishes()]
    if (known === undefined || said === undefined || intents === undefined) return undefined
    const view = viewThreads({ threads: known.all.values(), messages: said.all.values(), intents })
    return { threads: view, asOf: known.asOf }
  })
}

export function createMessageChoice(): Accessor<MessageChoice | undefined> {
  const told = createRecords(ownDocument, 'own', readChoice)
  const wishes = createOwnWishes(['messages.take'])
  return createMemo(() => {
    const [known, intents] = [told(), wishes()]
    if (known === undefined || intents === undefined) return undefined
    return viewChoice(known.all.get('choice'), intents)
  })
}

/** Nobody is signed in only while the app is leaving: then there is no such document. */
function ownDocument(): string {
  const memberId = toId('member', readIdentity()?.memberId ?? 'mem_nobody')
  return formatDocumentName({ kind: 'messages', memberId })
}
