import { expect, test } from 'vitest'
import { at, harbour } from '../bookings/for-tests.ts'
import { payloads } from '../support/for-tests.ts'
import { talkFiles } from './own-talk.ts'

const morning = at('2026-11-26', 545)
const noon = at('2026-11-26', 720)

test('[A-08] [D-56] a thread is a text, what was said first at its top; of those of one name each has its own', () => {
  const said = [
    { at: noon, by: 'Ben', text: 'At one\n<b>sharp</b>' },
    { at: morning, by: 'Ada', text: 'Lunch?' },
  ]
  const talks = [
    { kind: 'messages', title: 'Ben', said },
    { kind: 'messages', title: 'BEN', said },
    { kind: 'requests', title: 'Request 4', said: [] },
  ] as const
  const files = talkFiles(talks, harbour.zone)
  expect(files.map(({ name }) => name)).toEqual(['messages/Ben.txt', 'messages/BEN 2.txt'])
  expect(files[0]?.text).toBe(
    'Ben\n\n2026-11-26 09:05 Ada:\nLunch?\n\n2026-11-26 12:00 Ben:\nAt one\n<b>sharp</b>\n',
  )
})

test('[A-08] whatever somebody calls themselves, their file lies in its folder and nowhere else', () => {
  for (const title of [...payloads, '../../etc/passwd', 'CON', '..', '']) {
    const said = [{ at: noon, by: title, text: title }]
    const [file] = talkFiles([{ kind: 'messages', title, said }], harbour.zone)
    expect(file?.name).toMatch(/^messages\/[^/\\:*?"<>|.]+\.txt$/)
  }
})
