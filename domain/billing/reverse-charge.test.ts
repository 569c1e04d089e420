import { expect, test } from 'vitest'
import { ada, harbour } from '../bookings/for-tests.ts'
import type { PayerBillTo } from '../memberships/bill-to.ts'
import type { BillingSettings } from '../sites/billing-settings.ts'
import { countryOfTaxId } from '../sites/country-of-tax-id.ts'
import { draftBill } from './bill.ts'
import { bookedTotal } from './booked-total.ts'
import { noDays } from './days/day-lines.ts'
import { charge, day, euros, input, settings } from './for-tests.ts'
import { reversedKinds } from './reverse-charge.ts'

const note = 'Reverse charge: the recipient owes the tax.'
const reversing: BillingSettings = {
  ...settings,
  isTaxIncluded: false,
  company: { ...settings.company, taxId: 'DE 123 456 789' },
  reverseCharge: { kinds: ['pass'], note },
}
const company: PayerBillTo = {
  ...{ name: 'Ada BV', address: 'Amsterdam', taxId: 'NL 0012.34567B01', orderText: '' },
  payer: { kind: 'member', memberId: ada.id },
  checkedTaxId: 'NL001234567B01',
}
/** What a space that lets rooms also sells: advice, by the pass. */
const charges = [
  charge('advice', '2026-06-10', 100, { kind: 'pass' }),
  charge('room', '2026-06-11', 50, { kind: 'booking' }),
]
const draftFor = (billTo: PayerBillTo | null, used = reversing) =>
  draftBill(input(charges, { billTo, settings: used }))

test('[BILLING-19] [D-41] advice to a company abroad has 0 % and the note, the room its local rate', () => {
  const draft = draftFor(company)
  expect(draft.lines.map(({ source, basisPoints }) => [source, basisPoints])).toEqual([
    ['advice', 0],
    ['room', 2000],
  ])
  expect(draft).toMatchObject({ reverseCharge: note, total: euros(160) })
  expect(draft.billTo).toEqual({
    ...{ name: 'Ada BV', address: 'Amsterdam', taxId: 'NL 0012.34567B01', orderText: '' },
  })
})

test('[BILLING-19] [D-41] it is never assumed: without any one of its conditions there is tax', () => {
  const { checkedTaxId: _checked, ...unchecked } = company
  const cases: readonly (readonly [PayerBillTo | null, BillingSettings?])[] = [
    [null],
    [unchecked],
    [{ ...company, name: '' }],
    [{ ...company, taxId: 'NL001234567B02' }],
    [{ ...company, taxId: '' }],
    [{ ...company, taxId: 'DE 999 999 999', checkedTaxId: 'DE999999999' }],
    [{ ...company, taxId: '12/345/6789', checkedTaxId: '12/345/6789' }],
    [company, { ...reversing, reverseCharge: { kinds: [], note } }],
    [company, { ...reversing, company: { ...reversing.company, taxId: '12/345/6789' } }],
  ]
  for (const [billTo, used] of cases) {
    const draft = draftFor(billTo, used)
    expect(draft.total).toEqual(euros(180))
    expect(draft.reverseCharge).toBeUndefined()
  }
})

test('[BILLING-19] a bill without such a line says nothing of it', () => {
  const rooms = input(charges.slice(1), { billTo: company, settings: reversing })
  expect(draftBill(rooms).reverseCharge).toBeUndefined()
  expect(reversedKinds(reversing, company)).toEqual(['pass'])
})

test('[BILLING-19] [PREPAID-05] what is paid at once is charged by the same rule', () => {
  const used: BillingSettings = { ...reversing, reverseCharge: { kinds: ['booking'], note } }
  const atMinute = (minute: number) => ({ date: day('2026-06-10'), minute })
  const time = { start: atMinute(540), end: atMinute(600) }
  const parts = [{ price: euros(50), extras: [euros(10)], ...time, dayPrice: null }]
  const site = { ...harbour.site, billing: used }
  const by = { site, memberId: ada.id, promos: [], days: noDays }
  const of = (billTo: PayerBillTo | null) =>
    bookedTotal({ ...by, billTo, today: day('2026-06-01') }, parts)
  expect(of(company)).toEqual(euros(62))
  expect(of(null)).toEqual(euros(72))
})

test('[BILLING-19] a tax number tells its country by its first letters', () => {
  const numbers = ['DE 123 456 789', 'nl001234567b01', 'ATU12345678', '12/345/6789', 'DE', '']
  expect(numbers.map(countryOfTaxId)).toEqual(['DE', 'NL', 'AT', null, null, null])
})
