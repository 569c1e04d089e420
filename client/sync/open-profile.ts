/**
 * The member's own profile as it is opened in a browser. What is written goes into the copy on the device, with or without a network, and from
 * there to the space; until that has it, the edits are remembered beside the copy, so that they are written again where the copy had to be
 * started over.
 */
import * as Y from 'yjs'
import { wordChange, wordsOf } from '../../domain/community/about-words.ts'
import { cleanEdit, parseProfile } from '../../domain/community/parse-profile.ts'
import {
  aboutRoot,
  emptyProfile,
  type PlainProfile,
  type Profile,
  type ProfileEdit,
  profileMaps,
} from '../../domain/community/profile.ts'
import { limits } from '../../domain/values/limits.ts'
import { readIdentity } from '../store/identity.ts'
import { fetchTicket } from './fetch-ticket.ts'
import { openLink } from './link.ts'
import { type NewPortrait, sendPortrait } from './send-portrait.ts'
import { openSharedDocument, type Standing } from './shared-document.ts'

/** `here`: on this device alone. `sent`: the space has all of it. */
export type ProfileState = 'loading' | 'here' | 'sending' | 'sent'

export interface OpenProfile {
  /** False where it is nothing that a profile says; then nothing was written. */
  write(edit: ProfileEdit): boolean
  /** Kept until there is a connection, then sent. Null takes away one that waits. */
  setPortrait(portrait: NewPortrait | null): void
  close(): Promise<void>
}

export interface ProfilePorts {
  onChange(profile: Profile, state: ProfileState, portrait: NewPortrait | null): void
  onPortraitRefused(code: string): void
}

/** What is remembered beside the copy. */
export interface ProfileMemo {
  readonly pending: readonly ProfileEdit[]
  readonly portrait: NewPortrait | null
}

/** More edits than that are not written one by one between two connections. */
const PENDING_MAX = 500

export async function openProfile(ports: ProfilePorts): Promise<OpenProfile | null> {
  const identity = readIdentity()
  if (identity === null) return null
  let doc = new Y.Doc()
  let standing: Standing | null = null
  let memo: ProfileMemo = { pending: [], portrait: null }
  let isKnown = false
  /** What this device wrote is not in the copy, which was started over. */
  let isOwed = false
  let isSendingPortrait = false

  function tell(): void {
    ports.onChange(readProfile(doc) ?? emptyProfile, stateOf(), memo.portrait)
  }

  function stateOf(): ProfileState {
    if (!isKnown) return 'loading'
    if (memo.pending.length === 0 && memo.portrait === null) return 'sent'
    return standing?.isOnline === true ? 'sending' : 'here'
  }

  /** A copy that was started over is empty until the space has told its own; then what it had not heard is written again. */
  function take(opened: Y.Doc, kept: unknown, isFirst: boolean): void {
    doc = opened
    if (isFirst && isMemo(kept)) {
      memo = kept
      isKnown = true
    }
    isOwed = !isFirst
    opened.on('update', (_bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }) => {
      if (!local) writeAgain()
      tell()
    })
    tell()
  }

  function writeAgain(): void {
    if (!isOwed) return
    isOwed = false
    for (const edit of memo.pending) applyEdit(doc, edit)
  }

  async function carryPortrait(): Promise<void> {
    const { portrait } = memo
    if (portrait === null || isSendingPortrait || standing?.isOnline !== true) return
    isSendingPortrait = true
    const answer = await sendPortrait(portrait)
    isSendingPortrait = false
    if (answer.kind === 'later' || memo.portrait !== portrait) return
    memo = { ...memo, portrait: null }
    if (answer.kind === 'refused') ports.onPortraitRefused(answer.code)
    else write({ kind: 'field', field: 'photo', value: answer.photo })
    tell()
  }

  function write(edit: ProfileEdit): boolean {
    const clean = cleanEdit(edit)
    if (clean === null || !isKnown) return false
    memo = { ...memo, pending: [...memo.pending, clean].slice(-PENDING_MAX) }
    applyEdit(doc, clean)
    tell()
    return true
  }

  let isFirst = true
  const shared = await openSharedDocument({
    name: `profile/${identity.memberId}`,
    bytesMax: limits.profileBytesMax,
    identity,
    app: __APP_VERSION__,
    openLink,
    fetchTicket,
    random: Math.random,
    memo: () => memo,
    onDocument: (opened, kept) => {
      take(opened, kept, isFirst)
      isFirst = false
    },
    onStanding: (now) => {
      standing = now
      if (now.isConfirmed && now.at !== null) {
        isKnown = true
        if (isOwed && memo.pending.length > 0) writeAgain()
        else memo = { ...memo, pending: [] }
      }
      tell()
      void carryPortrait()
    },
    onPresence: () => undefined,
  })
  return {
    write,
    setPortrait: (portrait) => {
      memo = { ...memo, portrait }
      // Any change of the copy keeps what stands beside it.
      doc.getMap('fields').set('photo', doc.getMap('fields').get('photo') ?? '')
      tell()
      void carryPortrait()
    },
    close: shared.close,
  }
}

function isMemo(kept: unknown): kept is ProfileMemo {
  return typeof kept === 'object' && kept !== null && 'pending' in kept && 'portrait' in kept
}

export function readProfile(doc: Y.Doc): Profile | null {
  const maps = Object.fromEntries(profileMaps.map((root) => [root, doc.getMap(root).toJSON()]))
  return parseProfile({ ...maps, about: doc.getArray(aboutRoot).toArray() } as PlainProfile) // each of its maps is there
}

function applyEdit(doc: Y.Doc, edit: ProfileEdit): void {
  doc.transact(() => {
    switch (edit.kind) {
      case 'field':
        doc.getMap('fields').set(edit.field, edit.value)
        return
      case 'about':
        return changeAbout(doc.getArray<string>(aboutRoot), edit.text)
      case 'add':
        doc.getMap(edit.list).set(edit.value, true)
        return
      case 'remove':
        doc.getMap(edit.list).delete(edit.value)
        return
      case 'show':
        doc.getMap('shown').set(edit.part, edit.isShown)
    }
  })
}

function changeAbout(words: Y.Array<string>, text: string): void {
  const change = wordChange(wordsOf(words.toArray().join('')), text)
  if (change === null) return
  const { at, remove, insert } = inItems(words.toArray(), change)
  if (remove > 0) words.delete(at, remove)
  if (insert.length > 0) words.insert(at, [...insert])
}

/** Words that were written apart may stand side by side without a blank between them: then the list is not what its text would be. */
function inItems(items: readonly string[], change: NonNullable<ReturnType<typeof wordChange>>) {
  const isSame = wordsOf(items.join('')).every((word, index) => word === items[index])
  if (isSame) return change
  const words = [...wordsOf(items.join(''))]
  words.splice(change.at, change.remove, ...change.insert)
  return { at: 0, remove: items.length, insert: words }
}
