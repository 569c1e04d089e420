import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { readdressing } from '../../domain/words/english/readdressing.ts'
import type { TestBrowser } from '../for-tests.ts'
import { makeSqlite, onEachEngine } from '../storage/for-tests.ts'
import type { Storage } from '../storage/storage.ts'
import { filesWith, inPortal, kept } from './for-tests.ts'

const site = 'sit_harbour-loft'
const hanas = 'hana@harbourloft.example'
const later = 'zyxwvut@sato-letters.example'
const reason = 'She came to the desk with her passport'

/** What was mailed to an address, the oldest first, as its reader sees it. */
async function mailsTo(folder: string, email: string) {
  const ending = `${email.replace(/[^a-z0-9]+/gi, '-')}.eml`
  const names = readdirSync(join(folder, 'mail')).filter((name) => name.endsWith(ending))
  const mails = names.toSorted().map((name) => readFileSync(join(folder, 'mail', name)))
  return Promise.all(
    mails.map(async (mail) => {
      const { subject = '', text = '' } = await simpleParser(mail)
      return { subject, text }
    }),
  )
}

async function codeTo(folder: string, email: string): Promise<string> {
  const found = async () =>
    /^(\d{6}) shows/.exec((await mailsTo(folder, email)).at(-1)?.subject ?? '')?.[1]
  await expect.poll(found, { timeout: 10_000 }).toBeDefined()
  return must(await found(), 'it was polled for')
}

const ask = (who: TestBrowser, member: string, part: 'name' | 'address', body: object) =>
  who.post(`/api/members/${site}/${member}/${part}`, { reason, ...body })

/** The address of somebody as a manager moves it, with the code that its reader told them. */
async function readdress(who: TestBrowser, folder: string, member: string, email: string) {
  expect((await ask(who, member, 'address', { email })).body).toEqual({ sent: true })
  return ask(who, member, 'address', { email, code: await codeTo(folder, email) })
}

async function trailOf({ read }: Storage) {
  const rows = read.selectFrom('audit').select(['actor', 'subject', 'detail'])
  return rows.where('command', '=', 'members.readdress').orderBy('id').execute()
}

onEachEngine('an address that the team changes', (makeDatabase) => {
  test('[A-01] [MEMBERSHIPS-07] who lost their mailbox signs in with another, is signed out everywhere, and the old one and the trail hear of it', async () => {
    await inPortal(makeDatabase, async ({ server, folder, storage }) => {
      const hana = await server.signIn(hanas)
      const mara = await server.signIn('mara@harbourloft.example')
      expect((await ask(mara, 'mem_hana', 'address', { email: later, reason: ' ' })).status).toBe(
        400,
      )
      expect((await ask(mara, 'mem_hana', 'address', { email: 'nonsense' })).status).toBe(400)
      expect((await ask(mara, 'mem_hana', 'address', { email: hanas })).status).toBe(409)
      await ask(mara, 'mem_hana', 'address', { email: later })
      const right = await codeTo(folder, later)
      const code = right === '111111' ? '222222' : '111111'
      expect((await ask(mara, 'mem_hana', 'address', { email: later, code })).status).toBe(401)
      expect((await hana.get('/api/me')).status).toBe(200)
      const done = await ask(mara, 'mem_hana', 'address', { email: later, code: right })
      expect([done.status, server.log]).toEqual([200, []])

      expect((await hana.get('/api/me')).status).toBe(401)
      const anew = await server.signIn(later)
      expect((await anew.get('/api/me')).body['member']).toMatchObject({
        id: 'mem_hana',
        email: later,
      })
      const told = async () => (await mailsTo(folder, hanas)).at(-1)
      await expect.poll(async () => (await told())?.subject).toBe(readdressing.mail.movedSubject)
      // Whoever reads the old mailbox by now is not told the new one.
      expect((await told())?.text).not.toContain(later)
      expect(await trailOf(storage)).toEqual([
        {
          ...{ actor: 'mem_mara', subject: 'mem_hana' },
          detail: JSON.stringify({ from: { email: hanas }, to: { email: later }, reason }),
        },
      ])
      const before = (await mailsTo(folder, hanas)).length
      await server.browser().post('/api/sign-in/code', { email: hanas })
      await server.browser().post('/api/sign-in/code', { email: later })
      expect(await mailsTo(folder, hanas)).toHaveLength(before)
    })
  })

  test('[A-09] [D-55] whoever is forgotten is not known by a name or address either that the team has changed for them', async () => {
    const files = await inPortal(makeDatabase, async ({ server, folder, tablesWith }) => {
      const mara = await server.signIn('mara@harbourloft.example')
      const jonas = await server.signIn('jonas@harbourloft.example')
      await ask(mara, 'mem_hana', 'name', { name: 'Zyxwvut Earlier' })
      await readdress(mara, folder, 'mem_hana', later)
      await jonas.get(`/api/people/${site}?find=Zyxwvut`)
      await ask(mara, 'mem_dev', 'name', { name: 'Dev Sen', reason: 'Zyxwvut says so' })
      await ask(mara, 'mem_hana', 'name', { name: 'Plain' })
      await readdress(mara, folder, 'mem_hana', 'plain@nowhere.example')
      expect(await tablesWith('Zyxwvut')).toEqual(['audit'])
      const hana = await server.signIn('plain@nowhere.example')
      const { status } = await hana.post('/api/me/erase', { email: 'plain@nowhere.example' })
      expect([status, server.log]).toEqual([200, []])
      expect(await tablesWith('Zyxwvut')).toEqual([])
      const left = await tablesWith('plain@nowhere')
      expect(left.filter((table) => !kept.includes(table))).toEqual([])
    })
    expect(filesWith(files, 'Zyxwvut').filter((name) => !name.startsWith('mail/'))).toEqual([])
  })
})

