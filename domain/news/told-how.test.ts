import fc from 'fast-check'
import { expect, test } from 'vitest'
import { at } from '../bookings/for-tests.ts'
import {
  isWanted,
  maySwitchOff,
  newsCategories,
  newsChannels,
  usualNewsChoice,
  withWay,
} from '../memberships/news-choice.ts'
import { newsSettingProblems, usualNews } from '../sites/news-settings.ts'
import { berlin } from '../values/for-tests.ts'
import { addMinutes, HOUR_MS } from '../values/instant.ts'
import { toWallTime } from '../values/zone.ts'
import { english } from '../words/words.ts'
import { isNewsKind, newsKinds, type Urgency } from './news.ts'
import { fillTemplate, templateProblems, templateVariables } from './template.ts'
import { sendAt } from './when-to-send.ts'

test('[NEWS-25] [N-09] a location names languages as mails do, each once, and not the one that is there', () => {
  const wrong = (languages: readonly string[]) =>
    newsSettingProblems({ ...usualNews, languages }).map(({ code }) => code)
  expect(wrong(['de', 'pt-BR'])).toEqual([])
  expect(wrong(['German'])).toEqual(['no-language'])
  expect(wrong(['<b>'])).toEqual(['no-language'])
  expect(wrong(['de', 'de'])).toEqual(['same-twice'])
  expect(wrong(['en'])).toEqual(['same-twice'])
  expect(wrong(['de', 'fr', 'da', 'nl', 'pl', 'sv', 'tr'])).toEqual(['too-many'])
})

test('[NEWS-07] [N-10] what may wait comes at eight in the morning, what must be known by day, what is urgent at once', () => {
  const send = (urgency: Urgency, date: string, minute: number) =>
    sendAt(urgency, usualNews, berlin, at(date, minute))
  for (const urgency of ['by-day', 'may-wait'] as const) {
    expect(send(urgency, '2026-11-24', 1290)).toBe(at('2026-11-25', 480))
    expect(send(urgency, '2026-11-25', 60)).toBe(at('2026-11-25', 480))
  }
  expect(send('by-day', '2026-11-25', 480)).toBe(at('2026-11-25', 480))
  expect(send('by-day', '2026-11-25', 1199)).toBe(at('2026-11-25', 1199))
  expect(send('may-wait', '2026-11-25', 480)).toBe(at('2026-11-26', 480))
  expect(send('may-wait', '2026-11-25', 1199)).toBe(at('2026-11-26', 480))
  expect(send('now', '2026-11-24', 1290)).toBe(at('2026-11-24', 1290))
  // A card on file answers in that time, and then there is nothing to ask for.
  expect(send('soon', '2026-11-24', 1290)).toBe(at('2026-11-24', 1292))
  // The night in which the clocks go forward is an hour shorter; the morning is where it is.
  expect(send('may-wait', '2026-03-28', 1290)).toBe(at('2026-03-29', 480))
})

test('[NEWS-07] quiet hours within a day, and none at all', () => {
  const noon = { ...usualNews, quietFrom: 720, quietUntil: 780 }
  const never = { ...usualNews, quietFrom: 480, quietUntil: 480 }
  expect(sendAt('by-day', noon, berlin, at('2026-11-24', 725))).toBe(at('2026-11-24', 780))
  expect(sendAt('by-day', noon, berlin, at('2026-11-24', 1290))).toBe(at('2026-11-24', 1290))
  expect(sendAt('may-wait', noon, berlin, at('2026-11-24', 1290))).toBe(at('2026-11-25', 780))
  expect(sendAt('may-wait', never, berlin, at('2026-11-24', 490))).toBe(at('2026-11-24', 490))
})

test('[NEWS-07] what may wait never comes to what is going out already', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 * 1440 }), (minutes) => {
      const now = addMinutes(at('2026-01-01', 0), minutes)
      const then = sendAt('may-wait', usualNews, berlin, now)
      expect(then).toBeGreaterThan(now)
      expect(then - now).toBeLessThanOrEqual(25 * HOUR_MS)
      expect(toWallTime(berlin, then).minute).toBe(usualNews.quietUntil)
    }),
    { numRuns: 60 },
  )
})

test('[NEWS-08] [A-04] mail about money stays on, whatever is switched', () => {
  const off = newsCategories.reduce(
    (choice, category) =>
      newsChannels.reduce((rest, channel) => withWay(rest, category, channel, false), choice),
    usualNewsChoice,
  )
  expect(isWanted(off, 'money', 'mail')).toBe(true)
  expect(isWanted({ off: ['money/mail'] }, 'money', 'mail')).toBe(true)
  expect(isWanted(off, 'money', 'push')).toBe(false)
  expect(isWanted(off, 'bookings', 'mail')).toBe(false)
})

test('[NEWS-08] [A-04] boxes set on two devices in any order leave what the last of each said', () => {
  const box = fc.record({
    category: fc.constantFrom(...newsCategories),
    channel: fc.constantFrom(...newsChannels),
    isOn: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(box, { maxLength: 20 }), (boxes) => {
      const choice = boxes.reduce(
        (rest, { category, channel, isOn }) => withWay(rest, category, channel, isOn),
        usualNewsChoice,
      )
      for (const { category, channel } of boxes) {
        const last = boxes.findLast((one) => one.category === category && one.channel === channel)
        const isOn = last?.isOn === true || !maySwitchOff(category, channel)
        expect(isWanted(choice, category, channel)).toBe(isOn)
      }
      expect(new Set(choice.off).size).toBe(choice.off.length)
    }),
    { numRuns: 60 },
  )
})

test('[NEWS-09] [N-09] the usual words of every kind are within their own rules', () => {
  const kinds = Object.keys(newsKinds).filter(isNewsKind)
  expect(kinds.length).toBeGreaterThan(20)
  for (const kind of kinds) {
    expect({ kind, problems: templateProblems(kind, english.news.templates[kind]) }).toEqual({
      kind,
      problems: [],
    })
  }
})

test('[NEWS-09] [N-09] a variable of another kind, an empty subject and a leaflet are refused by field', () => {
  expect(templateProblems('reminder', { subject: 'Soon: {amount}', text: '' })).toEqual([
    { kind: 'unknown-variable', field: 'subject', name: 'amount' },
    { kind: 'empty', field: 'text' },
  ])
  expect(templateProblems('welcome', { subject: 'x'.repeat(121), text: 'y' })).toEqual([
    { kind: 'too-long', field: 'subject' },
  ])
})

test('[NEWS-09] what a value says is never read as a variable, and a subject stays one line', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (typed) => {
      const values = Object.fromEntries(templateVariables.declined.map((name) => [name, 'x']))
      const filled = fillTemplate(
        { subject: 'No: {reason}', text: '{reason}' },
        { ...values, reason: `${typed}\r\n{name}` },
      )
      expect(filled.text).toBe(`${typed}\r\n{name}`)
      expect(filled.subject).not.toMatch(/[\r\n]/)
    }),
    { numRuns: 40 },
  )
})
