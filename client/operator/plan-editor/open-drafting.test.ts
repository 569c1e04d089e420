// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { must } from '../../../domain/values/assert.ts'
import { toId } from '../../../domain/values/ids.ts'
import type { Draft } from '../../../floorplans/document/draft/draft.ts'
import { readDraft, writeDraft } from '../../../floorplans/document/draft/draft-document.ts'
import type { Drafting, Touch } from '../../../floorplans/document/draft/drafting.ts'
import { deskOf, draftWith } from '../../../floorplans/document/draft/for-tests.ts'
import { database } from '../../store/database.ts'
import { writeIdentity } from '../../store/identity.ts'
import type { Standing } from '../../sync/shared-document.ts'
import { Space } from '../../sync/space/for-tests.ts'
import { openDrafting } from './open-drafting.ts'

beforeEach(() => vi.stubGlobal('__APP_VERSION__', 'test'))
afterEach(() => {
  vi.unstubAllGlobals()
})

let devices = 0

/** Mara's device with the draft of a floor on it, and a space that has the same. */
async function makeDevice() {
  devices += 1
  writeIdentity({ memberId: `mem_draws-${devices}`, deviceId: `dev_draws-${devices}` })
  const space = new Space()
  space.isTellingRows = true
  const two = draftWith({ obj_a: deskOf('a', 200, 200), obj_b: deskOf('b', 500, 500) })
  writeDraft(space.outbox, two, null)
  const place = {
    ...{ siteId: toId('site', 'sit_a'), floorId: toId('floor', `flr_draws-${devices}`) },
    by: toId('member', `mem_draws-${devices}`),
  }
  const name = `plan/${place.siteId}/${place.floorId}/draft`
  const bytes = Y.encodeStateAsUpdate(space.outbox)
  await database().drafts.put({ name, epoch: space.outboxEpoch, memo: [], bytes })

  async function openTab() {
    let hands: Drafting | null = null
    let standing: Standing | null = null
    const lost: Touch[] = []
    const setAside: Touch[] = []
    const opened = await openDrafting(
      place.siteId,
      place.floorId,
      place.by,
      {
        onDrafting: (drafting) => {
          hands = drafting
          drafting.onLost((touches) => lost.push(...touches))
        },
        onSetAside: (touches) => setAside.push(...touches),
        onStanding: (now) => {
          standing = now
        },
        onPresence: () => undefined,
      },
      { openLink: space.openLink, fetchTicket: async () => space.ticket },
    )
    const drafting = () => must(hands, 'it is open')
    const of = (id: string) => drafting().read()?.objects.get(id)
    const move = (id: string, x: number) =>
      drafting().change((hand) => hand.set(id, { at: { x, y: 0 } }))
    const isConfirmed = () => standing?.isConfirmed === true && standing.at !== null
    const { close } = must(opened, 'somebody is signed in')
    return { drafting, of, move, isConfirmed, close, lost, setAside }
  }
  const goOffline = () => {
    space.ticket = { kind: 'unreachable' }
    space.cut()
  }
  return { space, name, openTab, goOffline }
}

function beginAnew(space: Space, draft: Draft): void {
  space.outbox = new Y.Doc()
  writeDraft(space.outbox, draft, null)
  space.outboxEpoch = 'another'
  space.ticket = { kind: 'ticket', ticket: 'ticket' }
}

for (const network of ['with', 'without'] as const) {
  test(`[DEVICE-93] [DRAFT-08] ${network} a network two tabs draw one floor: each sees the other's hand, none loses by it, and each undoes its own`, async () => {
    const { openTab, goOffline, name } = await makeDevice()
    if (network === 'without') goOffline()
    const [one, other] = [await openTab(), await openTab()]
    if (network === 'with') await expect.poll(() => one.isConfirmed()).toBe(true)
    if (network === 'with') await expect.poll(() => other.isConfirmed()).toBe(true)

    one.move('obj_a', 300)
    await expect.poll(() => other.of('obj_a')).toMatchObject({ at: { x: 300 } })
    other.move('obj_b', 600)
    await expect.poll(() => one.of('obj_b')).toMatchObject({ at: { x: 600 } })
    expect(one.drafting().canUndo()).toBe(true)
    one.drafting().undo()
    await expect.poll(() => other.of('obj_a')).toMatchObject({ at: { x: 200 } })
    expect(one.of('obj_b')).toMatchObject({ at: { x: 600 } })
    expect(one.drafting().canUndo()).toBe(false)

    // What one drew the other may draw on, and neither is told that somebody took it away.
    one.move('obj_a', 400)
    await expect.poll(() => other.of('obj_a')).toMatchObject({ at: { x: 400 } })
    other.move('obj_a', 700)
    await expect.poll(() => one.of('obj_a')).toMatchObject({ at: { x: 700 } })
    one.drafting().undo()
    expect(one.of('obj_a')).toMatchObject({ at: { x: 700 } })
    expect([...one.lost, ...other.lost]).toEqual([])

    await one.close()
    await other.close()
    const kept = new Y.Doc()
    Y.applyUpdate(kept, must(await database().drafts.get(name), 'there is a copy').bytes)
    const at = (id: string) => (kept.getMap('objects').get(id) as Y.Map<unknown>).get('at')
    expect([at('obj_a'), at('obj_b')]).toEqual([
      { x: 700, y: 0 },
      { x: 600, y: 0 },
    ])
  })
}

