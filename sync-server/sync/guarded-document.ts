/**
 * A document that peers write, behind its guard, whatever kind it is of.
 *
 * In order: the gate, a shadow document that shows what the update would make, what the kind asks of it, who owns its client ids, disk
 * (the log row and what belongs to it in one transaction), and only then the resident document, the other editors and the
 * acknowledgement. A refused update touches nothing: the replica starts over.
 *
 * Several servers may each hold a resident copy over one database. The log has one next row: who finds it taken reads what came first,
 * and judges the update again on top of it. What nobody here wrote is read when word of it comes.
 */
import * as Y from 'yjs'
import { readHead, readRows } from '../storage/document-log.ts'
import { lockDocument } from '../storage/locks.ts'
import type { Reader, Tx } from '../storage/storage.ts'
import { claimClients } from './client-claims.ts'
import type { EditAnswer, EditedDocument, EditedPorts, Editor } from './edited-document.ts'
import { type GuardedKind, NotYours, Over } from './guarded-kind.ts'
import { copyOf, type Judged, judge, type Resident, refuse, takeRow } from './judge-update.ts'

/** One update, and who sent it when. */
interface Sent {
  readonly update: Uint8Array
  readonly at: number
  readonly from: Editor
}

/** What has come in since it was last asked whether the document is worn, which counts through all of it. */
const WEAR_ASKED_AFTER_BYTES = 10_000

/** Null when there is no such document. */
export async function openGuarded<Held, News>(
  { storage, presence, log, announce }: EditedPorts,
  kind: GuardedKind<Held, News>,
): Promise<EditedDocument | null> {
  const opened = await storage.transaction(kind.open)
  if (opened === null) return null
  const { doc, head } = opened
  const shadow = copyOf(kind, doc)
  const resident: Resident<Held> = { doc, head, held: kind.hold(doc), shadow, isStale: false }
  const editors = new Set<Editor>()
  let queue: Promise<unknown> = Promise.resolve()
  let bytesUnasked = 0

  async function receive(sent: Sent): Promise<EditAnswer> {
    if (resident.isStale) return { kind: 'unavailable' }
    const judged = judge(kind, resident, sent.update, sent.from.owner)
    if (judged.kind === 'refused' && kind.isWorn(resident)) endFor(sent.from)
    if (judged.kind !== 'fine') return answerTo(judged)
    try {
      const { verdict, head: next } = await storage.transaction((tx) => store(tx, judged, sent))
      if (verdict.kind !== 'fine') return answerTo(verdict)
      resident.head = next
      resident.held = verdict.held
      Y.applyUpdate(doc, verdict.change)
      for (const editor of editors) if (editor !== sent.from) editor.changed(verdict.change)
      return isWornBy(verdict.change) ? beginAnew(sent.from) : received(kind.isNews(verdict.news))
    } catch (error) {
      if (error instanceof NotYours) return refuse(kind, resident, error.message)
      // Whether it was committed is not known: what is resident cannot be believed any more.
      if (!(error instanceof Over)) log(`${kind.name} could not be stored: ${String(error)}`)
      endFor(sent.from)
      return { kind: 'unavailable' }
    }
  }

  /** Writes it as the next row. Where other servers wrote first it is judged again, after what they wrote. */
  async function store(tx: Tx, judged: Fine<Held, News>, sent: Sent) {
    const { at, from } = sent
    const isNext = !kind.isShared || (await lockDocument(storage, tx, resident.head))
    const verdict = isNext ? judged : await judgeAgain(tx, sent)
    if (verdict.kind !== 'fine') return { verdict, head: resident.head }
    const isOwn = await claimClients(tx, kind.name, verdict.clientIds, from.owner)
    if (!isOwn) throw new NotYours('a client id of somebody else')
    const { change: bytes, news } = verdict
    const row = { head: resident.head, bytes, news, at, owner: from.owner }
    const next = await kind.write(tx, row)
    if (kind.isShared) await announce(tx, next, at)
    return { verdict, head: next }
  }

  async function judgeAgain(tx: Tx, { update, from }: Sent): Promise<Judged<Held, News>> {
    refuse(kind, resident, 'others wrote first')
    if ((await readOn(tx)) === 'lost') throw new Over()
    return judge(kind, resident, update, from.owner)
  }

  /** Takes the rows that other servers wrote meanwhile; `lost` when they do not continue what is resident. */
  async function readOn(reader: Reader): Promise<'read' | 'lost'> {
    const head = await readHead(reader, kind.name)
    if (head?.epoch !== resident.head.epoch) return 'lost'
    for (const row of await readRows(reader, head, resident.head.n)) {
      if (row.n > head.n) break
      const change = takeRow(kind, resident, row)
      // Another server let in what this one would not: they are of two versions.
      if (change === 'refused') return 'lost'
      resident.head = { ...head, n: row.n }
      if (change !== null) for (const editor of editors) editor.changed(change)
    }
    return 'read'
  }

  async function hearOf({ epoch, n }: { readonly epoch: string; readonly n: number }) {
    const { head: known, isStale } = resident
    if (isStale || (epoch === known.epoch && n <= known.n)) return
    if ((await readOn(storage.read)) === 'lost') endFor(null)
  }

  function isWornBy(change: Uint8Array): boolean {
    bytesUnasked += change.byteLength
    if (!kind.isShared || bytesUnasked < WEAR_ASKED_AFTER_BYTES) return false
    bytesUnasked = 0
    return kind.isWorn(resident)
  }

  /** What was sent is kept, and its author finds it again: whoever opens a worn document opens its content under a new epoch. */
  function beginAnew(from: Editor): EditAnswer {
    endFor(from)
    return { kind: 'unavailable' }
  }

  /** Everybody opens it again; who caused it is answered. */
  function endFor(from: Editor | null): void {
    resident.isStale = true
    for (const editor of editors) if (editor !== from) editor.ended()
  }

  /** A repeat is acknowledged again: the first acknowledgement may have been lost. */
  function answerTo(judged: Exclude<Judged<Held, News>, Fine<Held, News>>): EditAnswer {
    return judged.kind === 'known' ? received(false) : judged
  }

  function received(isNew: boolean): EditAnswer {
    return { kind: 'received', seq: kind.seq(resident.held, resident.head), isNew }
  }

  /** One after the other. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }

  return {
    epoch: head.epoch,
    bytesMax: kind.gate.bytesMax,
    rowTold: () => (kind.isShared ? resident.head.n : null),
    enter: kind.isShared ? (editor) => presence.enter(kind.name, editor) : null,
    claim: (clientId, owner) =>
      storage.transaction((tx) => claimClients(tx, kind.name, [clientId], owner)),
    stateVector: () => Y.encodeStateVector(doc),
    stateFor: (vector) => Y.encodeStateAsUpdate(doc, vector),
    receive: (update, at, from) => inTurn(() => receive({ update, at, from })),
    hearOf: (row) => inTurn(() => hearOf(row)),
    join: (editor) => {
      editors.add(editor)
      return () => editors.delete(editor)
    },
    isStale: () => resident.isStale,
    idle: async () => {
      await queue
    },
  }
}

type Fine<Held, News> = Extract<Judged<Held, News>, { kind: 'fine' }>
