import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { issueBill } from '../../domain/billing/bill.ts'
import { draftDamageBill } from '../../domain/billing/deposits/damage-bill.ts'
import { billOf, charge, day, euros, fundOf, settings } from '../../domain/billing/for-tests.ts'
import { papersOf } from '../../domain/billing/papers/paper.ts'
import type { BillStory } from '../../domain/billing/payment.ts'
import { toId } from '../../domain/values/ids.ts'
import { addMinutes } from '../../domain/values/instant.ts'
import { drawPaper } from './draw-paper.ts'
import { textOfPages } from './for-tests.ts'

const bill = billOf(charge('ten-day pass', '2026-06-05', 120), charge('lunch', '2026-06-09', 24))

const story: BillStory = {
  bill,
  credits: [
    {
      ...{
        id: 'bki_credit',
        billId: bill.id,
        number: 'HL-C-2026-0001',
        reason: 'The heating was off',
      },
      ...{ issuedAt: bill.issuedAt, issuedOn: day('2026-07-04'), total: euros(-12) },
      taxes: [{ basisPoints: 2000, base: euros(-10), tax: euros(-2), total: euros(-12) }],
    },
  ],
  payments: [
    {
      ...{
        id: 'bki_paid',
        billId: bill.id,
        amount: euros(132),
        method: 'bank',
        on: day('2026-07-05'),
      },
      ...{ reference: 'Statement 12', notedAt: addMinutes(bill.issuedAt, 9_000) },
    },
  ],
}

const [ofBill, ofCredit, ofPayment] = papersOf(story)

