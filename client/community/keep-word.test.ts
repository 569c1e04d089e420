// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { database } from '../store/database.ts'
import { makeDevice } from '../sync/for-tests.ts'
import { Space } from '../sync/space/for-tests.ts'
import { keepWord } from './keep-word.ts'

function eventOf(name: string) {
  const id = toId('event', `evt_${name}`)
  const endsAt = toInstant(Date.now() + 86_400_000)
  return { id, siteId: toId('site', 'sit_loft'), endsAt }
}

/** What this device will say, in the order in which it leaves. */
async function said(): Promise<readonly number[]> {
  const rows = await database().intents.orderBy('seq').toArray()
  return rows.flatMap(({ intent }) => (intent.kind === 'rsvp.set' ? [intent.body.people] : []))
}

test('[EVENT-03] other guests are one word, of which the last alone leaves; back to what the space knows, none does', async () => {
  makeDevice(new Space())
  const event = eventOf('guests')
  await keepWord(event, 3, 2, true)
  await keepWord(event, 4, 2, true)
  expect(await said()).toEqual([4])
  await keepWord(event, 2, 2, true)
  expect(await said()).toEqual([])
})

test('[EVENT-03] whoever stays away after all, or comes after all, is not overtaken by what they said before', async () => {
  makeDevice(new Space())
  const event = eventOf('after-all')
  await keepWord(event, 3, 2, true)
  await keepWord(event, 0, 2, true)
  expect(await said()).toEqual([0])
  await keepWord(event, 1, 2, false)
  expect(await said()).toEqual([1])
})
