import { expect, test } from 'vitest'
import { isForDamage } from '../../domain/billing/deposits/for-damage.ts'
import { dedicatedDeskTier } from '../../domain/seeds/harbour-loft/tiers.ts'
import { must } from '../../domain/values/assert.ts'
import { fingerprint } from '../../domain/values/fingerprint.ts'
import { addonIdOf } from '../../domain/values/ids.ts'
import { HOUR_MS, toInstant } from '../../domain/values/instant.ts'
import { money } from '../../domain/values/money.ts'
import { catalogueOf } from '../billing/for-tests.ts'
import { hana, methodsOf, openPaying, type PayingSpace } from '../billing/paying/for-tests.ts'
import { agreeToBackup } from '../billing/paying/methods.ts'
import { payOnPage } from '../billing/paying/pay-on-page.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { billsOfPayers } from '../storage/load-bills.ts'
import { asksOfPayers } from '../storage/load-deposits.ts'
import { refundsOf } from '../storage/load-paying.ts'
import { inTellingSpace, type TellingSpace, tellInJobs } from './for-tests.ts'

/** A Tuesday, 09:00 in Berlin. */
const now = toInstant(Date.UTC(2026, 10, 24, 8))
const siteId = 'sit_harbour-loft'

type Work = (paying: PayingSpace, telling: TellingSpace, billId: string) => Promise<void>

function told(title: string, work: Work): void {
  test(title, () =>
    inTellingSpace(makeSqlite, now, async (telling) => {
      tellInJobs(telling)
      const paying = await openPaying(telling.space)
      await work(paying, telling, (await paying.billOf()).bill.id)
    }),
  )
}

const subjects = ({ mail }: TellingSpace) => mail.mails.map(({ subject }) => subject)

async function wish({ space }: TellingSpace, who: string, kind: 'bill.credit', body: object) {
  const intent = intentOf(space.now, kind, body)
  await space.send(who, intent)
  expect((await space.outcomeOf(intent)).outcome.kind).toBe('confirmed')
}

told(
  '[NEWS-15] [N-04] [P-16] a payment by card has its receipt, with the card and the way to its PDF, once',
  async (paying, telling, billId) => {
    await paying.addCard('succeeds')
    await paying.collect(billId)
    await paying.collect(billId)
    await telling.space.runJobs()
    expect(telling.mail.mails).toHaveLength(1)
    const mail = must(telling.mail.mails[0], 'it arrived')
    expect(mail.subject).toMatch(/^Received: €149\.00 for bill /)
    expect(mail.text).toContain('Paid with Visa 4242. Nothing is open any more.')
    const paid = must((await paying.story(billId)).payments[0], 'it was paid')
    expect(mail.text).toContain(`Open the receipt (PDF): ${telling.url}/bills/${billId}#${paid.id}`)
  },
)

told(
  '[NEWS-15] [N-06] [D-49] a declined card is told with why, what happens next and where to use another one',
  async (paying, telling, billId) => {
    await paying.addCard('declines-later')
    await paying.collect(billId)
    await telling.space.runJobs()
    const mail = must(telling.mail.mails[0], 'it arrived')
    expect(mail.subject).toMatch(/^Not charged: €149\.00 of bill /)
    expect(mail.text).toMatch(
      /On 24 Nov Mastercard 0341 was not charged: .*\. It is tried again on 27 Nov\./,
    )
    expect(mail.text).toContain(`Use another card: ${telling.url}/me/payment-methods`)
    expect(mail.text).not.toContain('Stop these mails')
  },
)

told(
  '[NEWS-15] [NEWS-10] [P-03] what the backup card paid is told as that alone, with both cards',
  async (paying, telling, billId) => {
    await paying.addCard('succeeds')
    await paying.addCard('declines-later')
    const [, second] = (await methodsOf(paying)).methods
    await agreeToBackup(paying.ports, hana, must(second, 'it was added').id)
    await paying.collect(billId)
    await telling.space.runJobs()
    expect(await telling.states()).toEqual(['paid sent', 'pay-failed dropped'])
    expect(telling.mail.mails[0]?.text).toContain(
      'Your backup card Visa 4242 was charged, because Mastercard 0341 was declined.',
    )
  },
)

told(
  '[NEWS-15] [D-49] whoever has to prove who they are is asked, which is no failure',
  async (paying, telling, billId) => {
    await paying.addCard('needs-authentication')
    await paying.collect(billId)
    await telling.space.runJobs()
    expect(subjects(telling)).toEqual(['Your bank wants you to confirm €149.00'])
    expect(telling.mail.mails[0]?.text).toContain(`Confirm and pay: ${telling.url}/bills/${billId}`)
  },
)