test('[A-01] [ACCESS-07] nobody of the team becomes an owner, a manager or a member of elsewhere by it, and nobody else’s address is taken', async () => {
  await inPortal(makeSqlite, async ({ server, folder, storage }) => {
    const mara = await server.signIn('mara@harbourloft.example')
    const role = (member: string, to: string) =>
      mara.post(`/api/members/${site}/${member}/role`, { role: to })
    for (const team of ['community', 'front-desk', 'finance']) {
      await role('mem_jonas', team)
      const jonas = await server.signIn('jonas@harbourloft.example')
      for (const member of ['mem_mara', 'mem_hana']) {
        expect((await ask(jonas, member, 'address', { email: later })).status).toBe(404)
        expect((await ask(jonas, member, 'name', { name: 'X' })).status).toBe(404)
      }
    }
    await role('mem_jonas', 'manager')
    await role('mem_dev', 'manager')
    const jonas = await server.signIn('jonas@harbourloft.example')
    const refused = {
      mem_mara: readdressing.whyNot.owner,
      mem_dev: readdressing.whyNot.manager,
      mem_jonas: readdressing.whyNot.own,
    }
    for (const [member, message] of Object.entries(refused)) {
      const answer = await ask(jonas, member, 'address', { email: later })
      expect([answer.status, answer.body['error']]).toMatchObject([409, { message }])
    }
    const pier = { member_id: 'mem_jonas', site_id: 'sit_pier-studio' }
    const ofJonas = storage.write.deleteFrom('member_site').where('member_id', '=', 'mem_jonas')
    await ofJonas.where('site_id', '=', pier.site_id).execute()
    const elsewhere = await ask(jonas, 'mem_hana', 'address', { email: later })
    expect(elsewhere.body['error']).toMatchObject({ message: readdressing.whyNot.elsewhere })
    await storage.write
      .insertInto('member_site')
      .values({ ...pier, position: 1 })
      .execute()
    expect((await ask(server.browser(), 'mem_hana', 'address', { email: later })).status).toBe(401)

    const taken = await readdress(jonas, folder, 'mem_hana', 'dev@harbourloft.example')
    expect(taken.body['error']).toMatchObject({ code: 'taken' })
    // Promoted while the code was on its way.
    await ask(jonas, 'mem_hana', 'address', { email: later })
    const code = await codeTo(folder, later)
    await role('mem_hana', 'manager')
    expect((await ask(jonas, 'mem_hana', 'address', { email: later, code })).status).toBe(409)
    expect(await trailOf(storage)).toEqual([])
    const answers = []
    for (let n = 0; n < 12; n += 1) {
      answers.push(
        (await ask(mara, 'mem_hana', 'address', { email: later, code: '000000' })).status,
      )
    }
    expect(answers.slice(-2)).toEqual([429, 429])
  })
})
