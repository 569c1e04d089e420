import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EventId, toId } from '../../values/ids.ts'
import { addMinutes } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { eventOf, tuesday } from '../events/for-tests.ts'
import type { Attendee } from '../events/happening-sections.ts'
import type { Rsvp } from '../events/rsvp.ts'
import { type AtTheDoor, admit, peopleIn, readShown, type SeenEntry, type Signed } from './admit.ts'
import { CODE_SIGNS, doorCode, formatCode, isDoorCode, readTyped } from './door-code.ts'
import { type DoorPass, formatPass, readPass, signedText } from './door-pass.ts'
import { type Entry, noteEntry } from './entry.ts'

const event = eventOf()
const numbers = fc.array(fc.nat(31), { minLength: CODE_SIGNS - 1, maxLength: CODE_SIGNS - 1 })
const [ada, ben, chi] = [1, 2, 3].map((n) => doorCode(Array(CODE_SIGNS - 1).fill(n)))
const codeOf = (name: string) => ({ ada, ben, chi })[name] ?? doorCode(Array(9).fill(9))
const signature = 'A'.repeat(86)
const pass: DoorPass = {
  ...{ eventId: event.id, code: codeOf('ada'), people: 2, expiresAt: event.endsAt },
}

function rsvp(name: string, more: Partial<Rsvp> = {}): Rsvp {
  return {
    ...{ eventId: event.id, memberId: toId('member', `mem_${name}`), people: 2 },
    ...{ state: 'going', askedAt: tuesday, order: 1, hasCome: false, ...more },
  }
}

const attendee = (name: string, more: Partial<Rsvp> = {}): Attendee => ({
  ...rsvp(name, more),
  ...{ name, code: codeOf(name) },
})
const door: AtTheDoor = {
  event: { ...event, going: 4, waiting: 2 },
  attendees: [
    attendee('ada'),
    attendee('ben', { state: 'out', people: 0 }),
    attendee('chi', { state: 'waiting' }),
  ],
  seen: [],
}
const shows = (text: string, at = door, signed: Signed = 'signed', now = tuesday) =>
  admit(readShown(text), signed, at, now)
const shown = (more: Partial<DoorPass> = {}) => formatPass({ ...pass, ...more }, signature)

test('[DOOR-02] a code is read however it was typed, and one wrong sign is always told', () => {
  expect(readTyped(`${formatCode(codeOf('ada')).toLowerCase()} `)).toBe(codeOf('ada'))
  fc.assert(
    fc.property(
      numbers,
      fc.nat(CODE_SIGNS - 1),
      fc.integer({ min: 1, max: 31 }),
      (from, at, by) => {
        const code = doorCode(from)
        const spoken = code.replaceAll('0', 'o').replaceAll('1', 'l')
        expect(readTyped(`${spoken.slice(0, 5)} - ${spoken.slice(5)}`)).toBe(code)
        const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        const other = signs.charAt((signs.indexOf(code.charAt(at)) + by) % 32)
        expect(isDoorCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
      },
    ),
  )
})

test('[DOOR-02] whatever a camera reads is a pass, a code or nothing, and never more than it says', () => {
  expect(readPass(shown())).toEqual({ ...pass, signed: signedText(pass), signature })
  const hostile = [
    ...['', 'https://example.com', '<script>alert(1)</script>', 'door1/', shown().repeat(9)],
    ...[shown().replace('door1', 'door2'), shown({ eventId: 'tie_x' as EventId }), `${shown()}/`],
    ...[shown({ people: 0 }), shown({ people: limits.eventGuestsMax + 2 }), shown({ people: 1.5 })],
    ...[shown().replace(codeOf('ada'), 'ABCDEFGHJK'), shown().slice(0, -1), `\u202e${shown()}`],
    ...[shown().replace(pass.expiresAt.toString(36), 'zzzzzzzzzzz'), 'O'.repeat(10_000)],
  ]
  for (const text of hostile) expect(readShown(text), text).toEqual({ kind: 'nothing' })
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      const read = readShown(text)
      expect(['nothing', 'code']).toContain(read.kind)
    }),
  )
})

