import { test } from '../harness/journey.ts'
import { waitUntilKept } from '../harness/stored.ts'
import { BookPage } from '../pages/book.ts'

test('[L-02] thirteen weeks of availability are on the device, and without a network the list says how old they are', async ({
  devices,
}) => {
  const phone = await devices.of('Hana')
  await waitUntilKept(phone.page())
  await phone.goOffline()
  const book = new BookPage(phone.page())
  await book.open()
  await book.age.waitFor()
  await book.chooseOtherDay('2027-03-03')
  await book.age.waitFor()
  await book.chooseKind('Booth')
  await book.age.waitFor()
})
