import { expect } from 'vitest'
import { seenOnBoth } from '../harness/both-sizes.ts'
import { test } from '../harness/journey.ts'
import { waitUntilKept, waitUntilPapersKept } from '../harness/stored.ts'
import { BillsPage } from '../pages/bills.ts'
import { MyPlanPage } from '../pages/my-plan.ts'

test('[P-01] [P-04] [P-18] [L-07] [TERMS-15] bills and their PDFs are read and checked and a plan is changed without a network, and what is marked as paid is paid for the member too', async ({
  devices,
}) => {
  const [phone, office] = await devices.phoneAndDesk('Hana', 'Mara')
  const bills = new BillsPage(phone.page())
  await bills.open()
  await bills.issued('1–30 Nov 2026').getByText('Open').waitFor()
  await waitUntilKept(phone.page())
  await waitUntilPapersKept(phone.page(), 3)

  await phone.goOffline()
  await bills.open()
  await bills.next.getByText('1–31 Jan 2027').waitFor() // January in advance
  await bills.issued('1–30 Nov 2026').click()
  const number = /HL-2026-\d{4}/.exec((await bills.document.textContent()) ?? '')?.[0]
  expect(number).toBeDefined()
  await seenOnBoth(phone.page(), 'phone', bills.document, bills.seal.first())
  const pdf = await bills.saved(/^Save bill /) // the third tap from Me
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const plan = new MyPlanPage(phone.page())
  await plan.open()
  await plan.changeTo('Dedicated desk', 'With the next period')
  await plan.region.getByText('Saved on this device.').waitFor()
  await phone.goOnline()
  await plan.region.getByText('A deposit of €300.00 for Dedicated desk').waitFor() // it is settled

  const desk = office.page()
  await desk.goto('/operator/money')
  await desk.getByLabel('Name or number').fill(number ?? '')
  await desk.getByRole('button', { name: `Mark bill ${number} as paid` }).click()
  await desk.getByLabel('Reference').fill('Statement 12')
  await desk.getByRole('dialog').getByRole('button', { name: 'Mark as paid' }).click()
  await desk.getByText('Noted.').waitFor()

  await bills.open()
  await bills.issued('1–30 Nov 2026').click()
  await bills.document.getByText('Statement 12').waitFor()
  await bills.open()
  await bills.issued('1–30 Nov 2026').getByText('Paid').waitFor()
})
