import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { messageIdOf } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import type { TestBrowser } from '../for-tests.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { makeSqlite, onEachEngine } from '../storage/for-tests.ts'
import { rsvpsOf } from '../storage/load-happenings.ts'
import type { Storage } from '../storage/storage.ts'
import { feesOfNextYear, filesWith, inPortal, kept } from './for-tests.ts'

const site = 'sit_harbour-loft'
const marker = 'Zyxwvut'
const email = 'zyxwvut@nowhere.example'
const hanas = 'hana@harbourloft.example'

/** What was written to an address, as it was sent. */
function mailsTo(folder: string, name: string): readonly string[] {
  const mails = readdirSync(join(folder, 'mail')).filter((file) => file.includes(name))
  return mails.map((file) => readFileSync(join(folder, 'mail', file), 'utf8'))
}

/** How many come to the sample's talk and how many wait, and whether somebody is among either. */
async function talkIn({ read }: Storage, memberId: string) {
  const rows = await rsvpsOf(read, ['evt_talk'])
  const count = (state: string) => rows.filter((one) => one.state === state).length
  const isIn = rows.some((one) => one.memberId === memberId)
  return { going: count('going'), waiting: count('waiting'), isIn }
}

function creditFor(memberId: string) {
  const credit = {
    amount: { amountMinor: 500, currency: 'EUR' },
    validUntil: null,
    reason: 'Sorry',
  }
  const payer = { kind: 'member', memberId }
  return intentOf(toInstant(Date.now()), 'credit.grant', { siteId: site, payer, ...credit })
}

onEachEngine('to be forgotten', (makeDatabase) => {
  test('[A-09] [D-55] whoever is forgotten is in no table, document, log or file any more but what was billed', async () => {
    const files = await inPortal(makeDatabase, async ({ server, tablesWith }) => {
      const mara = await server.signIn('mara@harbourloft.example')
      const person = { name: `${marker} Person`, email, tierId: 'tie_hot-desk' }
      const { body } = await mara.post(`/api/members/${site}`, person)
      const id = String(body['id'])
      await mara.post(`/api/members/${site}/${id}/notes`, { text: `${marker} likes tea` })
      await mara.get(`/api/people/${site}?find=${marker}`)
      await mara.post('/api/intents', creditFor(id))
      const ola = await server.signIn('ola@harbourloft.example')
      const teamId = 'tea_north'
      const asked = { teamId, email, name: marker }
      const at = toInstant(Date.now())
      const invited = await ola.post('/api/intents', intentOf(at, 'team.invite', asked))
      expect(invited.body).toMatchObject({ outcome: { kind: 'confirmed' } })
      const member = await server.signIn(email)
      const yes = intentOf(at, 'team.answer', { teamId, accepts: true })
      expect((await member.post('/api/intents', yes)).body).toMatchObject({
        outcome: { kind: 'confirmed' },
      })
      expect(await tablesWith(marker)).toEqual(
        expect.arrayContaining(['member', 'member_note', 'fund', 'auth_user']),
      )
      const wrong = await member.post('/api/me/erase', { email: 'somebody@else.example' })
      expect(wrong.status).toBe(400)
      const { status } = await member.post('/api/me/erase', { email })
      expect([status, server.log]).toEqual([200, []])
      expect((await member.get('/api/me')).status).toBe(401)
      expect((await tablesWith(marker)).filter((table) => !kept.includes(table))).toEqual([])
      expect(server.log.join('\n')).not.toContain(marker)
      const { body: left } = await mara.get(`/api/members/${site}`)
      expect(JSON.stringify(left)).not.toContain(id)
    })
    // What was mailed is in its own reader's hands; the sample's is in a folder.
    expect(filesWith(files, marker).filter((name) => !name.startsWith('mail/'))).toEqual([])
  })

  test('[A-09] [MESSAGE-14] no word that they wrote to others or told the team stays, and what was written to them is theirs who wrote it', async () => {
    const files = await inPortal(makeDatabase, async ({ server, tablesWith }) => {
      const hana = await server.signIn('hana@harbourloft.example')
      const dev = await server.signIn('dev@harbourloft.example')
      const say = async (who: typeof dev, kind: AnyIntent['kind'], body: object) => {
        const wish = intentOf(toInstant(Date.now()), kind, body)
        const answer = await who.post('/api/intents', wish)
        expect(answer.body['outcome']).toMatchObject({ kind: 'confirmed' })
        return messageIdOf(wish.id)
      }
      await say(hana, 'message.send', { to: 'mem_dev', text: `${marker} one` })
      const messageId = await say(dev, 'message.send', { to: 'mem_hana', text: 'Of Dev' })
      const report = { with: 'mem_dev', messageIds: [messageId], why: `${marker} two` }
      await say(hana, 'message.report', report)
      const found = await tablesWith(marker)
      expect(found).toEqual(expect.arrayContaining(['message', 'message_report', 'intent']))
      const { status } = await hana.post('/api/me/erase', { email: 'hana@harbourloft.example' })
      expect([status, server.log]).toEqual([200, []])
      expect(await tablesWith(marker)).toEqual([])
      expect(await tablesWith('Of Dev')).toEqual(
        expect.arrayContaining(['message', 'message_report']),
      )
    })
    expect(filesWith(files, marker)).toEqual([])
  })
})

