import { afterAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { toId } from '../../../domain/values/ids.ts'
import {
  addObject,
  readDraft,
  setProperties,
} from '../../../floorplans/document/draft/draft-document.ts'
import { deskOf } from '../../../floorplans/document/draft/for-tests.ts'
import { planOfDraft } from '../../../floorplans/document/draft/plan-of-draft.ts'
import { beginGeneration } from '../../storage/begin-generation.ts'
import { readHead, readRows } from '../../storage/document-log.ts'
import { onEachEngine } from '../../storage/for-tests.ts'
import { invariants } from '../../storage/invariants.ts'
import { loadPlan } from '../../storage/load-plans.ts'
import { hearSync, poll, type TestPeer } from '../for-tests.ts'
import { docOf } from '../judge-update.ts'
import { drawn, drawTogether, openDraft } from './for-tests.ts'
import { joinOldRows } from './join-old-rows.ts'
import { readDraftAt } from './plan-draft.ts'

const siteId = toId('site', 'sit_harbour-loft')
const floorId = toId('floor', 'flr_loft')
const name = { kind: 'plan-draft', siteId, floorId } as const

onEachEngine('a draft of a plan', (makeDatabase) => {
  const drawing = drawTogether(makeDatabase)
  afterAll(async () => {
    for (const check of invariants) {
      const violations = await check.violations(drawing.door.space.storage.read)
      expect({ [check.title]: violations }).toEqual({ [check.title]: [] })
    }
  })

  /** Applies the next change that the second editor is sent. */
  async function hear(): Promise<void> {
    const message = await hearSync(drawing.peers[1] as TestPeer)
    if (message?.kind === 'write') Y.applyUpdate(drawing.jonas.doc, message.update, 'server')
  }

  async function head() {
    const found = await readHead(drawing.door.space.storage.read, drawn)
    if (found === null) throw new Error('it was opened')
    return found
  }

  test('[SYNC-70] the first opening writes the published plan into it, as the space', async () => {
    const plan = await loadPlan(drawing.door.space.storage.read, floorId, 1)
    const rows = await readRows(drawing.door.space.storage.read, await head(), 0)
    const [first] = rows
    const draft = readDraft(docOf(first === undefined ? [] : [first.bytes]))
    expect(draft && planOfDraft(draft, floorId, 1)).toEqual(plan)
    const claims = await drawing.door.space.storage.read
      .selectFrom('client_claim')
      .select('owner')
      .where('document', '=', drawn)
      .execute()
    expect(claims).toContainEqual({ owner: 'space' })
  })

  test('[SYNC-70] a floor without a plan begins as twenty by fifteen metres, and an unknown floor is not there', async () => {
    const { storage } = drawing.door.space
    const { body } = await storage.read
      .selectFrom('site')
      .select('body')
      .where('id', '=', siteId)
      .executeTakeFirstOrThrow()
    const site = JSON.parse(body)
    const floors = [...site.floors, { id: 'flr_attic', name: 'Attic', planVersion: 0 }]
    await storage.transaction((tx) =>
      tx
        .updateTable('site')
        .set({ body: JSON.stringify({ ...site, floors }) })
        .where('id', '=', siteId)
        .execute(),
    )
    const { peer, editing } = await openDraft(
      drawing.door,
      'mem_mara',
      `plan/${siteId}/flr_attic/draft`,
    )
    expect(readDraft(editing.doc)).toMatchObject({ size: { width: 2000, height: 1500 } })
    for (const other of [
      `plan/${siteId}/flr_cellar/draft`,
      `plan/sit_pier-studio/${floorId}/draft`,
    ]) {
      peer.say({ type: 'edit', channel: 9, document: other, epoch: null })
      expect(await peer.hear('left')).toMatchObject({ channel: 9, code: 4403 })
    }
    peer.socket.terminate()
  })

  test('[SYNC-71] who writes is told the row, and every other editor the change and then its row', async () => {
    const before = (await head()).n
    const id = drawing.addDesk(drawing.mara)
    expect(await drawing.mara.received()).toBe(before + 1)
    await hear()
    expect(await drawing.jonas.received()).toBe(before + 1)
    expect(readDraft(drawing.jonas.doc)?.objects.get(id)).toMatchObject({ at: { x: 500, y: 500 } })
    setProperties(drawing.jonas.doc, id, { at: { x: 700, y: 500 } }, 'test')
    expect(await drawing.jonas.received()).toBe(before + 2)
    expect(await drawing.mara.received()).toBe(before + 2)
    const { epoch } = await head()
    const { read } = drawing.door.space.storage
    const old = await readDraftAt(read, name, epoch, before + 1)
    expect(old?.objects.get(id)).toMatchObject({ at: { x: 500, y: 500 } })
    const now = await readDraftAt(read, name, epoch, before + 2)
    expect(now?.objects.get(id)).toMatchObject({ at: { x: 700, y: 500 } })
    expect(await readDraftAt(read, name, epoch, before + 3)).toBeNull()
    expect(await readDraftAt(read, name, 'another', before)).toBeNull()
  })

  test('[SYNC-72] members, and staff who do not manage, are told that there is no such document', async () => {
    for (const member of ['mem_hana', 'mem_ola']) {
      const peer = await drawing.door.open(await drawing.door.signIn(member))
      peer.say({ type: 'edit', channel: 1, document: drawn, epoch: null })
      expect(await peer.hear('left')).toEqual({ type: 'left', channel: 1, code: 4403 })
      peer.say({ type: 'follow', channel: 2, document: drawn, epoch: null, n: 0 })
      expect(await peer.hear('left')).toEqual({ type: 'left', channel: 2, code: 4403 })
      peer.socket.terminate()
    }
    drawing.peers[0]?.say({ type: 'follow', channel: 2, document: drawn, epoch: null, n: 0 })
    expect(await drawing.peers[0]?.hear('left')).toMatchObject({ channel: 2, code: 4403 })
  })

  test('[SYNC-33] nobody writes under the client id of somebody else', async () => {
    drawing.addDesk(drawing.mara)
    await drawing.mara.received()
    await hear()
    await drawing.jonas.received()
    const forged = new Y.Doc()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(drawing.mara.doc))
    forged.clientID = drawing.mara.doc.clientID
    const before = Y.encodeStateVector(forged)
    addObject(forged, 'obj_forged', deskOf('forged', 100, 100), 'test')
    const held = await head()
    drawing.jonas.update(Y.encodeStateAsUpdate(forged, before))
    expect(await drawing.peers[1]?.hear('left')).toMatchObject({ code: 4409 })
    expect(await head()).toEqual(held)
  })

  test('[SYNC-81] nobody deletes in the name of somebody else', async () => {
    const id = drawing.addDesk(drawing.mara)
    await drawing.mara.received()
    await hear()
    await drawing.jonas.received()
    setProperties(drawing.jonas.doc, id, { goneBy: 'mem_jonas' }, 'test')
    await drawing.jonas.received()
    const held = await head()
    setProperties(drawing.jonas.doc, id, { goneBy: 'mem_mara' }, 'test')
    expect(await drawing.peers[1]?.hear('left')).toMatchObject({ code: 4409 })
    expect(await head()).toEqual(held)
  })

  test('[SYNC-74] a refused change leaves everybody else with what they hold', async () => {
    const held = await head()
    drawing.jonas.doc.getMap('objects').set('obj_bad', new Y.Map([['kind', 'place']]))
    expect(await drawing.peers[1]?.hear('left')).toMatchObject({ code: 4409 })
    expect(await head()).toEqual(held)
    const id = drawing.addDesk(drawing.mara)
    expect(await drawing.mara.received()).toBe(held.n + 1)
    const { peer, editing } = await openDraft(drawing.door, 'mem_jonas')
    expect(readDraft(editing.doc)?.objects.has(id)).toBe(true)
    expect(editing.doc.getMap('objects').has('obj_bad')).toBe(false)
    peer.socket.terminate()
  })

  test('[SYNC-76] what cannot be stored sends every editor back to open it again', async () => {
    drawing.door.storageIsAway = true
    drawing.addDesk(drawing.mara)
    for (const peer of drawing.peers) expect(await peer.hear('left')).toMatchObject({ code: 4503 })
    drawing.door.storageIsAway = false
    const { peer, editing } = await openDraft(drawing.door, 'mem_mara')
    expect(readDraft(editing.doc)).not.toBeNull()
    peer.socket.terminate()
  })

  test('[SYNC-75] the last thousand rows stay readable, older ones are joined under the same epoch', async () => {
    const { storage } = drawing.door.space
    const id = drawing.addDesk(drawing.mara)
    let n = await drawing.mara.received()
    const from = n
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(drawing.mara.doc))
    const updates: Buffer[] = []
    doc.on('update', (update: Uint8Array) => updates.push(Buffer.from(update)))
    for (let x = 1; x <= 2_100; x += 1) setProperties(doc, id, { at: { x, y: 500 } }, 'test')
    for (const peer of drawing.peers) peer.socket.terminate()
    await expect.poll(() => drawing.door.server.count(), poll).toBe(0)
    const joined = await storage.transaction(async (tx) => {
      const before = await readHead(tx, drawn)
      if (before === null) throw new Error('it was opened')
      for (let at = 0; at < updates.length; at += 100) {
        const rows = updates.slice(at, at + 100).map((bytes) => {
          n += 1
          return { document: before.id, n, bytes, at: 0 }
        })
        await tx.insertInto('document_row').values(rows).execute()
      }
      await tx.updateTable('document_head').set({ n }).where('id', '=', before.id).execute()
      return joinOldRows(tx, { ...before, n })
    })
    expect(joined).toMatchObject({ n, epoch: drawing.mara.epoch })
    expect(await readRows(storage.read, joined, 0)).toHaveLength(1_001)
    const xAt = async (row: number) => {
      const object = (await readDraftAt(storage.read, name, drawing.mara.epoch, row))?.objects.get(
        id,
      )
      return object?.kind === 'place' ? object.at.x : null
    }
    expect(await xAt(n)).toBe(2_100)
    expect(await xAt(n - 1_000)).toBe(n - 1_000 - from)
    expect(await xAt(n - 1_001)).toBeNull()
    const { peer, editing } = await openDraft(drawing.door, 'mem_mara')
    expect(editing.epoch).toBe(drawing.mara.epoch)
    expect(await editing.received()).toBe(n)
    peer.socket.terminate()
  })

  test('[SYNC-80] a draft that is mostly what nobody sees any more begins anew with what is seen, while it is drawn', async () => {
    const id = drawing.addDesk(drawing.mara)
    await drawing.mara.received()
    const other = drawing.addDesk(drawing.mara, { at: { x: 900, y: 900 } })
    await drawing.mara.received()
    const { byteLength: begun } = Y.encodeStateAsUpdate(drawing.mara.doc)
    const left = drawing.peers.map((peer) => peer.hear('left'))
    let isLeft = false
    void left[0]?.then(() => {
      isLeft = true
    })
    // By turns, so that what is overwritten cannot be joined.
    for (let part = 0; part < 20 && !isLeft; part += 1) {
      drawing.mara.doc.transact(() => {
        for (let x = 0; x < 1_000; x += 1) {
          setProperties(drawing.mara.doc, x % 2 === 0 ? id : other, { at: { x, y: part } }, 'test')
        }
      })
      await Promise.race([drawing.mara.received(), left[0]])
      await drawing.door.pass(3_000)
    }
    for (const end of left) expect(await end).toMatchObject({ code: 4503 })
    expect(Y.encodeStateAsUpdate(drawing.mara.doc).byteLength).toBeLessThan(2.5 * begun)
    const content = readDraft(drawing.mara.doc)
    const { peer, editing } = await openDraft(drawing.door, 'mem_mara')
    expect(editing.epoch).not.toBe(drawing.mara.epoch)
    expect(readDraft(editing.doc)).toEqual(content)
    expect(await editing.received()).toBe(1)
    peer.socket.terminate()
  })

  test('[SYNC-77] after a restore a draft is what the backup held, under a new epoch', async () => {
    const id = drawing.addDesk(drawing.mara)
    await drawing.mara.received()
    for (const peer of drawing.peers) peer.socket.terminate()
    await expect.poll(() => drawing.door.server.count(), poll).toBe(0)
    await beginGeneration(drawing.door.space.storage, 'generation-after')
    const { peer, editing } = await openDraft(drawing.door, 'mem_mara')
    expect(editing.epoch).toBe('generation-after')
    expect(readDraft(editing.doc)?.objects.has(id)).toBe(true)
    peer.socket.terminate()
  })
})
