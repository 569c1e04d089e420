import { afterAll, beforeAll, expect, test } from 'vitest'
import { readIncomingMail } from '../../domain/support/incoming-mail.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { startTestPortal, type TestPortal } from '../for-tests.ts'
import { makeTicketMarks } from '../mail/ticket-marks.ts'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { ask, held, now, siteId } from './for-tests.ts'
import { receiveMail } from './receive-mail.ts'

const inbound = { address: 'help@portal.example', secret: 'a-secret-of-the-mail-system' }
const marks = makeTicketMarks(inbound)
const hana = 'hana@harbourloft.example'
const team = `support/${siteId}`
let ulids = 0

async function receive(space: TestSpace, fields: object, isAuthentic = true) {
  const mail = readIncomingMail({ from: hana, subject: 'Hello', text: 'Hi', ...fields })
  if (!mail.ok) return mail.problem
  const makeUlid = () => `MAIL${ulids++}`
  return receiveMail({ settlement: space.settlement, marks, makeUlid }, mail.value, isAuthentic)
}

onEachEngine('mails to the team', (makeDatabase) => {
  const within = (title: string, work: (space: TestSpace) => Promise<void>) =>
    test(title, () => inTestSpace(makeDatabase, now, work))

  within(
    '[SUPPORT-15] [T-03] an answer by mail joins its ticket, once, whoever delivers it again',
    async (space) => {
      const id = await ask(space, 'mem_hana', 'The lamp flickers.')
      const to = must(marks.replyTo(id), 'mails are taken in')
      const mail = { to, text: 'Still dark.\n> Fixed?', messageId: '<1@mail.example>' }
      expect(await receive(space, mail, false)).toBe('answer')
      expect(await receive(space, mail, false)).toBe('again')
      const { entries = {} } = await held(space, 'tickets/mem_hana')
      expect(entries[`${id}/2`]).toMatchObject({
        text: 'Still dark.',
        via: 'mail',
        isOfTeam: false,
      })
      expect(entries[`${id}/3`]).toBeUndefined()
    },
  )

  within(
    '[SUPPORT-15] a mark that we did not make, or in the hand of somebody else, joins nothing',
    async (space) => {
      const id = await ask(space, 'mem_hana', 'The lamp flickers.')
      const right = must(marks.replyTo(id), 'mails are taken in')
      const forged = right.replace(/\.[0-9a-f]{24}@/, `.${'0'.repeat(24)}@`)
      expect(await receive(space, { to: forged }, false)).toBe('not-authentic')
      expect(await receive(space, { to: right, from: 'anton@harbourloft.example' }, false)).toBe(
        'unknown-sender',
      )
      expect(await receive(space, { to: right, from: 'stranger@evil.example' })).toBe(
        'unknown-sender',
      )
      expect(
        marks.isProven({ ticketId: toId('ticket', 'tkt_other'), proof: right.slice(-40, -16) }),
      ).toBe(false)
      const { entries = {} } = await held(space, 'tickets/mem_hana')
      expect(entries[`${id}/2`]).toBeUndefined()
    },
  )

  within(
    '[SUPPORT-15] [T-03] a first mail becomes a ticket, where the mail system knows its sender',
    async (space) => {
      const mail = { subject: 'Heating', text: 'It is cold <script>alert(1)</script>' }
      expect(await receive(space, mail, false)).toBe('not-authentic')
      expect(await receive(space, { ...mail, from: 'nobody@evil.example' })).toBe('unknown-sender')
      expect(await receive(space, mail)).toBe('new')
      const { tickets = {} } = await held(space, team)
      expect(Object.values(tickets)).toContainEqual(
        expect.objectContaining({
          ...{ via: 'mail', memberId: 'mem_hana', category: 'general' },
          subject: 'Heating\n\nIt is cold <script>alert(1)</script>',
        }),
      )
    },
  )

  within('[SUPPORT-15] the team answers by mail too', async (space) => {
    const id = await ask(space, 'mem_hana', 'The lamp flickers.')
    const to = must(marks.replyTo(id), 'mails are taken in')
    expect(await receive(space, { to, from: 'mara@harbourloft.example', text: 'Coming' })).toBe(
      'answer',
    )
    expect((await held(space, 'tickets/mem_hana'))['tickets']?.[id]).toMatchObject({
      state: 'in-progress',
    })
  })
})

let server: TestPortal
beforeAll(async () => {
  server = await startTestPortal({
    MAIL_INBOUND_ADDRESS: inbound.address,
    MAIL_INBOUND_SECRET: inbound.secret,
  })
})
afterAll(() => server.remove())

test('[SUPPORT-15] the door for mails opens to its secret alone, and takes what is no mail without a word', async () => {
  const post = (body: string, authorization: string) =>
    fetch(`http://127.0.0.1:${server.portal.port}/webhooks/mail`, {
      method: 'POST',
      headers: { authorization },
      body,
    })
  const mail = JSON.stringify({ from: hana, subject: 'Hi', text: 'Hello', authenticated: true })
  expect((await post(mail, '')).status).toBe(401)
  expect((await post(mail, 'Bearer wrong')).status).toBe(401)
  const right = `Bearer ${inbound.secret}`
  expect(await (await post('{', right)).json()).toEqual({ taken: 'malformed' })
  expect((await post('x'.repeat(300_000), right)).status).toBe(413)
  expect(await (await post(mail, right)).json()).toEqual({ taken: 'new' })
})