test('[TERMS-16] [D-47] whoever is forgotten, or leaves a location, pays for no membership there from then on', async () => {
  const leaving = {
    forgotten: (hana: TestBrowser) => hana.post('/api/me/erase', { email: hanas }),
    removed: (_: TestBrowser, mara: TestBrowser) =>
      mara.request('DELETE', `/api/members/${site}/mem_hana`),
  }
  for (const leave of Object.values(leaving)) {
    await inPortal(makeSqlite, async ({ server, storage }) => {
      const hana = await server.signIn(hanas)
      const mara = await server.signIn('mara@harbourloft.example')
      // What was never changed has no row of its own, and ends with its member's place in the list.
      const about = { siteId: site, membershipId: 'msh_hana', forMemberId: null, reason: '' }
      const asked = { tierId: 'tie_dedicated-desk', when: 'next', resolutions: {} }
      const quote = { amountMinor: 30_000, currency: 'EUR' }
      const wish = intentOf(toInstant(Date.now()), 'membership.change', {
        ...{ ...about, ...asked, quote },
      })
      const { body } = await hana.post('/api/intents', wish)
      expect(body['outcome']).toMatchObject({ kind: 'confirmed' })
      expect(await feesOfNextYear(storage, 'mem_hana')).not.toEqual([])
      expect((await leave(hana, mara)).status).toBe(200)
      expect(await feesOfNextYear(storage, 'mem_hana')).toEqual([])
    })
  }
})

test('[A-09] who runs the space or a team hands it over first', async () => {
  await inPortal(makeSqlite, async ({ server }) => {
    for (const one of ['mara', 'ola']) {
      const who = await server.signIn(`${one}@harbourloft.example`)
      const answer = await who.post('/api/me/erase', { email: `${one}@harbourloft.example` })
      expect(answer.status).toBe(409)
    }
  })
})

test('[A-09] [D-55] what they had booked is given back, and their past stays without their words; nobody signs in as them', async () => {
  await inPortal(makeSqlite, async ({ server, folder, tablesWith }) => {
    const hana = await server.signIn('hana@harbourloft.example')
    const { status } = await hana.post('/api/me/erase', { email: 'hana@harbourloft.example' })
    expect([status, server.log]).toEqual([200, []])
    const mara = await server.signIn('mara@harbourloft.example')
    const { body } = await mara.get(`/api/people/${site}?find=hana`)
    expect(body['people']).toEqual([])
    const leftIn = await tablesWith('Hana Sato')
    expect(leftIn.filter((table) => !kept.includes(table))).toEqual([])
    await hana.post('/api/sign-in/code', { email: 'hana@harbourloft.example' })
    const codes = mailsTo(folder, 'hana').filter((text) => text.includes('is your sign-in code'))
    expect(codes).toHaveLength(1) // the one written before
  })
})

test('[A-09] [EVENT-01] the place at an event of who is forgotten goes to who waits for it, and what they said of themselves is in no directory', async () => {
  await inPortal(makeSqlite, async ({ server, storage, tablesWith }) => {
    const dev = await server.signIn('dev@harbourloft.example')
    expect(await talkIn(storage, 'mem_dev')).toEqual({ going: 12, waiting: 2, isIn: true })
    expect(await tablesWith('https://dev.example')).toEqual(expect.arrayContaining(['profile']))
    const { status } = await dev.post('/api/me/erase', { email: 'dev@harbourloft.example' })
    expect([status, server.log]).toEqual([200, []])
    expect(await tablesWith('https://dev.example')).toEqual([])
    expect(await talkIn(storage, 'mem_dev')).toEqual({ going: 12, waiting: 1, isIn: false })
  })
})
