/** The table of screens: every address of the app, who looks at it, and what opens on it. The sweeps go through it. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { BookPage } from './pages/book.ts'

export interface Screen {
  readonly name: string
  /** As in the app's own table of routes. */
  readonly route: string
  readonly path: string
  readonly who: 'Hana' | 'Mara' | 'nobody'
  /** What is to be seen once it is there. */
  readonly heading: string
  /** Opens what lies on top: a sheet. */
  readonly open?: (page: Page) => Promise<void>
}

export const screens: readonly Screen[] = [
  screen('today', '/', 'Hana', 'Today'),
  screen('book', '/book', 'Hana', 'Book'),
  {
    ...screen('booking sheet', '/book', 'Hana', 'Book'),
    open: async (page) => {
      const book = new BookPage(page)
      await book.chooseDay('Friday 4 December')
      await (await book.choose(await book.freeDesk())).bookButton.waitFor()
    },
  },
  screen('plan', '/plan', 'Hana', 'Floor plan'),
  screen('my bookings', '/bookings', 'Hana', 'My bookings'),
  screen('me', '/me', 'Hana', 'Hana Sato'),
  {
    ...screen('profile', '/me/profile', 'Hana', 'Profile'),
    open: (page) => page.getByLabel('Company', { exact: true }).waitFor(),
  },
  {
    ...screen('community', '/community', 'Hana', 'Community'),
    open: (page) => page.getByRole('listitem').nth(5).waitFor(), // many of the sample let themselves be found
  },
  {
    ...screen('messages', '/community/messages', 'Hana', 'Messages'),
    open: (page) => page.getByRole('link', { name: 'Messages with Mei Wong, 2 unread' }).waitFor(),
  },
  {
    ...screen('thread', '/community/messages/mem_rafael', 'Hana', 'Rafael Torres'),
    route: '/community/messages/:member',
    open: (page) => page.getByText('Perfect, I’ll bring paper.').waitFor(),
  },
  screen('who may write', '/me/messages', 'Hana', 'Who may write to you'),
  {
    ...screen('notifications', '/me/notifications', 'Hana', 'Notifications'),
    open: (page) => page.getByText('On this device').waitFor(),
  },
  screen('team', '/me/team', 'Hana', 'Team'),
  { ...screen('team week', '/me/team/week', 'Hana', 'Team'), route: '/me/team/week/:week?' },
  {
    ...screen('signing in', '/me/sign-in', 'Hana', 'Signing in'),
    open: (page) =>
      page.getByText('You have none yet.').or(page.getByText('This needs a connection.')).waitFor(),
  },
  {
    ...screen('bills', '/me/bills', 'Hana', 'Bills'),
    open: (page) => page.getByText('Total').waitFor(),
  },
  {
    ...screen('bill', '/me/bills', 'Hana', 'Bills'),
    route: '/bills/:bill',
    open: async (page) => {
      await page.getByRole('link', { name: /^1–/ }).first().click()
      await page.getByRole('button', { name: 'Print' }).waitFor()
    },
  },
  {
    ...screen('payment methods', '/me/payment-methods', 'Hana', 'Payment methods'),
    open: (page) => page.getByRole('button', { name: 'Add a card' }).waitFor(),
  },
  {
    ...screen('help', '/me/help', 'Hana', 'Help'),
    open: (page) => page.getByText('Printing and scanning').waitFor(),
  },
  screen('new request', '/me/help/new', 'Hana', 'What can we do for you?'),
  {
    ...screen('answer', '/me/help/answers/art_printer', 'Hana', 'Printing and scanning'),
    route: '/me/help/answers/:article',
  },
  {
    ...screen('request', '/me/help/requests/tkt_sample-2', 'Hana', 'Request 2'),
    route: '/me/help/requests/:ticket',
  },
  screen('no access', '/operator', 'Hana', 'Ask Harbour Loft for access.'),
  { ...screen('nothing there', '/no-such-page', 'Hana', 'There is nothing'), route: '*' },
  {
    ...screen('arrivals', '/operator', 'Mara', 'Arrivals'),
    open: (page) => page.getByRole('listitem').nth(5).waitFor(), // the sample's day is a busy one
  },
  {
    ...screen('calendar', '/operator/calendar', 'Mara', 'Calendar'),
    open: (page) =>
      page
        .getByRole('button', { name: /^Hana Sato, / })
        .first()
        .waitFor(),
  },
  {
    ...screen('messages', '/operator/messages', 'Mara', 'Messages'),
    route: '/operator/messages/:part?',
    open: async (page) => {
      await page.getByRole('link', { name: /next bill/ }).click()
      await page.getByLabel('Answer', { exact: true }).waitFor()
    },
  },
  {
    ...screen('requests', '/operator/requests', 'Mara', 'Waiting for you'),
    open: (page) =>
      page
        .getByRole('button', { name: /^Approve / })
        .first()
        .waitFor(), // the sample has one
  },
  {
    ...screen('events and news', '/operator/events', 'Mara', 'Events and news'),
    open: (page) =>
      page
        .getByRole('button', { name: /^Call off / })
        .first()
        .waitFor(), // the sample has some
  },
  {
    ...screen('door', '/operator/events/evt_talk/door', 'Mara', 'Door of Talk'),
    route: '/operator/events/:event/door',
    open: (page) =>
      page
        .getByRole('button', { name: /^Let .* in$/ })
        .first()
        .waitFor(), // some of the sample come
  },
  screen('closures', '/operator/closures', 'Mara', 'Closures'),
  {
    ...screen('closure sheet', '/operator/closures', 'Mara', 'Closures'),
    open: async (page) => {
      await page.getByRole('button', { name: 'Add closure' }).click()
      await page.getByRole('dialog', { name: 'Add closure' }).waitFor()
    },
  },
  {
    ...screen('floor editor', '/operator/floor', 'Mara', 'Loft'),
    route: '/operator/floor/:floor?',
    open: async (page) => {
      await page.getByRole('button', { name: 'Desk 1', exact: true }).click()
      await page.getByLabel('Turned, degrees').waitFor()
    },
  },
  {
    ...screen('members', '/operator/members', 'Mara', 'Members'),
    route: '/operator/members/:member?',
    open: (page) =>
      page
        .getByRole('link', { name: 'Hana Sato' })
        .or(page.getByText(/with a connection/))
        .first()
        .waitFor(),
  },
  {
    ...screen('join', '/join/harbour-loft', 'nobody', 'Join'),
    route: '/join/:token',
    open: (page) =>
      page
        .getByLabel('Your name')
        .or(page.getByText(/needs a connection/))
        .waitFor(),
  },
  {
    ...screen('a link that is gone', '/join/no-such-link', 'nobody', 'Join'),
    route: '/join/:token',
  },
  money('bills of all', ''),
  money('billing run', '/run'),
  money('credit and deposits', '/funds'),
  money('promo codes', '/promos'),
  money('billing settings', '/settings'),
  settings('places', 'Add place'),
  settings('rules', 'Rules for'),
  settings('memberships', 'Add membership'),
  settings('prices', 'Try it'),
  settings('extras', 'Add extra'),
  settings('passes', 'Passes of members and teams'),
  settings('house-rules', 'Takes effect on'),
  settings('hours', 'Monday'),
  settings('location', 'Street address'),
  settings('messages', 'What went out'),
  settings('plan', 'Add screen'),
  screen('screen on a wall', '/lobby', 'nobody', 'Screen'),
  screen('set-up', '/set-up', 'nobody', 'Set up your space'),
  screen('sign in', '/sign-in', 'nobody', 'Sign in'),
]

