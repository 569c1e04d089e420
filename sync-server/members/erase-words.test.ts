import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { ticketIdOf, toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toInterval } from '../../domain/values/interval.ts'
import { addDays, weekdayOf } from '../../domain/values/local-date.ts'
import { instantOf, toWallTime } from '../../domain/values/zone.ts'
import type { TestBrowser } from '../for-tests.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { billTosOfForgotten, forgetBillTos } from '../storage/bill-tos.ts'
import { makeSqlite, onEachEngine } from '../storage/for-tests.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Reader, Storage } from '../storage/storage.ts'
import { filesWith, inPortal, kept } from './for-tests.ts'

const site = 'sit_harbour-loft'
const marker = 'Qwvxyz'
const hanas = 'hana@harbourloft.example'

/** Wishes, and that each was granted; gives its id. */
async function say(who: TestBrowser, kind: AnyIntent['kind'], body: object) {
  const wish = intentOf(toInstant(Date.now()), kind, body)
  const answer = await who.post('/api/intents', wish)
  expect(answer.body['outcome'], kind).toMatchObject({ kind: 'confirmed' })
  return wish.id
}

/** A room on some Tuesday evening, for somebody who is named. */
async function bookingIn({ read }: Storage): Promise<object> {
  const catalogue = must(await loadCatalogue(read, site), 'the sample has it')
  let { date } = toWallTime(catalogue.zone, toInstant(Date.now()))
  do date = addDays(date, 1)
  while (weekdayOf(date) !== 2)
  const at = (minute: number) => instantOf(catalogue.zone, { date, minute })
  const interval = toInterval(at(19 * 60), at(20 * 60))
  const guest = { id: 'gue_one', name: `${marker} Guest`, email: `${marker}@guest.example` }
  return {
    ...{ siteId: site, choice: choiceAt(catalogue, toId('resource', 'res_room-drift'), interval) },
    ...{ fallbacks: [], takeNearest: false, people: 2, guests: [guest], note: `${marker} note` },
    ...{ quote: { amountMinor: 10_000, currency: 'EUR' }, ceiling: null },
    ...{ forMemberId: null, override: null, payWith: 'money' },
  }
}

async function picture(who: TestBrowser, path: string): Promise<Readonly<Record<string, unknown>>> {
  const background = { r: 120, g: 20, b: 90 }
  const file = sharp({ create: { width: 640, height: 480, channels: 3, background } }).png()
  const { status, body } = await who.request('POST', path, new Uint8Array(await file.toBuffer()))
  expect(status).toBe(200)
  return body
}

async function blobCount(read: Reader, hashes: readonly unknown[]): Promise<number> {
  const rows = read.selectFrom('blob').select('sha256').where('sha256', 'in', hashes.map(String))
  return (await rows.execute()).length
}

onEachEngine('the words of who is forgotten', (makeDatabase) => {
  test('[A-09] [D-55] what they told the team, its pictures, and whom they brought is gone', async () => {
    const files = await inPortal(makeDatabase, async ({ server, storage, folder, tablesWith }) => {
      const hana = await server.signIn(hanas)
      const mara = await server.signIn('mara@harbourloft.example')
      const about = { resourceId: null, bookingId: null, billId: null }
      const asked = { siteId: site, category: 'general', text: `${marker} lamp`, about }
      const ticketId = ticketIdOf(await say(hana, 'ticket.open', { ...asked, forMemberId: null }))
      const { full, small, width, height } = await picture(hana, `/api/ticket-photos/${site}`)
      const photos = [{ full, small, width, height }]
      await say(hana, 'ticket.reply', { ticketId, text: `${marker} shows`, photos })
      await say(mara, 'ticket.reply', { ticketId, text: `Dear ${marker}`, photos: [] })
      await say(mara, 'ticket.note', { ticketId, text: `${marker} again` })
      await say(hana, 'booking.request', await bookingIn(storage))
      expect(await tablesWith(marker)).toEqual(
        expect.arrayContaining(['ticket_entry', 'booking', 'intent', 'news', 'document_row']),
      )
      expect(await blobCount(storage.read, [full, small])).toBe(2)

      expect((await hana.post('/api/me/erase', { email: hanas })).status).toBe(200)
      expect(server.log).toEqual([])
      // The guest is told that there is nothing to come to, and forgotten with that.
      const left = async () => (await tablesWith(marker)).filter((table) => !kept.includes(table))
      await expect.poll(left, { timeout: 10_000 }).toEqual([])
      const written = readdirSync(join(folder, 'mail'))
      expect(written.filter((name) => name.includes('erased-invalid'))).toEqual([])
      expect(await blobCount(storage.read, [full, small])).toBe(0)
    })
    // What was mailed is in its own reader's hands; the sample's is in a folder.
    expect(filesWith(files, marker).filter((name) => !name.startsWith('mail/'))).toEqual([])
  })
})

test('[A-09] [D-55] who bills were made out to is not known any more once nothing is left to be billed', async () => {
  await inPortal(makeSqlite, async ({ server, storage, tablesWith }) => {
    const mara = await server.signIn('mara@harbourloft.example')
    const email = 'lin@nowhere.example'
    const person = { name: 'Lin Okoro', email, tierId: 'tie_hot-desk' }
    const invited = await mara.post(`/api/members/${site}`, person)
    const lin = await server.signIn(email)
    const hana = await server.signIn(hanas)
    const billTo = { name: `${marker} Ltd`, address: 'Quay 1', taxId: '', orderText: '' }
    for (const [who, memberId] of [
      [lin, invited.body['id']],
      [hana, 'mem_hana'],
    ] as const) {
      await say(who, 'bill-to.save', { payer: { kind: 'member', memberId }, billTo })
    }
    expect(await tablesWith(`${marker} Ltd`)).toEqual([
      'audit',
      'bill_to',
      'document_row',
      'intent',
    ])
    expect((await lin.post('/api/me/erase', { email })).status).toBe(200)
    // The sample's Hana has booked what is not billed yet.
    expect((await hana.post('/api/me/erase', { email: hanas })).status).toBe(200)
    expect(await tablesWith(`${marker} Ltd`)).toEqual(['bill_to'])
    expect(await billTosOfForgotten(storage.read)).toEqual(['mem_hana'])
    await storage.transaction((tx) => forgetBillTos(tx, ['mem_hana']))
    expect(await billTosOfForgotten(storage.read)).toEqual(['mem_hana'])
  })
})
