/** A version that the server speaks is a promise: what an app of that version said, and was told, still means the same. */
import { expect, test } from 'vitest'
import { readFrame, readRowBody } from './frame.ts'
import golden from './golden/version-1.json' with { type: 'json' }
import { parseDown } from './parse-down.ts'
import { parseUp } from './parse-up.ts'
import { WIRE_VERSION, WIRE_VERSION_FLOOR } from './protocol-version.ts'

const versions = [golden]

test('[WIRE-10] every version from the floor to the newest has its golden messages', () => {
  const supported = Array.from(
    { length: WIRE_VERSION - WIRE_VERSION_FLOOR + 1 },
    (_, index) => WIRE_VERSION_FLOOR + index,
  )
  expect(versions.map(({ version }) => version)).toEqual(supported)
})

for (const { version, up, down, frames } of versions) {
  test(`[WIRE-11] what apps of version ${version} say still parses to what they said`, () => {
    for (const { text, parsed } of up) expect(parseUp(text)).toEqual(parsed)
    expect(new Set(up.map(({ parsed }) => parsed.type)).size).toBe(5)
  })

  test(`[WIRE-11] what apps of version ${version} are told still parses to what it said`, () => {
    for (const { text, parsed } of down) expect(parseDown(text)).toEqual(parsed)
    expect(new Set(down.map(({ parsed }) => parsed.type)).size).toBe(7)
  })

  test(`[WIRE-07] a further field from a newer server changes nothing for version ${version}`, () => {
    for (const { text, parsed } of down) {
      const newer = JSON.stringify({ ...JSON.parse(text), colour: 'blue' })
      expect(parseDown(newer)).toEqual(parsed)
    }
  })

  test(`[WIRE-11] binary frames of version ${version} are read as they were meant`, () => {
    for (const golden of frames) {
      const frame = readFrame(Uint8Array.from(Buffer.from(golden.hex, 'hex')))
      expect(frame?.channel).toBe(golden.channel)
      const body = frame?.body ?? new Uint8Array()
      if (golden.n !== undefined) {
        const row = readRowBody(body)
        expect(row?.n).toBe(golden.n)
        expect(Buffer.from(row?.update ?? []).toString('hex')).toBe(golden.update)
      } else {
        expect(body[0]).toBe(golden.more)
        expect(Buffer.from(body.subarray(1)).toString('hex')).toBe(golden.part)
      }
    }
  })
}