/** A part of the books, most of which needs a connection and says so. */
function money(name: string, part: string): Screen {
  return {
    ...screen(name, `/operator/money${part}`, 'Mara', 'Money'),
    route: '/operator/money/:part?',
  }
}

/** A part of the settings, once something of it is there. */
function settings(part: string, shown: string): Screen {
  return {
    ...screen(`settings, ${part}`, `/operator/settings/${part}`, 'Mara', 'Settings'),
    route: '/operator/settings/:part?',
    open: (page) => page.getByText(shown).first().waitFor(),
  }
}

function screen(name: string, path: string, who: Screen['who'], heading: string): Screen {
  return { name, route: path, path, who, heading }
}

/** Goes there from outside, as a link in a mail does, and waits until it is there. */
export async function visit(page: Page, screen: Screen): Promise<void> {
  await page.goto(screen.path)
  await arrive(page, screen)
}

/** Goes there within the app, as its own links do, and waits until it is there. */
export async function walkTo(page: Page, screen: Screen): Promise<void> {
  await page.evaluate((path) => {
    history.pushState(null, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
  }, screen.path)
  await arrive(page, screen)
}

async function arrive(page: Page, { heading, open }: Screen): Promise<void> {
  await page.getByRole('heading', { name: heading }).first().waitFor()
  await open?.(page)
}

/** The addresses of the app, read from its own table. */
export function readRoutes(): readonly string[] {
  const source = readFileSync(new URL('../client/app/routes.tsx', import.meta.url), 'utf8')
  return [...source.matchAll(/<Route\s+path="([^"]+)"/g)].flatMap(([, path]) => path ?? [])
}
