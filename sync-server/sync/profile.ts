/**
 * What a member says about themselves, written from any of their devices: `domain/community` says what it may be. Each accepted change is kept
 * as it was checked, beside its row, and a job brings it to the directories.
 */
import * as Y from 'yjs'
import { type DocumentName, formatDocumentName } from '../../domain/access/document-name.ts'
import { wordsOf } from '../../domain/community/about-words.ts'
import { parseProfile } from '../../domain/community/parse-profile.ts'
import {
  aboutRoot,
  emptyProfile,
  type PlainProfile,
  type Profile,
  profileFields,
  profileLists,
  profileMaps,
} from '../../domain/community/profile.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { enqueue } from '../jobs/job.ts'
import { appendRow, readHead, readRows } from '../storage/document-log.ts'
import { loadProfile, saveProfile } from '../storage/load-profiles.ts'
import type { Tx } from '../storage/storage.ts'
import { beginDocument } from './begin-document.ts'
import { structsOf } from './drafts/check-draft.ts'
import type { EditedPorts } from './edited-document.ts'
import type { GateRules } from './gate.ts'
import type { GuardedKind, Opened } from './guarded-kind.ts'
import { docOf } from './judge-update.ts'

export type ProfileName = Extract<DocumentName, { kind: 'profile' }>

export const profileRules: GateRules = {
  bytesMax: limits.profileBytesMax,
  structsMax: limits.profileStructsMax,
  clientIdsMax: limits.profileClientIdsMax,
  clockJumpMax: limits.profileStructsMax * 10, // every word of a text is a tick of the clock
  deletes: 'allowed', // of two values under one key the older is deleted, and so are words that were written over
  makeItemCheck: () => checkItem,
}
/** A profile begins a new epoch when it is opened with more than this. */
const STRUCTS_KEPT_MAX = limits.profileStructsMax / 2
const CLIENT_IDS_KEPT_MAX = limits.profileClientIdsMax / 2
const BYTES_KEPT_MAX = 256_000

export function profileKind(
  ports: EditedPorts,
  profile: ProfileName,
): GuardedKind<Profile, Profile> {
  const name = formatDocumentName(profile)
  const { memberId } = profile

  async function begin(tx: Tx): Promise<Opened> {
    const kept = (await loadProfile(tx, memberId))?.profile ?? emptyProfile
    return beginDocument(tx, name, ports, (doc) => writeProfile(doc, kept))
  }

  return {
    name,
    gate: profileRules,
    isShared: true,
    open: async (tx) => {
      const found = await readHead(tx, name)
      if (found === null) return begin(tx)
      const rows = await readRows(tx, found, 0)
      const doc = docOf(rows.map((row) => row.bytes))
      const isLong = found.bytes > BYTES_KEPT_MAX
      return isLong || isWorn({ doc }) ? begin(tx) : { doc, head: found }
    },
    isWorn,
    hold: (doc) => readProfile(doc) ?? emptyProfile,
    define: defineProfile,
    check: ({ shadow }) => {
      const written = readProfile(shadow)
      if (written === null) return { kind: 'refused', why: 'what no profile says' }
      const isLarge = structsOf(shadow, 'all') > limits.profileStructsMax
      if (isLarge) return { kind: 'refused', why: 'too many structs' }
      return { kind: 'fine', held: written, news: written }
    },
    write: async (tx, { head, bytes, news, at }) => {
      await saveProfile(tx, memberId, news)
      const next = await appendRow(tx, head, bytes, at)
      const key = `profile.publish:${memberId}:${next.epoch}:${next.n}`
      await enqueue(tx, [
        { key, kind: 'profile.publish', runAt: toInstant(at), body: { memberId } },
      ])
      return next
    },
    seq: (_held, head) => head.n,
    isNews: () => false,
  }
}

function isWorn({ doc }: Pick<Opened, 'doc'>): boolean {
  return doc.store.clients.size > CLIENT_IDS_KEPT_MAX || structsOf(doc, 'all') > STRUCTS_KEPT_MAX
}

function defineProfile(doc: Y.Doc): void {
  for (const root of profileMaps) doc.getMap(root)
  doc.getArray(aboutRoot)
}

function readProfile(doc: Y.Doc): Profile | null {
  const maps = Object.fromEntries(profileMaps.map((root) => [root, doc.getMap(root).toJSON()]))
  return parseProfile({ ...maps, about: doc.getArray(aboutRoot).toArray() } as PlainProfile) // each of its maps is there
}

function writeProfile(doc: Y.Doc, profile: Profile): void {
  doc.transact(() => {
    for (const field of profileFields) {
      if (profile[field] !== '') doc.getMap('fields').set(field, profile[field])
    }
    for (const part of profile.shown) doc.getMap('shown').set(part, true)
    for (const list of profileLists) {
      for (const value of profile[list]) doc.getMap(list).set(value, true)
    }
    doc.getArray(aboutRoot).insert(0, [...wordsOf(profile.about)])
  })
}

const maps: readonly string[] = profileMaps

/** Plain values under keys of its maps and in its one list, and the collected remains of deleted ones. */
function checkItem(item: Y.Item): string | null {
  const { content, parentSub } = item
  const parent: unknown = item.parent // a text in an update that was only decoded, whatever its type says
  const isPlain = content instanceof Y.ContentAny || content instanceof Y.ContentDeleted
  if (!isPlain) return 'content that is not plain'
  if (parentSub === '__proto__') return 'a key that objects have by themselves'
  if (parent === null) return null // it goes on from another item, and stands where that does
  if (parent === aboutRoot) return parentSub === null ? null : 'a key where a list is'
  if (typeof parent !== 'string' || !maps.includes(parent)) return 'an unknown root'
  return parentSub === null ? 'a list where keys are' : null
}
