/** Hostile and foreign input at both ends of the wire. What parses when it should stands in the golden messages. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDown } from './parse-down.ts'
import { parseUp } from './parse-up.ts'

const follow = { type: 'follow', channel: 2, document: 'member/mem_ada', epoch: null, n: 0 }
const hello = { type: 'hello', wire: 1, app: '0.1.0', device: 'dev_phone' }

/** Every field of a command in turn replaced by something that it may not be. */
const wrong: readonly object[] = [
  { ...follow, channel: -1 },
  { ...follow, channel: 1.5 },
  { ...follow, channel: 2 ** 32 },
  { ...follow, channel: '2' },
  { ...follow, document: 'x'.repeat(201) },
  { ...follow, document: null },
  { ...follow, epoch: 7 },
  { ...follow, epoch: 'x'.repeat(65) },
  { ...follow, n: -1 },
  { ...follow, n: null },
  { ...follow, rights: 'all' },
  { type: 'follow' },
  { ...follow, type: 'edit' },
  { ...follow, type: 'Follow' },
  { ...hello, device: 'mem_ada' },
  { ...hello, wire: 'newest' },
  { ...hello, app: 'x'.repeat(65) },
  { type: 'leave', channel: null },
  { type: 'ping', id: -1 },
  { type: 'ping', id: 1, at: 2 },
  {},
]

test('[WIRE-05] a command with a wrong, missing or further field is none', () => {
  for (const command of wrong) expect(parseUp(JSON.stringify(command))).toBeNull()
  expect(parseUp(JSON.stringify(follow))).toEqual(follow)
})

test('[WIRE-05] what is no JSON object is no command', () => {
  for (const text of ['', 'null', '[]', '"ping"', '7', '{', '{"type":"ping","id":1}x']) {
    expect(parseUp(text)).toBeNull()
  }
})

test('[WIRE-05] a text above 16,000 characters is not even looked at', () => {
  expect(parseUp(`{"type":"ping","id":1}${' '.repeat(16_000)}`)).toBeNull()
})

test('[WIRE-06] further fields of a hello are left out, so that a newer app can say it', () => {
  expect(parseUp(JSON.stringify({ ...hello, wire: 9, colours: ['blue'] }))).toEqual({
    ...hello,
    wire: 9,
  })
})

test('[WIRE-07] a message of a type this app does not know is ignored', () => {
  expect(parseDown('{"type":"weather","rain":true}')).toBeNull()
  expect(parseDown('{"type":"toString"}')).toBeNull()
})

test('[WIRE-07] a message whose known fields are wrong is ignored', () => {
  const wrong = [
    { type: 'welcome', wire: 1, generation: 'g', at: 1, memberId: 'mem_ada', role: 'king' },
    { type: 'welcome', wire: 1, generation: 'g', at: 1, memberId: 'ada', role: 'member' },
    { type: 'welcome', wire: 1, generation: 'g', at: 1, memberId: 'mem_ada', role: 'toString' },
    { type: 'following', channel: 1, epoch: 'e', n: 1, with: 'magic' },
    { type: 'received', channel: 1, seq: -1 },
    { type: 'left', channel: 1, code: 1000 },
    { type: 'pong', id: 1 },
  ]
  for (const message of wrong) expect(parseDown(JSON.stringify(message))).toBeNull()
})

test('[WIRE-08] whatever arrives, parsing gives a message or nothing, and never throws', () => {
  const types = ['hello', 'follow', 'edit', 'leave', 'ping', 'welcome', 'following', 'group']
  const names = ['channel', 'document', 'epoch', 'n', 'with', 'frames', 'seq', 'code', '__proto__']
  const anyMessage = fc
    .tuple(fc.constantFrom(...types), fc.dictionary(fc.constantFrom(...names), fc.jsonValue()))
    .map(([type, fields]) => JSON.stringify({ ...fields, type }))
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), anyMessage), (text) => {
      for (const parsed of [parseUp(text), parseDown(text)]) {
        if (parsed !== null) expect(typeof parsed.type).toBe('string')
      }
    }),
    { numRuns: 2_000 },
  )
})
