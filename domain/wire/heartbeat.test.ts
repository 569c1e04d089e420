import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heard, makeHeartbeat, stepHeartbeat } from './heartbeat.ts'

/** Ticks until it gives up; gives when, and when it asked. */
function silence(from: number, everyMs: number) {
  let beat = makeHeartbeat(from)
  const asked: number[] = []
  for (let at = from + everyMs; ; at += everyMs) {
    const step = stepHeartbeat(beat, at)
    beat = step.beat
    if (step.verdict === 'ask') asked.push(at - from)
    if (step.verdict === 'dead') return { asked, deadAfterMs: at - from }
  }
}

test('[WIRE-50] a link that goes silent is asked once and given up in less than 20 s', () => {
  expect(silence(0, 1_000)).toEqual({ asked: [8_000], deadAfterMs: 18_000 })
})

test('[WIRE-50] however often it looks, up to once a second, it notices in less than 20 s', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.nat(1e9), (everyMs, from) => {
      const { asked, deadAfterMs } = silence(from, everyMs)
      expect(asked.length).toBe(1)
      expect(deadAfterMs).toBeLessThan(20_000)
    }),
  )
})

test('[WIRE-50] any word answers the question, the pong or a row', () => {
  let { beat } = stepHeartbeat(makeHeartbeat(0), 8_000)
  expect(beat.askedAt).toBe(8_000)
  beat = heard(beat, 17_000)
  expect(stepHeartbeat(beat, 18_000).verdict).not.toBe('dead')
})

test('[WIRE-51] a device that hears something every second still speaks every 8 s', () => {
  let beat = makeHeartbeat(0)
  const asked: number[] = []
  for (let at = 1_000; at <= 32_000; at += 1_000) {
    const step = stepHeartbeat(heard(beat, at), at)
    beat = step.beat
    if (step.verdict === 'ask') asked.push(at)
  }
  expect(asked).toEqual([8_000, 16_000, 24_000, 32_000])
})

test('[WIRE-52] after a sleep of an hour it asks instead of giving up', () => {
  const woken = stepHeartbeat(makeHeartbeat(0), 3_600_000)
  expect(woken.verdict).toBe('ask')
  expect(stepHeartbeat(woken.beat, 3_605_000).verdict).toBe('fine')
  expect(stepHeartbeat(woken.beat, 3_610_000).verdict).toBe('dead')
})