told(
  '[NEWS-15] [N-12] what goes back is told, and where it never arrives both its payer and who keeps the books are',
  async (paying, telling, billId) => {
    const { space } = telling
    await paying.pressOn(await paying.goToPay(billId), 'succeeds')
    const credit = { siteId, billId, reason: 'The heating was off', amount: money(6000, 'EUR') }
    await wish(telling, 'mem_mara', 'bill.credit', credit)
    await space.runJobs()
    await space.runJobs()
    expect(subjects(telling).some((one) => one?.startsWith('Paid back: €60.00'))).toBe(true)
    const before = telling.mail.mails.length
    const refund = await telling.storage.read.selectFrom('refund').select('ref').executeTakeFirst()
    await paying.processor.failRefund(refund?.ref ?? '')
    space.now = toInstant(space.now + HOUR_MS)
    await space.runJobs()
    const late = telling.mail.mails.slice(before)
    const toPayer = late.filter(
      ({ subject }) => subject === '€60.00 could not go back to your card',
    )
    const toBooks = late.filter(({ subject }) => subject?.startsWith('A refund failed: €60.00'))
    expect(toPayer).toHaveLength(1)
    expect(toBooks.length).toBeGreaterThan(0)
    expect(toBooks.length + toPayer.length).toBe(late.length)
    expect(toBooks[0]?.text).toContain('did not arrive at Hana Sato')
  },
)

told(
  '[ADDON-13] [N-12] what is had by the month is told when it is taken, when its member ends it, and when the team does, once each',
  async (_paying, telling) => {
    const { space } = telling
    const quote = { amountMinor: 1500, currency: 'EUR' }
    const take = intentOf(space.now, 'addon.take', { siteId, extraId: 'ext_locker', quote })
    await space.send(hana, take)
    await space.outcomeOf(take)
    const addonId = addonIdOf(take.id)
    const end = intentOf(space.now, 'addon.end', { siteId, addonId })
    // Sent twice, and ended once more later: nothing of that is news.
    for (const one of [end, end, intentOf(space.now, 'addon.end', { siteId, addonId })]) {
      await space.send(hana, one)
      await space.outcomeOf(one)
    }
    const over = { siteId, addonId, memberId: hana, when: 'now', reason: 'Water damage' }
    const byTeam = intentOf(space.now, 'addon.end-for', over)
    await space.send('mem_mara', byTeam)
    await space.outcomeOf(byTeam)
    await space.runJobs()
    expect(subjects(telling)).toEqual([
      'Yours by the month: Locker',
      'Ended: Locker',
      'Harbour Loft has ended Locker',
    ])
    const mail = must(telling.mail.mails[2], 'it arrived')
    expect(mail.text).toContain('It is over from today on.')
    expect(mail.text).toContain('The space says: “Water damage”')
  },
)

told(
  '[DEPOSIT-10] [N-06] a deposit is told when it is asked for, declined, here, kept in part, back, and not arrived: once each',
  async (paying, telling) => {
    const { space } = telling
    const settle = async (who: string, kind: Parameters<typeof intentOf>[1], body: object) => {
      const intent = intentOf(space.now, kind, body)
      for (let times = 0; times < 2; times += 1) await space.send(who, intent)
      expect((await space.outcomeOf(intent)).outcome.kind).toBe('confirmed')
      await space.runJobs()
    }
    const { site } = await catalogueOf(space)
    const fees = site.billing.fees.map((one) =>
      one.tierId === dedicatedDeskTier ? { ...one, depositMinor: 30_000 } : one,
    )
    const basedOn = fingerprint(site.billing)
    await settle('mem_mara', 'billing.save', {
      siteId,
      basedOn,
      billing: { ...site.billing, fees },
    })
    const change = {
      ...{ siteId, membershipId: 'msh_hana', forMemberId: null, reason: '', resolutions: {} },
      ...{ tierId: dedicatedDeskTier, when: 'next', quote: money(30_000, 'EUR') },
    }
    await settle(hana, 'membership.change', change)
    const [ask] = await asksOfPayers(space.storage.read, [hana])
    const { id } = must(ask, 'it is asked for')
    await paying.addCard('declines-later')
    await paying.pass(39)
    await paying.pressOn(await payOnPage(paying.ports, { kind: 'deposit', id }), 'succeeds')
    await space.runJobs()
    const fundId = `${id}.2`
    const keep = { siteId, fundId, amount: money(5_000, 'EUR'), reason: 'A broken chair' }
    await settle('mem_mara', 'deposit.keep', keep)
    const on = '2027-01-02'
    const back = { siteId, fundId, method: 'card', on, reference: '', amount: money(25_000, 'EUR') }
    await settle('mem_mara', 'deposit.return', back)
    const [refund] = await refundsOf(space.storage.read, [fundId])
    await paying.processor.failRefund(must(must(refund, 'it was made').ref, 'it was sent'))
    await space.runJobs()
    const about = telling.mail.mails.filter(({ subject }) => /deposit/i.test(subject ?? ''))
    expect(about.map(({ subject }) => subject)).toEqual([
      'A deposit of €300.00 for Dedicated desk',
      'Not charged: your deposit of €300.00',
      'Received: your deposit of €300.00',
      'Kept of your deposit: €50.00',
      'Paid back: €250.00 of your deposit',
      '€250.00 of your deposit could not go back to your card',
      'A deposit could not go back: €250.00 of Hana Sato',
    ])
    const kept = must(about[3], 'it is told').text
    expect(kept).toContain('“A broken chair” €250.00 is left of it.')
    // The way to its document, which nobody else tells of: that it is paid is no news.
    const stories = await billsOfPayers(space.storage.read, [hana], '')
    const damage = must(
      stories.find(({ bill }) => isForDamage(bill)),
      'it has a document',
    )
    expect(kept).toContain(`/bills/${damage.bill.id}`)
    const named = telling.mail.mails.filter(({ text }) => text?.includes(damage.bill.number))
    expect(named).toEqual([])
  },
)
