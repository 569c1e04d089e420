// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { createRoot } from 'solid-js'
import { beforeEach, expect, test } from 'vitest'
import { writeIdentity } from './identity.ts'
import { findUnsent } from './unsent.ts'
import { createUnsentText } from './unsent-text.ts'

beforeEach(() => {
  writeIdentity({ memberId: 'mem_ada', deviceId: 'dev_phone' })
})

const keptAt = async (key: string) => (await findUnsent(key))?.value

/** Sends, and answers when the test does. */
function makeSpace() {
  const heard: string[] = []
  let answer: (went: boolean) => void = () => undefined
  const hear = (said: string) => {
    heard.push(said)
    return new Promise<boolean>((resolve) => {
      answer = resolve
    })
  }
  return { heard, hear, answer: (went: boolean) => answer(went) }
}

test('[X-03] what is typed while a word is on its way stays when the word has arrived', async () => {
  const written = createRoot(() => createUnsentText('answer/anew'))
  const space = makeSpace()
  written.write(' The third one this week ')
  const sending = written.send(space.hear)
  written.write('A new one comes at noon')
  space.answer(true)
  await sending
  expect(space.heard).toEqual(['The third one this week'])
  expect(written.text()).toBe('A new one comes at noon')
  await expect.poll(() => keptAt('answer/anew')).toBe('A new one comes at noon')
})

test('[X-03] of words typed on behind those on their way only the new ones are left', async () => {
  const written = createRoot(() => createUnsentText('answer/on'))
  const space = makeSpace()
  written.write('The lamp is back.')
  const sending = written.send(space.hear)
  written.write('The lamp is back. And the chair?')
  space.answer(true)
  await sending
  expect(written.text()).toBe('And the chair?')
})

test('[X-03] a word is sent once, however often one taps, and is gone from the device then', async () => {
  const written = createRoot(() => createUnsentText('answer/once'))
  const space = makeSpace()
  written.write('Thank you')
  const sending = [written.send(space.hear), written.send(space.hear)]
  expect(written.isSending()).toBe(true)
  space.answer(true)
  await Promise.all(sending)
  expect(space.heard).toEqual(['Thank you'])
  expect(written.text()).toBe('')
  await expect.poll(() => keptAt('answer/once')).toBeUndefined()
})

test('[X-03] what could not be sent stays where it was typed', async () => {
  const written = createRoot(() => createUnsentText('answer/no'))
  const space = makeSpace()
  written.write('Hello?')
  const sending = written.send(space.hear)
  space.answer(false)
  await sending
  expect(written.text()).toBe('Hello?')
  expect(written.isSending()).toBe(false)
  await expect.poll(() => keptAt('answer/no')).toBe('Hello?')
})
