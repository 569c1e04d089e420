import { seenOnBoth } from '../harness/both-sizes.ts'
import { onlineTest as test } from '../harness/journey.ts'
import { BillsPage } from '../pages/bills.ts'
import { BookPage } from '../pages/book.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { FundsPage } from '../pages/funds.ts'
import { MyPlanPage } from '../pages/my-plan.ts'
import { PayingPages } from '../pages/paying.ts'

test('[P-02] [P-03] [P-15] [B-34] [B-17] on a phone and at a desk a bill is paid, a hall when it is booked, what is cancelled goes back, and another card ends what a declined one began', async ({
  devices,
}) => {
  const [hana, dev] = await Promise.all([devices.of('Hana'), devices.of('Dev')])
  await Promise.all([firstPayment(), anotherCard()])

  async function firstPayment(): Promise<void> {
    const [bills, paying] = [new BillsPage(hana.page()), new PayingPages(hana.page())]
    await bills.open()
    await bills.issued('1–30 Nov 2026').click()
    await paying.payBill()
    await paying.press('Insufficient funds visa')
    const declined = hana.page().getByText('There is not enough money on the card.')
    await seenOnBoth(hana.page(), 'desk', declined, paying.card('Succeeds visa'))
    await paying.press('Succeeds visa')
    await seenOnBoth(hana.page(), 'phone', hana.page().getByText('Paid. Thank you.'))
    await paidAtOnce()
    await cancelledAfterwards()
  }

  /** The card that paid is on file by now: a place that is paid when it is booked is charged to it, and booked. */
  async function paidAtOnce(): Promise<void> {
    const book = new BookPage(hana.page())
    await book.open()
    await book.search('hall next tuesday 10-12')
    const sheet = await book.choose('Hall North')
    await sheet.dialog.getByText('Paid now: €140.00 with Visa 4242').waitFor()
    await sheet.bookButton.click()
    await sheet.dialog.getByText('Booked', { exact: true }).waitFor()
  }

  /** Cancelled for nothing: a credit note, and the money on its way to the card it came from. */
  async function cancelledAfterwards(): Promise<void> {
    const page = hana.page()
    const bookings = new BookingsPage(page)
    await bookings.open()
    const hall = bookings.card('Hall North', 'Tue 8 Dec')
    await hall.button('Cancel booking').click()
    await bookings.showPast()
    await hall.says('Cancelled')
    const bills = new BillsPage(page)
    await bills.open()
    await bills.issued('8 Dec 2026').click()
    const note = bills.document.getByText(/^Credit note/)
    const back = bills.document.getByText('Paid back, card, 2 Dec 2026')
    await seenOnBoth(page, 'phone', note, back)
  }

  async function anotherCard(): Promise<void> {
    const paying = new PayingPages(dev.page())
    const wasNot = paying.needs.getByText('Visa 0069 was not charged')
    await seenOnBoth(dev.page(), 'desk', wasNot)
    await paying.needs.getByRole('link', { name: 'Use another card' }).click()
    await paying.addCard()
    await paying.press('Succeeds visa')
    await seenOnBoth(dev.page(), 'phone', dev.page().getByText('Visa 4242'))
    await dev.page().goto('/')
    await dev.page().getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    await paying.needs.waitFor({ state: 'detached' })
  }
})

test('[DEPOSIT-04] [DEPOSIT-07] [DEPOSIT-08] a plan with a deposit is taken and its deposit paid; of it damage is kept with a statement, and the rest goes back', async ({
  devices,
}) => {
  const [phone, office] = await devices.phoneAndDesk('Hana', 'Mara')
  const page = phone.page()
  const [plan, bills, paying] = [new MyPlanPage(page), new BillsPage(page), new PayingPages(page)]
  await plan.open()
  await plan.changeTo('Dedicated desk', 'At once')
  await plan.region.getByRole('link', { name: 'A deposit of €300.00 for Dedicated desk' }).click()
  await paying.payDeposit()
  await paying.press('Succeeds visa')
  await page.getByText('It is here. Thank you.').waitFor()

  const funds = new FundsPage(office.page())
  await funds.open()
  await funds.keepForDamage('Hana Sato', '50', 'A broken chair')
  await funds.payBack('Hana Sato')

  await page.getByText(/^Paid back, 2 Dec 2026: €250\.00/).waitFor()
  await page.getByRole('link', { name: 'Kept by the space, 2 Dec 2026: €50.00' }).click()
  await bills.damageStatement.getByText('A broken chair').waitFor()
  await bills.damageStatement.getByText('so no tax is charged').waitFor()
})
