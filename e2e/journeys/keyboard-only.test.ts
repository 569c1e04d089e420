import { onlineTest as test } from '../harness/journey.ts'
import { Keyboard } from '../harness/keyboard.ts'
import { BookPage } from '../pages/book.ts'
import { BookingsPage } from '../pages/bookings.ts'
import { PlanPage } from '../pages/plan.ts'
import { Shell } from '../pages/shell.ts'

/** A walk over the plan that does not stay at its edge. */
const around = ['ArrowUp', 'ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'] as const

test('[X-07] somebody without a pointer signs in, books through the list, cancels and takes it back', async ({
  devices,
}) => {
  const laptop = await devices.fresh({ width: 1440, height: 900 })
  const page = laptop.page()
  const keyboard = new Keyboard(page)
  await page.goto('/sign-in')
  await page.getByRole('button', { name: /^Hana/ }).waitFor()
  await keyboard.tabTo(/^Hana/)
  await keyboard.press('Enter')
  await page.getByLabel('Code').waitFor()
  await keyboard.tabTo(/^Sign in$/)
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor()

  await keyboard.tabTo(/^Book$/)
  await keyboard.press('Enter')
  const book = new BookPage(page)
  await book.freePlaces()
  await keyboard.tabTo(/^Friday 4 December$/)
  await keyboard.press('Space')
  const place = await book.freeDesk()
  await keyboard.tabTo(new RegExp(`^Book ${place},`))
  await keyboard.press('Enter')
  await keyboard.tabTo(/^Book \d\d:\d\d/)
  await keyboard.press('Enter')
  await page.getByRole('dialog').getByText('Booked', { exact: true }).waitFor()
  await keyboard.expectFocus()
  await keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await keyboard.expectFocus()

  await keyboard.tabTo(/^Bookings$/)
  await keyboard.press('Enter')
  const card = new BookingsPage(page).card(place, 'Fri 4 Dec')
  await card.says('Booked')
  await keyboard.tabTo(/^Cancel booking$/, `${place}, Fri 4 Dec`)
  await keyboard.press('Enter')
  await new Shell(page).undoButton.waitFor()
  await keyboard.expectFocus()
  await keyboard.tabTo(/^Undo$/)
  await keyboard.press('Enter')
  await card.says('Booked')
  await keyboard.expectFocus()
})

test('[X-07] somebody without a pointer books on the plan, place by place with the arrow keys', async ({
  devices,
}) => {
  const laptop = await devices.of('Dev', { width: 1440, height: 900 })
  const page = laptop.page()
  const keyboard = new Keyboard(page)
  const plan = new PlanPage(page)
  await plan.open()
  await plan.isDrawn()
  await keyboard.tabTo(/^Monday 7 December$/)
  await keyboard.press('Enter')
  await keyboard.tabTo(/^Places on this floor$/)

  let label = ''
  for (let step = 0; step < 40 && !/^Desk .* Free /.test(label); step += 1) {
    await keyboard.press(around[step % around.length] ?? 'ArrowUp')
    label = (await plan.activePlace.getAttribute('aria-label')) ?? ''
  }
  const place = label.replace(/,.*$/, '')
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: place })
  await dialog.waitFor()
  await keyboard.tabTo(/^Book \d\d:\d\d/)
  await keyboard.press('Enter')
  await dialog.getByText('Booked', { exact: true }).waitFor()
  await keyboard.expectFocus()
  await keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await keyboard.expectFocus()
})