async function drawn(facts: typeof ofBill): Promise<readonly string[]> {
  if (facts === undefined) throw new Error('Broken invariant: a story has three papers')
  return textOfPages(await drawPaper(facts))
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('[PAPERS-02] [D-41] a bill says who asks and who is asked, its number, dates, lines with rates, sums by rate and the total', async () => {
  const [page = ''] = await drawn(ofBill)
  for (const said of [
    ...['Harbour Loft GmbH', 'Am Sandtorkai 12', 'Tax number DE 1', 'Ada', 'HL-2026-0001'],
    ...['1 Jul 2026', '1–30 Jun 2026', '15 Jul 2026', 'ten-day pass', 'lunch', '20 %'],
    ...['€120.00', '€24.00', '€144.00', 'The amounts above include VAT.', 'Page 1 of 1'],
  ]) {
    expect(page).toContain(said)
  }
})

test('[P-14] [P-16] a credit note says its bill and its reason, a receipt what was received and how', async () => {
  const [credit = ''] = await drawn(ofCredit)
  for (const said of [
    'HL-C-2026-0001',
    'HL-2026-0001 of 1 Jul 2026',
    'The heating was off',
    '-€12.00',
  ]) {
    expect(credit).toContain(said)
  }
  const [receipt = ''] = await drawn(ofPayment)
  for (const said of [
    'HL-2026-0001/1',
    'Received with thanks, bank transfer',
    '€132.00',
    'Statement 12',
  ]) {
    expect(receipt).toContain(said)
  }
})

test('[PAPERS-02] [P-01] who it is made out to stands on it with address, tax number and order text', async () => {
  const billTo = {
    name: 'Ada Ltd',
    address: 'Main Street 1\nCork',
    taxId: 'IE 99',
    orderText: 'PO 4711',
  }
  for (const facts of papersOf({ ...story, bill: { ...bill, billTo } }).slice(0, 2)) {
    const [page = ''] = await drawn(facts)
    for (const said of ['Ada Ltd', 'Main Street 1', 'Cork', 'IE 99', 'PO 4711']) {
      expect(page).toContain(said)
    }
  }
})

test('[PAPERS-02] what credit paid of a bill stands on it with what is left, and gets no receipt', async () => {
  const paidFrom = [{ fundId: toId('intent', 'bki_credit'), reason: 'Sorry', amount: euros(44) }]
  const [page = ''] = await textOfPages(
    await drawPaper({ kind: 'bill', bill: { ...bill, paidFrom } }),
  )
  for (const said of ['-€44.00', '€100.00', '€144.00']) expect(page).toContain(said)
  const payments = story.payments.map((payment) => ({ ...payment, method: 'credit' as const }))
  expect(papersOf({ ...story, payments }).map(({ kind }) => kind)).toEqual(['bill', 'credit-note'])
})

test('[PAPERS-02] [P-10] a bill of several people says whose lines follow and what they come to, in one place each', async () => {
  const ben = { memberId: toId('member', 'mem_ben') }
  const shared = billOf(
    ...[charge('hall', '2026-06-05', 120), charge('lunch', '2026-06-09', 24)],
    ...[charge('desk', '2026-06-10', 40, ben), charge('tea', '2026-06-11', 3, ben)],
  )
  const lines = shared.lines.map((line) =>
    line.memberId === ben.memberId ? { ...line, memberName: 'Ben' } : line,
  )
  const [page = ''] = await textOfPages(
    await drawPaper({ kind: 'bill', bill: { ...shared, lines } }),
  )
  for (const said of ['€144.00', '€43.00', '€187.00']) expect(page).toContain(said)
  expect(page.split('Ben')).toHaveLength(2)
})

test('[PAPERS-01] the same facts make the same bytes', async () => {
  const facts = papersOf(story)[0]
  if (facts === undefined) throw new Error('Broken invariant: a story has its bill')
  const sent = JSON.parse(JSON.stringify(facts)) as typeof facts // as it is once it was stored
  expect(hashOf(await drawPaper(sent))).toBe(hashOf(await drawPaper(facts)))
})

test('[PAPERS-03] two hundred lines stand on numbered pages, none of them missing', async () => {
  const charges = Array.from({ length: 200 }, (_, index) =>
    charge(`pass-${index}.`, '2026-06-05', 1),
  )
  const pages = await textOfPages(await drawPaper({ kind: 'bill', bill: billOf(...charges) }))
  const whole = pages.join('\n').split('\n')
  expect(charges.filter(({ source }) => !whole.includes(source))).toEqual([])
  expect(whole).toContain('€200.00')
  expect(pages.length).toBeGreaterThan(3)
  for (const [index, page] of pages.entries()) {
    expect(page).toContain('Amount')
    expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
  }
})

test.each([
  ['Chinese', '海港有限公司'],
  ['Japanese', '株式会社みなと'],
  ['Korean', '한국 회사'],
  ['Thai', 'บริษัท'],
  ['Greek', 'Ελλάς'],
  ['Russian', 'Привет'],
  ['Vietnamese', 'Nguyễn'],
  ['Polish', 'Łódź'],
  ['Hebrew', 'חברת הנמל'],
  ['Arabic', 'شركة المرفأ'],
])('[PAPERS-04] a name in %s is drawn in its script', async (_, payerName) => {
  const [page = ''] = await textOfPages(
    await drawPaper({ kind: 'bill', bill: { ...bill, id: toId('bill', 'bil_2'), payerName } }),
  )
  const letters = (text: string) =>
    [...text.normalize('NFKC').replace(/[\s\p{Cc}]/gu, '')].sort().join('')
  const found = page.split('\n')
  const from = found.indexOf('To')
  // Readers give what runs from right to left in one order or the other; the letters are the same.
  const read = found.slice(from + 1, found.indexOf('Date', from)).join('')
  expect(letters(read)).toBe(letters(payerName))
})

test('[PAPERS-02] [DEPOSIT-08] what is kept of a deposit for damage is a statement with its reason: no tax, nothing to be paid', async () => {
  const { fund } = fundOf(300, { kind: 'deposit', method: 'bank' })
  const damage = {
    id: toId('intent', 'bki_keep'),
    fund,
    amount: euros(50),
    reason: 'A broken chair',
  }
  const draft = draftDamageBill(
    { id: bill.siteId, billing: settings },
    { ...damage, on: day('2026-07-04'), billTo: null },
  )
  const { issuedAt } = bill
  const issue = { id: bill.id, number: 'HL-2026-0002', issuedAt, issuedOn: day('2026-07-04') }
  const statement = { kind: 'bill', bill: issueBill(draft, settings, issue) } as const
  const [page = ''] = await textOfPages(await drawPaper(statement))
  for (const said of [
    ...['Damage statement', 'HL-2026-0002', 'A broken chair', '€50.00', '4 Jul 2026'],
    ...['so no tax is charged', 'Nothing is left to be paid'],
  ]) {
    expect(page).toContain(said)
  }
  for (const said of ['To be paid by', 'include VAT', '18 Jul 2026', 'No tax is charged.']) {
    expect(page).not.toContain(said)
  }
})
