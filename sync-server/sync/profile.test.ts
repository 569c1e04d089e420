import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../domain/values/assert.ts'
import { fingerprint } from '../../domain/values/fingerprint.ts'
import { readRowBody } from '../../domain/wire/frame.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { onEachEngine, type TestDatabase } from '../storage/for-tests.ts'
import { loadProfile } from '../storage/load-profiles.ts'
import {
  openTestDoor,
  openTestEditing,
  type TestDoor,
  type TestEditing,
  type TestPeer,
  testSample,
} from './for-tests.ts'

const site = 'sit_harbour-loft'
const directory = `directory/${site}`
const hidden = '+49 40 555 0199'

onEachEngine('a profile', (makeDatabase) => {
  let database: TestDatabase
  let door: TestDoor

  beforeAll(async () => {
    database = await makeDatabase(testSample)
    door = await openTestDoor(await database.open())
  })
  afterAll(async () => {
    await door.close()
    await database.remove()
  })

  async function openOwn(member: string): Promise<{ peer: TestPeer; editing: TestEditing }> {
    const peer = await door.open(await door.signIn(member))
    const editing = await openTestEditing(peer, `profile/${member}`)
    await editing.received()
    return { peer, editing }
  }

  function set(editing: TestEditing, root: string, key: string, value: unknown): Promise<number> {
    editing.doc.getMap(root).set(key, value)
    return editing.received()
  }

  /** All the bytes that somebody is sent who follows the directory from nothing, or from what they hold. */
  async function bytesOf(peer: TestPeer, held = { epoch: null as string | null, n: 0 }) {
    peer.say({ type: 'follow', channel: 7, document: directory, epoch: held.epoch, n: held.n })
    const { epoch, n, with: what } = await peer.hear('following')
    const count = what === 'current' ? 0 : what === 'snapshot' ? 1 : n - held.n
    let text = ''
    const doc = new Y.Doc()
    for (let row = 0; row < count; row += 1) {
      const { update } = must(readRowBody((await peer.hearFrame()).body), 'a row')
      text += new TextDecoder().decode(update)
      if (what === 'snapshot') Y.applyUpdate(doc, update)
    }
    peer.say({ type: 'leave', channel: 7 })
    await peer.ping() // what came in between is no answer
    peer.heard.length = 0
    const people = (doc.getMap('sections').toJSON()['people'] ?? {}) as Record<string, unknown>
    return { epoch, n, text, people, what }
  }

  test('[PROFILE-04] [A-01] two devices that wrote apart both find their words, and the space keeps both', async () => {
    const phone = await openOwn('mem_hana')
    const laptop = await openOwn('mem_hana')
    // Both from the same state: neither has heard of the other yet.
    phone.editing.doc.getMap('fields').set('company', 'Sato Letters')
    phone.editing.doc.getArray('about').insert(0, ['I ', 'draw.'])
    laptop.editing.doc.getMap('fields').set('phone', hidden)
    laptop.editing.doc.getMap('skills').set('Type design', true)
    await phone.editing.received()
    await laptop.editing.received()
    await Promise.all([phone.peer.dealtWith(), laptop.peer.dealtWith()])
    const found = await loadProfile(door.space.storage.read, 'mem_hana')
    expect(found?.profile).toMatchObject({
      ...{ company: 'Sato Letters', phone: hidden, skills: ['Type design'], about: 'I draw.' },
    })
  })

  test('[DIRECTORY-01] [D-54] nobody is listed who has not said so, and then with what they show alone', async () => {
    const { space } = door
    const { editing } = await openOwn('mem_hana')
    await space.runJobs()
    const reader = await door.open(await door.signIn('mem_dev'))
    expect((await bytesOf(reader)).people).not.toHaveProperty('mem_hana')
    await set(editing, 'shown', 'name', true)
    await set(editing, 'shown', 'skills', true)
    await space.runJobs()
    expect((await bytesOf(reader)).people['mem_hana']).toEqual({
      ...{ memberId: 'mem_hana', name: 'Hana Sato', skills: ['Type design'] },
    })
  })

  test('[DIRECTORY-02] [A-03] [D-54] what is hidden is in no byte of anybody else’s copy, whatever their role, nor in its history', async () => {
    const { space } = door
    const { editing } = await openOwn('mem_hana')
    for (const member of ['mem_dev', 'mem_ola', 'mem_jonas', 'mem_mara']) {
      const peer = await door.open(await door.signIn(member))
      const { text } = await bytesOf(peer)
      expect(text).toContain('Type design')
      expect(text).not.toContain(hidden)
      expect(text).not.toContain('Sato Letters')
      peer.say({ type: 'edit', channel: 9, document: 'profile/mem_hana', epoch: null })
      expect((await peer.hear('left')).code).toBe(4403)
    }
    const reader = await door.open(await door.signIn('mem_dev'))
    const before = await bytesOf(reader)
    await set(editing, 'shown', 'phone', true)
    await space.runJobs()
    expect((await bytesOf(reader)).text).toContain(hidden)
    const shown = await bytesOf(reader)
    await set(editing, 'shown', 'phone', false)
    await space.runJobs()
    // Whoever was away meanwhile, and whoever saw it, is told a document that never held it.
    for (const held of [before, shown]) {
      const after = await bytesOf(reader, held)
      expect(after.epoch).not.toBe(shown.epoch)
      expect(after.text).toContain('Type design')
      expect(after.text).not.toContain(hidden)
    }
    const rows = await space.storage.read
      .selectFrom('document_row')
      .innerJoin('document_head', 'document_head.id', 'document_row.document')
      .select('document_row.bytes')
      .where('document_head.name', '=', directory)
      .execute()
    for (const { bytes } of rows) {
      expect(Buffer.from(bytes).toString('latin1')).not.toContain(hidden)
    }
  })

  test('[DIRECTORY-03] [A-03] the operator turns the directory off, and on again', async () => {
    const { space } = door
    const reader = await door.open(await door.signIn('mem_dev'))
    const turn = async (hasDirectory: boolean) => {
      const basedOn = fingerprint({ hasDirectory: !hasDirectory, hasMessages: true })
      const body = { siteId: site, basedOn, hasDirectory, hasMessages: true }
      const wish = intentOf(space.now, 'directory.save', body)
      await space.send('mem_mara', wish)
      expect((await space.outcomeOf(wish)).outcome).toMatchObject({ kind: 'confirmed' })
      return bytesOf(reader)
    }
    const off = await turn(false)
    expect(off.people).toEqual({})
    expect(off.text).not.toContain('Hana')
    expect(Object.keys((await turn(true)).people)).toContain('mem_hana')
  })

  test('[PROFILE-05] an update that says anything else touches nothing, and its replica starts over', async () => {
    const kept = await loadProfile(door.space.storage.read, 'mem_hana')
    const wrong: readonly ((doc: Y.Doc) => void)[] = [
      (doc) => doc.getMap('fields').set('role', 'owner'),
      (doc) => doc.getMap('fields').set('name', '  Hana'),
      (doc) => doc.getMap('fields').set('name', new Y.Map()),
      (doc) => doc.getMap('links').set('javascript:alert(1)', true),
      (doc) => doc.getMap('skills').set('x'.repeat(41), true),
      (doc) => doc.getMap('secrets').set('name', 'x'),
      (doc) => doc.getMap('fields').set('__proto__', 'x'),
      (doc) => doc.getArray('about').insert(0, ['x'.repeat(2_001)]),
      (doc) => doc.getText('about').insert(0, 'x'),
      (doc) => doc.getMap('about').set('x', 'y'),
      (doc) => doc.getArray('fields').insert(0, ['x']),
    ]
    const peer = await door.open(await door.signIn('mem_hana'))
    for (const [channel, write] of wrong.entries()) {
      const editing = await openTestEditing(peer, 'profile/mem_hana', channel + 1)
      await editing.received()
      const other = new Y.Doc()
      write(other)
      editing.update(Y.encodeStateAsUpdate(other))
      expect([String(write), (await peer.hear('left')).code]).toEqual([String(write), 4409])
      expect(door.log.splice(0)).toHaveLength(1)
    }
    expect(await loadProfile(door.space.storage.read, 'mem_hana')).toEqual(kept)
  })
})
