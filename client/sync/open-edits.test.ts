// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { emptyProfile, type Profile } from '../../domain/community/profile.ts'
import { must } from '../../domain/values/assert.ts'
import { database } from '../store/database.ts'
import { writeIdentity } from '../store/identity.ts'
import { type EditsState, isAllSent } from './open-edits.ts'
import { type OpenProfile, openProfile, readProfile } from './open-profile.ts'
import { pageWire, type Wire } from './page-wire.ts'
import { Space } from './space/for-tests.ts'

/** Nobody answers: the device has no network. */
beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('No network')))
  vi.stubGlobal('__APP_VERSION__', 'test')
})
afterEach(() => {
  vi.unstubAllGlobals()
})

let members = 0

/** A device that has its member's profile, and no network. */
async function makeDevice(said: Record<string, string> = {}) {
  members += 1
  const memberId = `mem_tabs-${members}`
  const name = `profile/${memberId}`
  writeIdentity({ memberId, deviceId: `dev_tabs-${members}` })
  const doc = new Y.Doc()
  for (const [field, value] of Object.entries(said)) doc.getMap('fields').set(field, value)
  const put = (epoch: string, memo: unknown = { pending: [], aside: null }) =>
    database().drafts.put({ name, epoch, memo, bytes: Y.encodeStateAsUpdate(doc) })
  await put('first')
  const row = async () => must(await database().drafts.get(name), 'there is a copy')
  const kept = async (): Promise<Profile> => {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, (await row()).bytes)
    return must(readProfile(copy), 'it can be read')
  }
  return { name, put, row, kept }
}

/** A tab in which the profile is open. */
async function openTab(wire: Wire = pageWire) {
  const shown: { profile: Profile; state: EditsState } = {
    ...{ profile: emptyProfile, state: 'loading' },
  }
  const opened: OpenProfile | null = await openProfile(
    {
      onChange: (profile, state) => Object.assign(shown, { profile, state }),
      onPortraitRefused: () => undefined,
    },
    wire,
  )
  return { ...must(opened, 'somebody is signed in'), shown }
}

test('[DEVICE-93] what two tabs write without a network is in the copy, whichever writes last, and each sees the other’s', async () => {
  const { kept, row } = await makeDevice({ name: 'Hana' })
  const [one, other] = [await openTab(), await openTab()]
  one.write({ kind: 'field', field: 'company', value: 'Sato Maps' })
  await expect.poll(() => other.shown.profile.company).toBe('Sato Maps')
  other.write({ kind: 'field', field: 'work', value: 'Letters' })
  one.write({ kind: 'add', list: 'skills', value: 'maps' })
  await one.close()
  await other.close()
  expect(await kept()).toMatchObject({
    ...{ name: 'Hana', company: 'Sato Maps', work: 'Letters', skills: ['maps'] },
  })
  expect((await row()).memo).toMatchObject({ pending: { length: 3 } })
  const again = await openTab()
  expect(again.shown).toMatchObject({ state: 'here', profile: { company: 'Sato Maps' } })
  await again.close()
})

test('[DEVICE-93] [PROFILE-04] words that one tab was typing leave those alone that another wrote meanwhile', async () => {
  const { kept } = await makeDevice()
  const [one, other] = [await openTab(), await openTab()]
  one.write({ kind: 'about', text: 'I draw letters.', from: '' })
  await expect.poll(() => other.shown.profile.about).toBe('I draw letters.')
  // Both began to type with the same words before their eyes.
  one.write({ kind: 'about', text: 'I draw large letters.', from: 'I draw letters.' })
  await expect.poll(() => other.shown.profile.about).toBe('I draw large letters.')
  other.write({ kind: 'about', text: 'I draw letters. And maps.', from: 'I draw letters.' })
  await expect.poll(() => one.shown.profile.about).toBe('I draw large letters. And maps.')
  await one.close()
  await other.close()
  expect((await kept()).about).toBe('I draw large letters. And maps.')
})

test('[DEVICE-93] [PROFILE-04] with a network two tabs write one profile: each sees the other’s words, the space has all of them once, and nothing waits', async () => {
  const { kept, row } = await makeDevice()
  const space = new Space()
  space.isTellingRows = true
  space.outboxEpoch = 'first'
  const wire: Wire = { openLink: space.openLink, fetchTicket: async () => space.ticket }
  const [one, other] = [await openTab(wire), await openTab(wire)]
  await expect.poll(() => [one.shown.state, other.shown.state]).toEqual(['sent', 'sent'])

  one.write({ kind: 'about', text: 'I draw letters.', from: '' })
  await expect.poll(() => other.shown.profile.about).toBe('I draw letters.')
  one.write({ kind: 'about', text: 'I draw large letters.', from: 'I draw letters.' })
  other.write({ kind: 'about', text: 'I draw letters. And maps.', from: 'I draw letters.' })
  other.write({ kind: 'field', field: 'company', value: 'Sato Maps' })
  const all = { about: 'I draw large letters. And maps.', company: 'Sato Maps' }
  await expect.poll(() => readProfile(space.outbox)).toMatchObject(all)
  await expect.poll(() => one.shown).toMatchObject({ profile: all, state: 'sent' })
  await expect.poll(() => other.shown).toMatchObject({ profile: all, state: 'sent' })

  await one.close()
  await other.close()
  expect(await kept()).toMatchObject(all)
  expect((await row()).memo).toMatchObject({ pending: [] })
})

test('[DEVICE-93] [DEVICE-92] a tab that was left behind does not write over a newer copy, and its words are written again there', async () => {
  const { kept, put, row } = await makeDevice({ name: 'Hana' })
  const late = await openTab()
  await put('second')
  late.write({ kind: 'field', field: 'company', value: 'Sato Maps' })
  await late.close()
  expect(await row()).toMatchObject({
    ...{ epoch: 'second' },
    memo: { pending: [{ isOwed: true, edit: { value: 'Sato Maps' } }] },
  })
  expect((await kept()).company).toBe('')
})

test('[DEVICE-74] a picture and edits that wait are something that only this device has, also as earlier versions kept them', async () => {
  const { row, put } = await makeDevice()
  expect(isAllSent((await row()).memo)).toBe(true)
  const tab = await openTab()
  tab.setPortrait({ siteId: 'sit_a', bytes: new Uint8Array([1]) })
  await tab.close()
  expect(isAllSent((await row()).memo)).toBe(false)
  await put('first', {
    ...{ pending: [{ kind: 'field', field: 'name', value: 'Hana' }], portrait: null },
  })
  expect(isAllSent((await row()).memo)).toBe(false)
  const again = await openTab()
  expect(again.shown.state).toBe('here')
  await again.close()
})
