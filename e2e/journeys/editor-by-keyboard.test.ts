import { expect } from 'vitest'
import { findViolations } from '../harness/accessible.ts'
import { onlineTest as test } from '../harness/journey.ts'
import { Keyboard } from '../harness/keyboard.ts'
import { FloorEditorPage } from '../pages/floor-editor.ts'

test('[F-04] [F-05] [F-07] [F-08] [F-14] [O-16] somebody without a pointer draws a desk, changes it, and publishes it', async ({
  devices,
}) => {
  const laptop = await devices.of('Mara', { width: 1440, height: 900 })
  const page = laptop.page()
  const keyboard = new Keyboard(page)
  const editor = new FloorEditorPage(page)
  await editor.open()

  // From the list to the fields and back.
  await editor.addButton('Desk').focus()
  await keyboard.press('Enter')
  await editor.says('Desk 41 added')
  await keyboard.press('F2')
  expect((await keyboard.focus()).name).toBe('Name')
  await editor.set('From the left, cm', '1250')
  await editor.set('From the top, cm', '2080')
  await keyboard.press('Escape')
  expect((await keyboard.focus()).name).toBe('Desk 41')

  // Moved, turned, locked; the focus stays where it was.
  await keyboard.press('Alt+ArrowRight')
  await editor.says('Desk 41: 1251 from the left, 2080 from the top')
  await keyboard.press(']')
  await editor.says('Desk 41: turned 15 degrees')
  await keyboard.press('[')
  await keyboard.press('l')
  await editor.says('Desk 41 locked in place')
  await keyboard.press('l')
  expect((await keyboard.focus()).name).toBe('Desk 41')

  // A copy is drawn and deleted again; what stands there now has the focus.
  await keyboard.press('Control+d')
  await editor.says('Desk 42 added')
  await editor.thing('Desk 42').focus()
  await keyboard.press('Delete')
  await editor.says(/^Desk 42 deleted/)
  expect((await keyboard.focus()).name).not.toBe('Desk 42')
  await keyboard.expectFocus()

  // What opens over the drawing can be used by everybody.
  for (const [opener, title] of [
    ['Keys', 'Keys'],
    ['From a table', 'Places from a table'],
    ['Print labels', 'Labels for places'],
  ] as const) {
    await page.getByRole('button', { name: opener, exact: true }).focus()
    await keyboard.press(opener === 'Keys' ? '?' : 'Enter')
    const sheet = page.getByRole('dialog', { name: title })
    await sheet.waitFor()
    if (title === 'Places from a table') {
      await sheet.getByLabel('Paste a table').fill('name,kind\nDesk 1,Desk\nDesk 90,Desk')
      await sheet.getByText('“Desk 1” is on this floor already.').waitFor()
      await sheet.getByRole('button', { name: 'Add 1 of 2' }).waitFor()
    }
    expect(await findViolations(page)).toEqual([])
    await keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await keyboard.expectFocus()
  }

  // Beside what members see now there is one thing more.
  await page.getByRole('button', { name: 'Versions' }).focus()
  await keyboard.press('Enter')
  await page.getByRole('button', { name: 'Compare version 1 with the draft' }).waitFor()
  await keyboard.tabTo(/^Compare version 1/)
  await keyboard.press('Enter')
  const compared = page.getByRole('dialog', { name: 'Versions side by side' })
  await compared.getByText('1 thing differs').waitFor()
  expect(await findViolations(page)).toEqual([])
  await keyboard.tabTo(/^New: Desk 41$/)
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await compared.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Publish…' }).focus()
  await keyboard.press('Enter')
  await page.getByText('0 moved, 1 added, 0 removed').waitFor()
  await keyboard.tabTo(/^Publish version 2$/)
  await keyboard.press('Enter')
  await page.getByText('Version 2 is published').waitFor()
  await keyboard.expectFocus()
})
