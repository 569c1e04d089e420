import { expect, test } from 'vitest'
import { limits } from '../../domain/values/limits.ts'
import { makePace } from './pace.ts'

function onAClock() {
  const sent: { readonly at: number; readonly bytes: number }[] = []
  let now = 0
  let due: { readonly at: number; readonly work: () => void } | null = null
  const pace = makePace({
    send: ({ byteLength }) => sent.push({ at: now, bytes: byteLength }),
    now: () => now,
    after: (ms, work) => {
      due = { at: now + ms, work }
      return () => {
        due = null
      }
    },
  })
  const pass = () => {
    for (let next = due; next !== null; next = due) {
      due = null
      now = next.at
      next.work()
    }
  }
  return { pace, sent, pass }
}

test('[SYNC-15] what is written without a network, or brought back whole, never goes out faster than a connection may send', () => {
  const { pace, sent, pass } = onAClock()
  const part = new Uint8Array(limits.frameBytesMax)
  for (let n = 0; n < 40; n += 1) pace.send(part)
  pass()
  expect(sent).toHaveLength(40)
  for (const [index, { at }] of sent.entries()) {
    const bytes = (index + 1) * part.byteLength
    const seconds = limits.socketBurstSeconds + at / 1000
    expect(bytes).toBeLessThanOrEqual(seconds * limits.socketBytesPerSecondMax)
  }
})

test('a small change goes out at once, and nothing is sent for a connection that is gone', () => {
  const { pace, sent, pass } = onAClock()
  pace.send(new Uint8Array(100))
  expect(sent).toEqual([{ at: 0, bytes: 100 }])
  for (let n = 0; n < 40; n += 1) pace.send(new Uint8Array(limits.frameBytesMax))
  const before = sent.length
  pace.stop()
  pass()
  expect(sent).toHaveLength(before)
})
