/** Two people who move desks about the sample's floor, each on a copy of their own; copies meet every so often, as they do live. */
import * as Y from 'yjs'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import type { Draft, DraftObjectId } from '../../floorplans/document/draft/draft.ts'
import { readDraft, writeDraft } from '../../floorplans/document/draft/draft-document.ts'
import { type Drafting, makeDrafting } from '../../floorplans/document/draft/drafting.ts'
import { draftOfPlan } from '../../floorplans/document/draft/plan-of-draft.ts'
import type { Point } from '../../floorplans/document/floor-plan.ts'
import { harbourLoftPlan } from '../../floorplans/plans/harbour-loft.ts'
import { isWorn } from '../../sync-server/sync/drafts/wear.ts'

/** Moves between one meeting of the copies and the next. */
const APART = 20

export const floor = draftOfPlan(harbourLoftPlan)
export const places: readonly DraftObjectId[] = [...floor.objects].flatMap(([id, { kind }]) =>
  kind === 'place' ? [id] : [],
)

/** The n-th move of two people who take turns: each has a desk of their own in hand for so many moves, and then the next one. */
export function moveOf(
  n: number,
  inARow: number,
): { readonly id: DraftObjectId; readonly at: Point } {
  const turn = Math.floor(n / 2 / inARow)
  const id = must(places[(turn * 7 + (n % 2) * 31) % places.length], 'the floor has places')
  return { id, at: { x: 100 + ((n * 37) % 1800), y: 100 + ((n * 61) % 2700) } }
}

export interface Drawn {
  /** Bytes of the document when it was furthest from its smallest form, and of that form then. */
  readonly largest: number
  readonly smallest: number
  /** How often the space began it anew. */
  readonly beginnings: number
}

/** Draws as long, and begins anew where the space would. */
export function moveTogether(moves: number, inARow: number): Drawn {
  let drawn: Drawn = { largest: 1, smallest: 1, beginnings: 0 }
  let [copies, hands] = openHands(floor)
  for (let n = 0; n < moves; n += 1) {
    const { id, at } = moveOf(n, inARow)
    must(hands[n % 2], 'there are two').change((change) => change.set(id, { at }))
    if (n % APART !== APART - 1) continue
    meet(copies)
    const doc = must(copies[0], 'there are two')
    if (n + APART < moves && !isWorn(doc)) continue
    drawn = largerOf(drawn, doc)
    ;[copies, hands] = openHands(must(readDraft(doc), 'it is a floor'))
  }
  return { ...drawn, beginnings: drawn.beginnings - 1 }
}

function largerOf(drawn: Drawn, doc: Y.Doc): Drawn {
  const update = Y.encodeStateAsUpdate(doc)
  const found = { largest: update.byteLength, smallest: smallest(update) }
  const beginnings = drawn.beginnings + 1
  const isLarger = found.largest / found.smallest > drawn.largest / drawn.smallest
  return { ...(isLarger ? found : drawn), beginnings }
}

function openHands(of: Draft): readonly [readonly Y.Doc[], readonly Drafting[]] {
  const copies = openCopies(of)
  return [copies, copies.map((doc, index) => makeDrafting(doc, toId('member', `mem_${index}`)))]
}

/** The limit: the same values under one key a desk in two bare documents, without undo, without what was lost, without a draft. */
export function setTogether(moves: number, inARow: number): void {
  const copies = openCopies(floor)
  for (let n = 0; n < moves; n += 1) {
    const { id, at } = moveOf(n, inARow)
    const entry = must(copies[n % 2], 'there are two')
      .getMap<Y.Map<Point>>('objects')
      .get(id)
    must(entry, 'it is there').set('at', at)
    if (n % APART === APART - 1) meet(copies)
  }
}

/** The fewest bytes that say the same floor: written once, by one, into an empty document. */
function smallest(update: Uint8Array): number {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const alone = new Y.Doc()
  writeDraft(alone, must(readDraft(doc), 'it is a floor'), null)
  return Y.encodeStateAsUpdate(alone).byteLength
}

function openCopies(of: Draft): readonly Y.Doc[] {
  const first = new Y.Doc()
  writeDraft(first, of, null)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(first))
  return [first, other]
}

function meet([one, other]: readonly Y.Doc[]): void {
  const [a, b] = [must(one, 'there are two'), must(other, 'there are two')]
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)))
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)))
}
