import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ada, harbour } from '../../domain/bookings/for-tests.ts'
import { type News, type NewsKind, newsKinds } from '../../domain/news/news.ts'
import { templateVariables } from '../../domain/news/template.ts'
import { payloads } from '../../domain/support/for-tests.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { type Letter, letterHtml, letterText } from '../mail/letter.ts'
import { makeFolderMailer } from '../mail/mailer.ts'
import { invitationMail } from '../members/invitation-mail.ts'
import { composeLetter } from './compose.ts'
import { plain } from './stories/story.ts'

const kinds = Object.keys(newsKinds) as readonly NewsKind[] // its keys are they
const url = 'https://loft.example'
/** What would be another line of a mail's head, or another part of its body. */
const lines = [
  ...['x\r\nBcc: everybody@evil.example', 'x\nX-Evil: 1', '\r\n\r\n<script>', 'x\r\n.\r\nQUIT'],
  ...['=?utf-8?B?PHNjcmlwdD4=?=', 'a@evil.example>, <b@evil.example', '"; x="', '\u2028X-Evil: 1'],
]
const corpus = [...payloads, ...lines]

/** A letter of some kind in which everything that anybody may have typed is this: to a member, or to a guest of theirs. */
function letterOf(kind: NewsKind, typed: string, isToGuest = false): Letter {
  const values = Object.fromEntries(templateVariables[kind].map((name) => [name, typed]))
  const story = {
    ...{ ...plain, values, facts: [[typed, `${typed}\n${typed}`] as const] },
    action: { label: typed, url },
    to: isToGuest ? { name: typed, email: 'guest@loft.example' } : null,
  }
  const context = {
    ...{ member: { ...ada, name: typed }, url },
    catalogue: { ...harbour, site: { ...harbour.site, name: typed } },
  }
  const news = { kind, siteId: toId('site', 'sit_a') } as News // its kind is all that is read of it here
  return composeLetter(news, story, context, null, `${url}/stop`)
}

/** Each different tag, with its attributes. */
function tagsOf(html: string): readonly string[] {
  return [...new Set(html.match(/<[a-z!/][^>]*>/gi) ?? [])].sort()
}

test('[NEWS-28] of every kind of news a corpus of what people have tried is text in its mail, to members and to guests', () => {
  for (const kind of kinds) {
    for (const isToGuest of [false, true]) {
      const usual = tagsOf(letterHtml(letterOf(kind, 'two\n\nwords', isToGuest)))
      for (const payload of corpus) {
        const letter = letterOf(kind, payload, isToGuest)
        const found = tagsOf(letterHtml(letter)).filter((tag) => !usual.includes(tag))
        expect(found, `${kind}: ${payload}`).toEqual([])
        expect(letter.subject).not.toMatch(/[\r\n]/)
        expect(letterText(letter)).toContain(payload.split(/[\r\n]/)[0])
      }
    }
  }
})

test('[NEWS-28] a location’s own words, in whatever language, are text too', () => {
  const context = { member: ada, catalogue: harbour, url }
  const story = { ...plain, values: {}, action: null }
  const welcome: News = { kind: 'welcome', siteId: harbour.site.id }
  const letterIn = (language: string, text: string) =>
    composeLetter(welcome, story, context, { language, subject: text, text }, null)
  const usual = tagsOf(letterHtml(letterIn('de', 'zwei\n\nWorte')))
  for (const payload of corpus) {
    const found = tagsOf(letterHtml(letterIn('de', payload)))
    expect(found.filter((tag) => !usual.includes(tag) && tag !== '<br />')).toEqual([])
  }
})

test('[NEWS-28] no name or subject adds a line to the head of a mail, or a reader to it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'strangers-'))
  const mailer = makeFolderMailer(folder, 'Harbour Loft <portal@loft.example>')
  const to = 'ada@loft.example'
  for (const typed of ['Harbour Loft', ...corpus]) {
    await mailer.send({ to, subject: typed, text: typed, html: '<p>x</p>', fromName: typed })
    await mailer.send(invitationMail(to, { name: typed, siteName: typed, portalUrl: url }))
  }
  const heads = readdirSync(folder).map((name) => {
    const [head = ''] = readFileSync(join(folder, name), 'utf8').split('\r\n\r\n')
    return head.replace(/\r\n[ \t]/g, ' ').split('\r\n')
  })
  rmSync(folder, { recursive: true })
  expect(heads).toHaveLength(2 * (corpus.length + 1))
  const usual = must(heads[0], 'it was sent').map((line) => line.split(':')[0])
  for (const head of heads) {
    expect(head.map((line) => line.split(':')[0]).sort()).toEqual([...usual].sort())
    expect(head.filter((line) => /^to:/i.test(line))).toEqual([`To: ${to}`])
    expect(head.find((line) => /^from:/i.test(line))).toMatch(/<portal@loft\.example>$/)
  }
})
