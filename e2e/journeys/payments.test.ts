import { onlineTest as test } from '../harness/journey.ts'
import { BillsPage } from '../pages/bills.ts'
import { BookPage } from '../pages/book.ts'
import { PayingPages } from '../pages/paying.ts'

test('[P-02] [P-03] [P-15] [B-34] a bill is paid on a phone and a hall when it is booked, and another card ends what a declined one began', async ({
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
    await hana.page().getByText('There is not enough money on the card.').waitFor()
    await paying.press('Succeeds visa')
    await hana.page().getByText('Paid. Thank you.').waitFor()
    await paidAtOnce()
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

  async function anotherCard(): Promise<void> {
    const paying = new PayingPages(dev.page())
    await paying.needs.getByText('Visa 0069 was not charged').waitFor()
    await paying.needs.getByRole('link', { name: 'Use another card' }).click()
    await paying.addCard()
    await paying.press('Succeeds visa')
    await dev.page().getByText('Visa 4242').waitFor()
    await dev.page().goto('/')
    await dev.page().getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    await paying.needs.waitFor({ state: 'detached' })
  }
})