test('[DOOR-01] [DOOR-03] [C-05] a door says what a pass is good for', () => {
  expect(shows(shown())).toEqual({ kind: 'welcome', code: ada, name: 'ada', people: 2 })
  expect(shows(shown(), door, 'forged')).toEqual({ kind: 'not-valid' })
  const other = toId('event', 'evt_other')
  expect(shows(shown({ eventId: other }))).toEqual({ kind: 'other-event', eventId: other })
  expect(shows(shown({ expiresAt: tuesday }))).toEqual({ kind: 'expired' })
  expect(shows(shown(), door, 'signed', event.endsAt)).toEqual({ kind: 'expired' })
  const over = { ...door, event: { ...door.event, isCalledOff: true } }
  for (const text of [shown(), codeOf('ada')]) {
    expect(shows(text, over)).toEqual({ kind: 'called-off' })
  }
  expect(shows(shown({ code: codeOf('ben') }))).toMatchObject({ kind: 'gave-up', name: 'ben' })
  expect(shows(codeOf('chi'))).toMatchObject({ kind: 'waiting', name: 'chi' })
  expect(shows('hello')).toEqual({ kind: 'unread' })
})

test('[DOOR-04] signed, it is welcome though the list is older; typed or unchecked, only the list counts', () => {
  const unheard = codeOf('dev')
  expect(shows(shown({ code: unheard }))).toEqual({
    ...{ kind: 'welcome', code: unheard, name: null, people: 2 },
  })
  expect(shows(shown({ code: unheard }), door, 'unknown')).toEqual({ kind: 'not-listed' })
  expect(shows(unheard)).toEqual({ kind: 'not-listed' })
  expect(shows(shown(), door, 'unknown')).toMatchObject({ kind: 'welcome', name: 'ada' })
  expect(shows(codeOf('ada'))).toMatchObject({ kind: 'welcome', name: 'ada', people: 2 })
})

test('[DOOR-03] a pass that is shown again says since when they are in, and at which door', () => {
  const at = addMinutes(tuesday, 2)
  const seen: readonly SeenEntry[] = [
    { code: codeOf('ada'), people: 2, at: addMinutes(at, 5), device: toId('device', 'dev_b') },
    { code: codeOf('ada'), people: 2, at, device: toId('device', 'dev_a') },
  ]
  expect(shows(shown(), { ...door, seen })).toMatchObject({ kind: 'again', at, device: 'dev_a' })
  expect(peopleIn(seen)).toBe(2)
})

const codes = new Map(['ada', 'ben'].map((name) => [rsvp(name).memberId, codeOf(name)]))
const facts = { event, rsvps: [rsvp('ada'), rsvp('ben', { state: 'out', people: 0 })], codes }
const notes = (name: string, device: string, at = tuesday) => ({
  ...{ id: toId('intent', `bki_${name}-${device.slice(4)}`), device: toId('device', device), at },
  ...{ code: codeOf(name), people: 3, way: 'scanned' as const },
})

test('[DOOR-05] [D-75] two doors apart note the same pass: both stay, the later to arrive is marked, and nobody counts twice', () => {
  const late = noteEntry(
    { ...facts, entries: [] },
    notes('ada', 'dev_b', tuesday),
    addMinutes(tuesday, 60),
  )
  if (late.kind === 'refused') throw new Error('it is noted')
  expect(late).toMatchObject({ entry: { isAgain: false, order: 1 }, rsvp: { hasCome: true } })
  const came = { ...facts, rsvps: [rsvp('ada', { hasCome: true })], entries: [late.entry] }
  const earlier = addMinutes(tuesday, -3)
  const early = noteEntry(came, notes('ada', 'dev_a', earlier), addMinutes(tuesday, 90))
  if (early.kind === 'refused') throw new Error('it is noted')
  expect(early).toMatchObject({ entry: { isAgain: true, order: 2, at: earlier }, rsvp: null })
  expect(peopleIn([late.entry, early.entry])).toBe(2)
})

test('[DOOR-06] a note is kept whatever they said meanwhile, never from the future, and not of nobody', () => {
  const noted = (name: string, entries: readonly Entry[] = []) =>
    noteEntry({ ...facts, entries }, notes(name, 'dev_a', addMinutes(tuesday, 30)), tuesday)
  expect(noted('ben')).toMatchObject({ entry: { people: 3, at: tuesday }, rsvp: { state: 'out' } })
  expect(noted('dev')).toMatchObject({ refusal: { reason: 'unknown-pass' } })
  const one = noted('ada')
  if (one.kind === 'refused') throw new Error('it is noted')
  const many = Array<Entry>(limits.entriesPerPassMax).fill(one.entry)
  expect(noted('ada', many)).toMatchObject({ refusal: { reason: 'too-many-entries' } })
  expect(
    noteEntry({ ...facts, event: null, entries: [] }, notes('ada', 'dev_a'), tuesday),
  ).toMatchObject({
    refusal: { reason: 'unknown-event' },
  })
})
