// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../domain/values/assert.ts'
import { limits } from '../../domain/values/limits.ts'
import { database } from '../store/database.ts'
import { writeIdentity } from '../store/identity.ts'
import { openSharedDocument, type SharedDocument, type Standing } from './shared-document.ts'
import { Space } from './space/for-tests.ts'

const name = 'plan/sit_a/flr_a/draft'
let members = 0

/** A tab that writes a shared document, on a device of its own; `open` is a tab that is opened there again. */
function makeTab(space: Space) {
  space.isTellingRows = true
  members += 1
  const identity = { memberId: `mem_mara-${members}`, deviceId: `dev_desk-${members}` }
  writeIdentity(identity)
  const docs: Y.Doc[] = []
  const standings: Standing[] = []
  const memos: unknown[] = []
  const open = (): Promise<SharedDocument> =>
    openSharedDocument({
      name,
      bytesMax: limits.planDraftBytesMax,
      identity,
      app: 'test',
      openLink: space.openLink,
      fetchTicket: async () => space.ticket,
      random: () => 0,
      onDocument: (doc, memo) => {
        docs.push(doc)
        memos.push(memo)
      },
      memo: () => `${docs.length} opened`,
      onStanding: (standing) => standings.push(standing),
      onPresence: () => undefined,
    })
  const write = (key: string, value: string) =>
    must(docs.at(-1), 'it is open').getMap('floor').set(key, value)
  const read = () => must(docs.at(-1), 'it is open').getMap('floor').toJSON()
  return { open, write, read, docs, memos, standing: () => standings.at(-1) }
}

function isConfirmed(standing: Standing | undefined): boolean {
  return standing?.isConfirmed === true && standing.at !== null
}

test('[DEVICE-90] what is written reaches the space, and only then is it said to be there', async () => {
  const space = new Space()
  const tab = makeTab(space)
  const shared = await tab.open()
  await expect.poll(() => isConfirmed(tab.standing())).toBe(true)
  space.isAcknowledging = false
  tab.write('size', 'large')
  expect(tab.standing()).toMatchObject({ isConfirmed: false, at: null })
  await expect.poll(() => space.outbox.getMap('floor').get('size')).toBe('large')
  expect(tab.standing()).toMatchObject({ isConfirmed: false })
  space.isAcknowledging = true
  space.cut()
  await expect.poll(() => isConfirmed(tab.standing())).toBe(true)
  await shared.close()
})

test('[DEVICE-91] what is written without a network is there after a restart, and joins what others wrote meanwhile', async () => {
  const space = new Space()
  const tab = makeTab(space)
  const first = await tab.open()
  await expect.poll(() => isConfirmed(tab.standing())).toBe(true)
  space.ticket = { kind: 'unreachable' }
  space.cut()
  tab.write('mine', 'kept')
  await first.close()
  expect((await database().drafts.get(name))?.memo).toBe('1 opened')

  const again = await tab.open()
  expect(tab.read()).toEqual({ mine: 'kept' })
  expect(tab.memos.at(-1)).toBe('1 opened')
  await again.close()

  space.outbox.getMap('floor').set('theirs', 'too')
  space.ticket = { kind: 'ticket', ticket: 'ticket' }
  const online = await tab.open()
  await expect.poll(() => tab.read()).toEqual({ mine: 'kept', theirs: 'too' })
  await expect.poll(() => space.outbox.getMap('floor').get('mine')).toBe('kept')
  await online.close()
})

test('[DEVICE-92] a copy of another epoch is not joined: the document is begun anew, as the space has it', async () => {
  const space = new Space()
  const tab = makeTab(space)
  const first = await tab.open()
  await expect.poll(() => isConfirmed(tab.standing())).toBe(true)
  tab.write('old', 'yes')
  await expect.poll(() => isConfirmed(tab.standing())).toBe(true)
  await first.close()

  space.outbox = new Y.Doc()
  space.outbox.getMap('floor').set('new', 'yes')
  space.outboxEpoch = 'another'
  const again = await tab.open()
  await expect.poll(() => tab.read()).toEqual({ new: 'yes' })
  await expect.poll(() => isConfirmed(tab.standing())).toBe(true)
  expect(space.outbox.getMap('floor').toJSON()).toEqual({ new: 'yes' })
  await again.close()
})
