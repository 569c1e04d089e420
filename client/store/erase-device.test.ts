// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { expect, test, vi } from 'vitest'
import { database, durableDatabase } from './database.ts'
import { eraseCopy, eraseDevice } from './erase-device.ts'
import { eraseCopiesOfOthers } from './erase-others.ts'
import {
  dropIdentity,
  readIdentity,
  readSignOutPending,
  writeIdentity,
  writeSignOutPending,
} from './identity.ts'

const ada = { memberId: 'mem_ada', deviceId: 'dev_phone' }

/** The part of the browser's caches that is used. */
function stubCaches(): string[] {
  const names = ['user-pictures', 'workbox-precache']
  const remove = async (name: string) => names.splice(names.indexOf(name), 1).length > 0
  vi.stubGlobal('caches', { keys: async () => [...names], delete: remove })
  return names
}

async function fill(): Promise<void> {
  await database().me.put({
    key: 'me',
    wallet: { lots: [], team: null },
    member: { name: 'Ada' } as never,
    favourites: [],
  }) // enough of a member to find
  await durableDatabase().settings.put({ key: 'seq', value: 7 })
}

test('[DEVICE-72] a sign-out leaves nothing but the note that the space has not heard of it', async () => {
  writeIdentity(ada)
  const caches = stubCaches()
  await fill()
  localStorage.setItem('portal.theme', 'dark')
  writeSignOutPending(true)
  await eraseDevice()
  expect(await Dexie.getDatabaseNames()).toEqual([])
  expect(Object.keys(localStorage)).toEqual(['portal.sign-out-pending'])
  expect([readIdentity(), readSignOutPending()]).toEqual([null, true])
  expect(caches).toEqual(['workbox-precache'])
})

test('[DEVICE-72] a sign-out waits until another tab has let go of the data', async () => {
  writeIdentity(ada)
  stubCaches()
  await fill()
  const name = database().name
  const { promise: isOpen, resolve: opened } = Promise.withResolvers<IDBDatabase>()
  const request = indexedDB.open(name)
  request.onsuccess = () => opened(request.result)
  const otherTab = await isOpen
  let isGone = false
  const erasing = eraseDevice().then(() => {
    isGone = true
  })
  await new Promise((blocked) => {
    otherTab.onversionchange = blocked
  })
  expect(isGone).toBe(false)
  otherTab.close()
  await erasing
  expect(await Dexie.getDatabaseNames()).toEqual([])
})

test('[DEVICE-73] what the space sent goes with its pictures, and what waits to be sent stays', async () => {
  writeIdentity(ada)
  const caches = stubCaches()
  await fill()
  await eraseCopy(database())
  expect(caches).toEqual(['workbox-precache'])
  expect(await database().me.count()).toBe(0)
  expect(await database().settings.get('seq')).toEqual({ key: 'seq', value: 7 })
  dropIdentity()
})

test('[DEVICE-76] who signs in where somebody else was locked out finds nothing of theirs, and what those had to send waits for them', async () => {
  writeIdentity(ada)
  const caches = stubCaches()
  await fill()
  await eraseCopiesOfOthers(ada.memberId)
  expect([await database().me.count(), caches]).toEqual([1, ['user-pictures', 'workbox-precache']])
  await eraseCopiesOfOthers('mem_ben')
  expect([await database().me.count(), caches]).toEqual([0, ['workbox-precache']])
  expect(await database().settings.get('seq')).toEqual({ key: 'seq', value: 7 })
  dropIdentity()
})
