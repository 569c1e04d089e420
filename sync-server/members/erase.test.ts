import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { messageIdOf } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { startTestPortal } from '../for-tests.ts'
import { intentOf } from '../settlement/for-tests.ts'

const site = 'sit_harbour-loft'
const marker = 'Zyxwvut'
const email = 'zyxwvut@nowhere.example'

/** Whatever the law has kept. */
const kept = ['bill', 'bill_line', 'credit_note', 'payment', 'paper']

function dataIn(folder: string): Sqlite.Database {
  const file = readdirSync(folder).find((name) => /\.(db|sqlite)$/.test(name)) ?? ''
  return new Sqlite(join(folder, file), { readonly: true })
}

/** What was written to an address, as it was sent. */
function mailsTo(folder: string, name: string): readonly string[] {
  const mails = readdirSync(join(folder, 'mail')).filter((file) => file.includes(name))
  return mails.map((file) => readFileSync(join(folder, 'mail', file), 'utf8'))
}

/** Every table in which the marker stands in any row, bytes included. */
function tablesWith(folder: string, text: string): readonly string[] {
  const db = dataIn(folder)
  try {
    const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all()
    return (tables as readonly string[]).filter((table) => {
      const rows = db.prepare(`select * from "${table}"`).all() as readonly object[]
      return rows.some((row) => Object.values(row).some((value) => says(value, text)))
    })
  } finally {
    db.close()
  }
}

function says(value: unknown, text: string): boolean {
  const said = Buffer.isBuffer(value) ? value.toString('latin1') : String(value)
  return said.toLowerCase().includes(text.toLowerCase())
}

test('[A-09] [D-55] whoever is forgotten is in no table, document or log any more but what was billed; nobody signs in as them', async () => {
  const server = await startTestPortal()
  try {
    const mara = await server.signIn('mara@harbourloft.example')
    const person = { name: `${marker} Person`, email, tierId: 'tie_hot-desk' }
    const { body } = await mara.post(`/api/members/${site}`, person)
    const id = String(body['id'])
    await mara.post(`/api/members/${site}/${id}/notes`, { text: `${marker} likes tea` })
    await mara.get(`/api/people/${site}?find=${marker}`)
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
    expect(tablesWith(server.folder, marker)).toEqual(
      expect.arrayContaining(['member', 'member_note', 'audit', 'auth_user']),
    )
    const wrong = await member.post('/api/me/erase', { email: 'somebody@else.example' })
    expect(wrong.status).toBe(400)
    const { status } = await member.post('/api/me/erase', { email })
    expect([status, server.log]).toEqual([200, []])
    expect((await member.get('/api/me')).status).toBe(401)
    expect(tablesWith(server.folder, marker).filter((table) => !kept.includes(table))).toEqual([])
    expect(server.log.join('\n')).not.toContain(marker)
    await member.post('/api/sign-in/code', { email })
    const late = mailsTo(server.folder, 'zyxwvut')
    expect(late.some((text) => text.includes(marker))).toBe(true) // the sample's own folder
    const codes = late.filter((text) => text.includes('is your sign-in code'))
    expect(codes).toHaveLength(1) // the one written before
    const { body: left } = await mara.get(`/api/members/${site}`)
    expect(JSON.stringify(left)).not.toContain(id)
  } finally {
    await server.remove()
  }
})

test('[A-09] who runs the space or a team hands it over first', async () => {
  const server = await startTestPortal()
  try {
    for (const one of ['mara', 'ola']) {
      const who = await server.signIn(`${one}@harbourloft.example`)
      const answer = await who.post('/api/me/erase', { email: `${one}@harbourloft.example` })
      expect(answer.status).toBe(409)
    }
  } finally {
    await server.remove()
  }
})

test('[A-09] [D-55] what they had booked is given back, and their past stays without their words', async () => {
  const server = await startTestPortal()
  try {
    const hana = await server.signIn('hana@harbourloft.example')
    const { status } = await hana.post('/api/me/erase', { email: 'hana@harbourloft.example' })
    expect([status, server.log]).toEqual([200, []])
    const mara = await server.signIn('mara@harbourloft.example')
    const { body } = await mara.get(`/api/people/${site}?find=hana`)
    expect(body['people']).toEqual([])
    const leftIn = tablesWith(server.folder, 'Hana Sato')
    expect(leftIn.filter((table) => !kept.includes(table))).toEqual([])
  } finally {
    await server.remove()
  }
})

/** How many come to the sample's talk and how many wait, and whether somebody is among either. */
function talkIn(folder: string, memberId: string) {
  const db = dataIn(folder)
  const rows = db
    .prepare("select member_id, state from rsvp where event_id = 'evt_talk'")
    .all() as readonly { readonly member_id: string; readonly state: string }[] // as asked for
  db.close()
  const count = (state: string) => rows.filter((one) => one.state === state).length
  const isIn = rows.some(({ member_id }) => member_id === memberId)
  return { going: count('going'), waiting: count('waiting'), isIn }
}

test('[A-09] [EVENT-01] the place at an event of who is forgotten goes to who waits for it', async () => {
  const server = await startTestPortal()
  try {
    const dev = await server.signIn('dev@harbourloft.example')
    expect(talkIn(server.folder, 'mem_dev')).toEqual({ going: 12, waiting: 2, isIn: true })
    const { status } = await dev.post('/api/me/erase', { email: 'dev@harbourloft.example' })
    expect([status, server.log]).toEqual([200, []])
    expect(talkIn(server.folder, 'mem_dev')).toEqual({ going: 12, waiting: 1, isIn: false })
  } finally {
    await server.remove()
  }
})

test('[A-09] [MESSAGE-14] no word that they wrote to others or told the team stays, and what was written to them is theirs who wrote it', async () => {
  const server = await startTestPortal()
  try {
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
    const found = tablesWith(server.folder, marker)
    expect(found).toEqual(expect.arrayContaining(['message', 'message_report', 'intent']))
    const { status } = await hana.post('/api/me/erase', { email: 'hana@harbourloft.example' })
    expect([status, server.log]).toEqual([200, []])
    expect(tablesWith(server.folder, marker)).toEqual([])
    expect(tablesWith(server.folder, 'Of Dev')).toEqual(
      expect.arrayContaining(['message', 'message_report']),
    )
  } finally {
    await server.remove()
  }
})
