import { expect, test } from 'vitest'
import { forgottenEmail } from '../../domain/memberships/forgotten.ts'
import { toId } from '../../domain/values/ids.ts'
import { HOUR_MS, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { ask, bytesOf, held, nothing, now, question, send, siteId } from './for-tests.ts'

const hana = 'mem_hana'
const anton = 'mem_anton'
const [mara, jonas] = ['mem_mara', 'mem_jonas']
const team = `support/${siteId}`

async function ticketIn(space: TestSpace, document: string, id: string) {
  return (await held(space, document))['tickets']?.[id]
}

onEachEngine('tickets', (makeDatabase) => {
  const within = (title: string, work: (space: TestSpace) => Promise<void>) =>
    test(title, () => inTestSpace(makeDatabase, now, work))

  within(
    '[SUPPORT-01] [T-01] [T-02] a question is numbered, answered, resolved and opened again, for both sides to read',
    async (space) => {
      const first = await ask(space, hana, 'The lamp flickers.')
      const second = await ask(space, anton, 'The door sticks.')
      const numberOf = async (id: string) => (await ticketIn(space, team, id)) as { number: number }
      expect((await numberOf(second)).number).toBe((await numberOf(first)).number + 1)
      expect(
        await send(space, mara, 'ticket.reply', { ticketId: first, text: 'Coming', photos: [] }),
      ).toMatchObject({ kind: 'confirmed' })
      expect(await ticketIn(space, `tickets/${hana}`, first)).toMatchObject({
        state: 'in-progress',
        replyBy: null,
      })
      await send(space, hana, 'ticket.set-state', { ticketId: first, state: 'resolved' })
      await send(space, hana, 'ticket.reply', { ticketId: first, text: 'Again', photos: [] })
      expect(await ticketIn(space, team, first)).toMatchObject({
        ...{ state: 'open', memberName: 'Hana Sato', subject: 'The lamp flickers.' },
        assignedTo: mara,
      })
      const { entries = {} } = await held(space, `tickets/${hana}`)
      const told = Object.entries(entries).filter(([key]) => key.startsWith(first))
      expect(told).toHaveLength(6) // who has it stays with the team
    },
  )

  within(
    '[SUPPORT-04] [T-03] no byte of a note, of who has it or of anybody’s ticket is in the replica of a member',
    async (space) => {
      const marker = 'MARKER-NOTE-b1946ac9'
      const own = 'MARKER-TICKET-c3499c27'
      const id = await ask(space, hana, own)
      const documents = [hana, anton].flatMap((who) => [`tickets/${who}`, `member/${who}`])
      documents.push(`articles/${siteId}`, `catalogue/${siteId}`, `tickets/${mara}`)
      for (const document of documents) await bytesOf(space, document) // followed from the first word on
      await send(space, mara, 'ticket.note', { ticketId: id, text: marker })
      await send(space, mara, 'ticket.assign', { ticketId: id, from: null, to: jonas })
      await send(space, mara, 'ticket.reply', { ticketId: id, text: 'Soon', photos: [] })
      expect(await bytesOf(space, team)).toContain(marker)
      expect(await bytesOf(space, `tickets/${hana}`)).toContain('Soon')
      for (const document of documents) {
        const bytes = await bytesOf(space, document)
        expect(bytes, document).not.toContain(marker)
        expect(bytes, document).not.toContain('assignedTo')
        if (document !== `tickets/${hana}`) expect(bytes, document).not.toContain(own)
      }
    },
  )

  within(
    '[SUPPORT-03] of two of the team who take it at once, the second is told',
    async (space) => {
      const ticketId = await ask(space, hana, 'The lamp flickers.')
      const take = (who: string) =>
        intentOf(space.now, 'ticket.assign', { ticketId, from: null, to: who })
      const [one, other] = [take(mara), take(jonas)]
      await space.send(mara, one)
      await space.send(jonas, other)
      expect((await space.outcomeOf(one)).outcome).toMatchObject({ kind: 'confirmed' })
      expect((await space.outcomeOf(other)).outcome).toMatchObject({
        refusal: { reason: 'ticket-taken' },
      })
    },
  )

  within(
    '[SUPPORT-05] somebody else’s ticket does not exist, and what is not one’s own is left out of a question',
    async (space) => {
      const ticketId = await ask(space, hana, 'The lamp flickers.')
      const unknown = { refusal: { reason: 'unknown-ticket' } }
      const reply = { ticketId, text: 'Me too', photos: [] }
      expect(await send(space, anton, 'ticket.reply', reply)).toMatchObject(unknown)
      const state = { ticketId, state: 'resolved' }
      expect(await send(space, anton, 'ticket.set-state', state)).toMatchObject(unknown)
      const denied = { refusal: { reason: 'not-allowed' } }
      expect(await send(space, hana, 'ticket.note', { ticketId, text: 'x' })).toMatchObject(denied)
      const forOther = question('x', { forMemberId: anton })
      expect(await send(space, hana, 'ticket.open', forOther)).toMatchObject(denied)

      const booking = await space.storage.read
        .selectFrom('booking')
        .select('id')
        .where('member_id', '=', anton)
        .executeTakeFirstOrThrow()
      const about = { resourceId: 'res_gone', bookingId: booking.id, billId: 'bil_none' }
      const own = await ask(space, hana, 'A question', { about })
      expect(await ticketIn(space, team, own)).toMatchObject({ about: nothing })
    },
  )

  within(
    '[SUPPORT-01] [T-03] staff log one for a member, who reads it as their own',
    async (space) => {
      const id = await ask(space, mara, 'Came to the desk: no heating.', { forMemberId: hana })
      expect(await ticketIn(space, `tickets/${hana}`, id)).toMatchObject({ via: 'staff' })
      expect(await ticketIn(space, `tickets/${mara}`, id)).toBeUndefined()
    },
  )

  within(
    '[SUPPORT-07] [T-08] a known problem answers whoever reports it again, and resolves it when it is over',
    async (space) => {
      const outage = {
        siteId,
        outageId: 'out_lamp',
        resourceIds: ['res_desk-14'],
        text: 'New lamps',
      }
      await send(space, mara, 'outage.announce', outage)
      expect((await held(space, `articles/${siteId}`))['outages']).toMatchObject({
        out_lamp: { text: 'New lamps' },
      })
      const about = { ...nothing, resourceId: 'res_desk-14' }
      const id = await ask(space, hana, 'It flickers', { about })
      const { entries = {} } = await held(space, `tickets/${hana}`)
      expect(entries[`${id}/2`]).toMatchObject({ text: 'New lamps', byName: null })
      await send(space, mara, 'outage.end', { siteId, outageId: 'out_lamp' })
      expect(await ticketIn(space, `tickets/${hana}`, id)).toMatchObject({ state: 'resolved' })
      const { outages } = await held(space, `articles/${siteId}`)
      expect(outages?.['out_lamp']).toBeUndefined()
      expect(await send(space, mara, 'outage.end', { siteId, outageId: 'out_lamp' })).toMatchObject(
        { refusal: { reason: 'unknown-outage' } },
      )
    },
  )

  within(
    '[SUPPORT-08] a picture that was never sent is in no ticket, and neither is one of too many',
    async (space) => {
      const ticketId = await ask(space, hana, 'The lamp flickers.')
      const hash = 'a'.repeat(64)
      const photo = { full: hash, small: hash, width: 400, height: 300 }
      const reply = (count: number) => ({ ticketId, text: '', photos: Array(count).fill(photo) })
      const malformed = { refusal: { reason: 'malformed' } }
      expect(await send(space, hana, 'ticket.reply', reply(1))).toMatchObject(malformed)
      const many = reply(limits.ticketPhotosMax + 1)
      expect(await send(space, hana, 'ticket.reply', many)).toMatchObject(malformed)
      expect(await send(space, hana, 'ticket.reply', reply(0))).toMatchObject(malformed)
    },
  )

  within(
    '[SUPPORT-17] two of the team who answer without a network: the second is told, and sends it again once they have read the first',
    async (space) => {
      const ticketId = await ask(space, hana, 'May I have a second key?')
      const answer = (text: string, seen: number) => ({ ticketId, text, photos: [], seen })
      const [yes, no] = ['Yes, on Monday', 'No, they are all out']
      const first = intentOf(space.now, 'ticket.reply', answer(yes, 1))
      const second = intentOf(space.now, 'ticket.reply', answer(no, 1))
      await space.send(mara, first)
      await space.send(jonas, second)
      expect((await space.outcomeOf(first)).outcome).toMatchObject({ kind: 'confirmed' })
      const went = { refusal: { reason: 'ticket-went-on' } }
      expect((await space.outcomeOf(second)).outcome).toMatchObject(went)
      expect(await bytesOf(space, `tickets/${hana}`)).not.toContain(no)
      expect(await ticketIn(space, team, ticketId)).toMatchObject({ assignedTo: mara })
      const again = await send(space, jonas, 'ticket.reply', answer('Mara has one', 4))
      expect(again).toMatchObject({ kind: 'confirmed' })
    },
  )

  within(
    '[SUPPORT-17] a request whose member said more meanwhile is answered and not closed',
    async (space) => {
      const ticketId = await ask(space, hana, 'The lamp flickers.')
      await send(space, hana, 'ticket.reply', { ticketId, text: 'And hums', photos: [] })
      const answer = { ticketId, text: 'A new one comes', photos: [], seen: 1 }
      expect(await send(space, mara, 'ticket.reply', answer)).toMatchObject({ kind: 'confirmed' })
      const close = { ticketId, state: 'resolved', seen: 1 }
      expect(await send(space, mara, 'ticket.set-state', close)).toMatchObject({
        refusal: { reason: 'ticket-went-on' },
      })
      expect(await ticketIn(space, team, ticketId)).toMatchObject({ state: 'in-progress' })
      // An app from before it was asked says nothing of what it has seen.
      const old = { ticketId, state: 'resolved' }
      expect(await send(space, mara, 'ticket.set-state', old)).toMatchObject({ kind: 'confirmed' })
    },
  )

  within(
    '[SUPPORT-18] an answer that was written hours ago in a dead zone is given when it is heard',
    async (space) => {
      const ticketId = await ask(space, hana, 'The lamp flickers.')
      const reply = { ticketId, text: 'Coming', photos: [], seen: 1 }
      const written = intentOf(space.now, 'ticket.reply', reply)
      space.now = toInstant(space.now + 5 * HOUR_MS)
      await space.send(mara, written)
      expect((await space.outcomeOf(written)).outcome).toMatchObject({ kind: 'confirmed' })
      expect(await ticketIn(space, team, ticketId)).toMatchObject({ repliedAt: space.now })
    },
  )

  within(
    '[SUPPORT-19] [SUPPORT-04] of whoever is not of the team any more nothing is done, and no outcome says a word of it',
    async (space) => {
      const marker = 'MARKER-LATE-8c1f'
      const ticketId = await ask(space, hana, 'The lamp flickers.')
      const acts = [
        intentOf(space.now, 'ticket.reply', { ticketId, text: marker, photos: [], seen: 1 }),
        intentOf(space.now, 'ticket.note', { ticketId, text: marker }),
        intentOf(space.now, 'ticket.assign', { ticketId, from: null, to: jonas }),
        intentOf(space.now, 'ticket.open', question(marker, { forMemberId: hana })),
      ]
      await space.storage.write
        .updateTable('member')
        .set({ role: 'member' })
        .where('id', '=', jonas)
        .execute()
      for (const act of acts) await space.send(jonas, act)
      for (const act of acts) {
        expect((await space.outcomeOf(act)).outcome).toMatchObject({ kind: 'refused' })
      }
      for (const name of [team, `tickets/${hana}`, `member/${jonas}`, `member/${hana}`]) {
        expect(await bytesOf(space, name), name).not.toContain(marker)
      }
    },
  )

  within(
    '[SUPPORT-21] of whoever was forgotten meanwhile no word that waited is written down; their request is closed like any other',
    async (space) => {
      const marker = 'MARKER-FORGOTTEN-51d7'
      const ticketId = await ask(space, hana, 'The lamp flickers.')
      await space.storage.write
        .updateTable('member')
        .set({ email: forgottenEmail(toId('member', hana)) })
        .where('id', '=', hana)
        .execute()
      const gone = { refusal: { reason: 'not-reachable' } }
      const answer = { ticketId, text: marker, photos: [], seen: 1 }
      expect(await send(space, mara, 'ticket.reply', answer)).toMatchObject(gone)
      const note = { ticketId, text: marker }
      expect(await send(space, mara, 'ticket.note', note)).toMatchObject(gone)
      const close = { ticketId, state: 'resolved', seen: 1 }
      expect(await send(space, mara, 'ticket.set-state', close)).toMatchObject({
        kind: 'confirmed',
      })
      expect(await bytesOf(space, team)).not.toContain(marker)
    },
  )

  within('[SUPPORT-08] a question that came after its deadline is not asked', async (space) => {
    const intent = intentOf(space.now, 'ticket.open', question('Old'))
    await space.send(hana, { ...intent, deadlineAt: toInstant(space.now - 1) })
    expect((await space.outcomeOf(intent)).outcome).toMatchObject({
      refusal: { reason: 'expired' },
    })
  })
})