test('[DEVICE-93] [DEVICE-92] what two tabs drew without a network is set aside, of both, where the space began the floor anew', async () => {
  const { space, openTab, goOffline, name } = await makeDevice()
  goOffline()
  const [one, other] = [await openTab(), await openTab()]
  one.move('obj_a', 300)
  await expect.poll(() => other.of('obj_a')).toMatchObject({ at: { x: 300 } })
  other.move('obj_b', 600)
  await one.close()
  await other.close()
  expect((await database().drafts.get(name))?.memo).toMatchObject({ touches: [{}, {}] })

  beginAnew(space, draftWith({ obj_a: deskOf('a', 0, 0) }))
  const again = await openTab()
  await expect.poll(() => again.setAside.map(({ id }) => id).sort()).toEqual(['obj_a', 'obj_b'])
  await again.close()
})

test('[DRAFT-14] [DEVICE-92] what was drawn without a network goes on where the space began the floor anew, and is undone as before', async () => {
  const { space, openTab, goOffline } = await makeDevice()
  const before = must(readDraft(space.outbox), 'it was written')
  goOffline()
  const tab = await openTab()
  tab.move('obj_a', 300)
  tab.drafting().change((hands) => hands.add('obj_c', deskOf('c', 900, 900)))
  tab.drafting().change((hands) => hands.set('obj_c', { rotation: 90 }))
  tab.drafting().change((hands) => hands.setResource(toId('resource', 'res_a'), { name: 'Oak' }))

  const seen: (boolean | undefined)[] = []
  beginAnew(space, before)
  await expect
    .poll(() => {
      seen.push(tab.drafting().read() !== null)
      return readDraft(space.outbox)?.objects.get('obj_c')
    })
    .toMatchObject({ at: { x: 900 }, rotation: 90 })
  expect(seen).not.toContain(false)
  await expect.poll(() => tab.isConfirmed()).toBe(true)
  expect(readDraft(space.outbox)?.objects.get('obj_a')).toMatchObject({ at: { x: 300 } })
  expect(readDraft(space.outbox)?.resources.get(toId('resource', 'res_a'))).toEqual({ name: 'Oak' })
  expect([tab.setAside, tab.lost]).toEqual([[], []])
  for (let step = 0; step < 4; step += 1) tab.drafting().undo()
  expect(tab.of('obj_a')).toMatchObject({ at: { x: 200 } })
  expect(tab.of('obj_c')).toMatchObject({ goneBy: expect.stringMatching('mem_draws') })
  expect(tab.drafting().read()?.resources.size).toBe(0)
  await tab.close()
})

test('[DRAFT-14] what waits to go on is kept where the device closes before the new floor has arrived', async () => {
  const { space, name, openTab, goOffline } = await makeDevice()
  const before = must(readDraft(space.outbox), 'it was written')
  goOffline()
  const tab = await openTab()
  tab.move('obj_a', 300)
  await tab.close()
  const kept = must(await database().drafts.get(name), 'there is a copy')
  const { touches } = kept.memo as { touches: unknown }
  // As a device leaves it that let go of the old floor and heard nothing of the new one.
  const bytes = Y.encodeStateAsUpdate(new Y.Doc())
  await database().drafts.put({
    ...kept,
    epoch: 'another',
    bytes,
    memo: { touches: [], waiting: touches },
  })
  beginAnew(space, before)
  const again = await openTab()
  await expect.poll(() => again.of('obj_a')).toMatchObject({ at: { x: 300 } })
  expect(again.setAside).toEqual([])
  await again.close()
})
