/**
 * The draft of one floor's plan, edited by several people at once. What is in it, `floorplans/document/draft` says; who publishes it names
 * a row of this log. The last thousand rows stay readable for that; older ones are joined into one that keeps their last number.
 */
import * as Y from 'yjs'
import { type DocumentName, formatDocumentName } from '../../../domain/access/document-name.ts'
import type { Site } from '../../../domain/sites/site.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Draft } from '../../../floorplans/document/draft/draft.ts'
import {
  draftRoots,
  lacksEntries,
  readDraft,
  writeDraft,
} from '../../../floorplans/document/draft/draft-document.ts'
import type { Edits } from '../../../floorplans/document/draft/edit-session.ts'
import { draftOfPlan } from '../../../floorplans/document/draft/plan-of-draft.ts'
import { appendRow, readHead, readRows } from '../../storage/document-log.ts'
import { loadPlan } from '../../storage/load-plans.ts'
import { parseKept } from '../../storage/parse-kept.ts'
import type { Reader, Tx } from '../../storage/storage.ts'
import { writeDraftSession } from '../../storage/write-draft-session.ts'
import { beginDocument, SPACE } from '../begin-document.ts'
import type { EditedPorts } from '../edited-document.ts'
import type { GateRules } from '../gate.ts'
import type { GuardedKind, Opened } from '../guarded-kind.ts'
import { docOf } from '../judge-update.ts'
import { type CheckedDraft, checkDraftChange, saysAnything } from './check-draft.ts'
import { makeDraftItemCheck } from './draft-items.ts'
import { joinOldRows } from './join-old-rows.ts'
import { isWorn } from './wear.ts'

export type PlanDraftName = Extract<DocumentName, { kind: 'plan-draft' }>

export const planDraftRules: GateRules = {
  bytesMax: limits.planDraftBytesMax,
  structsMax: limits.planDraftStructsMax,
  clientIdsMax: limits.planDraftClientIdsMax,
  clockJumpMax: limits.planDraftStructsMax, // a version brought back is one change
  deletes: 'allowed', // of two values under one key the older is deleted
  makeItemCheck: makeDraftItemCheck,
}
/** Centimetres of a floor that nobody has drawn yet. */
const emptyFloor: Draft = {
  size: { width: 2_000, height: 1_500 },
  objects: new Map(),
  resources: new Map(),
}

export function planDraftKind(
  ports: EditedPorts,
  draft: PlanDraftName,
): GuardedKind<CheckedDraft, Edits> {
  const name = formatDocumentName(draft)

  const begin = (tx: Tx, content: Draft): Promise<Opened> =>
    beginDocument(tx, name, ports, (doc) => writeDraft(doc, content, SPACE))

  return {
    name,
    gate: planDraftRules,
    isShared: true,
    open: async (tx) => {
      const version = await publishedVersion(tx, draft)
      if (version === null) return null
      const found = await readHead(tx, name)
      if (found === null) {
        const plan = await loadPlan(tx, draft.floorId, version)
        return begin(tx, plan === null ? emptyFloor : draftOfPlan(plan))
      }
      const rows = await readRows(tx, found, 0)
      const doc = docOf(rows.map((row) => row.bytes))
      const content = isWorn(doc) || lacksEntries(doc) ? readDraft(doc) : null
      if (content !== null) return begin(tx, content)
      return { doc, head: await joinOldRows(tx, found) }
    },
    isWorn: ({ doc }) => isWorn(doc),
    hold: (doc) => ({
      live: liveObjects(doc),
      all: doc.getMap('objects').size + saidResources(doc),
      bytesAtMost: Y.encodeStateAsUpdate(doc).byteLength,
    }),
    define: defineDraft,
    check: checkDraftChange,
    write: async (tx, { head, bytes, at, owner, news }) => {
      const memberId = owner.split('/')[0] ?? ''
      await writeDraftSession(tx, { ...draft, memberId, edits: news, at })
      return joinOldRows(tx, await appendRow(tx, head, bytes, at))
    },
    seq: (_held, head) => head.n,
    isNews: () => false,
  }
}

/** The draft as it stood at that row; null when there is no such row, or it is not readable any more. */
export async function readDraftAt(
  reader: Reader,
  name: PlanDraftName,
  epoch: string,
  n: number,
): Promise<Draft | null> {
  const head = await readHead(reader, formatDocumentName(name))
  if (head === null || head.epoch !== epoch || n > head.n) return null
  const rows = (await readRows(reader, head, 0)).filter((row) => row.n <= n)
  const doc = docOf(rows.map((row) => row.bytes))
  const draft = readDraft(doc)
  doc.destroy()
  return draft
}

/** 0 for a floor without a plan, null where there is no such floor. */
async function publishedVersion(
  reader: Reader,
  { siteId, floorId }: PlanDraftName,
): Promise<number | null> {
  const row = await reader
    .selectFrom('site')
    .select('body')
    .where('id', '=', siteId)
    .executeTakeFirst()
  const floors = row === undefined ? [] : parseKept<Site>(row.body).floors
  return floors.find(({ id }) => id === floorId)?.planVersion ?? null
}

export function defineDraft(doc: Y.Doc): void {
  for (const root of draftRoots) doc.getMap(root)
}

function liveObjects(doc: Y.Doc): number {
  const draft = readDraft(doc)
  return [...(draft?.objects.values() ?? [])].filter(({ goneBy }) => goneBy === null).length
}

function saidResources(doc: Y.Doc): number {
  return [...doc.getMap('resources').values()].filter(saysAnything).length
}
