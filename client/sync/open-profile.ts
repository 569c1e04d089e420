/** The member's own profile as it is opened in a browser, and a picture of theirs, which the space draws anew before it is part of it. */
import type * as Y from 'yjs'
import { mergedText, wordChange } from '../../domain/community/about-words.ts'
import { cleanAbout, cleanEdit, parseProfile } from '../../domain/community/parse-profile.ts'
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
import { type EditsState, openEdits } from './open-edits.ts'
import { pageWire, type Wire } from './page-wire.ts'
import { type NewPortrait, sendPortrait } from './send-portrait.ts'

export interface OpenProfile {
  /** False where it is nothing that a profile says; then nothing was written. */
  write(edit: ProfileEdit): boolean
  /** Kept until there is a connection, then sent. Null takes away one that waits. */
  setPortrait(portrait: NewPortrait | null): void
  close(): Promise<void>
}

export interface ProfilePorts {
  onChange(profile: Profile, state: EditsState, portrait: NewPortrait | null): void
  onPortraitRefused(code: string): void
}

export async function openProfile(
  ports: ProfilePorts,
  wire: Wire = pageWire,
): Promise<OpenProfile | null> {
  const edits = await openEdits<ProfileEdit, NewPortrait>(
    {
      name: `profile/${readIdentity()?.memberId}`,
      bytesMax: limits.profileBytesMax,
      apply: applyEdit,
      onChange: (doc, state, portrait) =>
        ports.onChange(readProfile(doc) ?? emptyProfile, state, portrait),
      carry: async (portrait) => {
        const answer = await sendPortrait(portrait)
        if (answer.kind === 'later') return 'later'
        if (answer.kind === 'kept') return { kind: 'field', field: 'photo', value: answer.photo }
        ports.onPortraitRefused(answer.code)
        return null
      },
    },
    wire,
  )
  if (edits === null) return null
  return {
    write: (edit) => {
      const clean = cleanEdit(edit)
      return clean !== null && edits.write(clean)
    },
    setPortrait: edits.setAside,
    close: edits.close,
  }
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
        return changeAbout(doc.getArray<string>(aboutRoot), edit)
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

function changeAbout(
  words: Y.Array<string>,
  { text, from }: Extract<ProfileEdit, { readonly kind: 'about' }>,
): void {
  const items = words.toArray()
  const now = items.join('')
  const merged = from === undefined ? text : cleanAbout(mergedText(cleanAbout(from), text, now))
  const change = wordChange(items, merged)
  if (change === null) return
  if (change.remove > 0) words.delete(change.at, change.remove)
  if (change.insert.length > 0) words.insert(change.at, [...change.insert])
}
