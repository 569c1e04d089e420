import { simpleParser } from 'mailparser'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { test } from '../harness/journey.ts'
import type { Server } from '../harness/server.ts'
import { MePage } from '../pages/me.ts'
import { SignInPage } from '../pages/sign-in.ts'

const email = 'hana@harbourloft.example'

/** Asks for a code, and reads it and the link in the mail that comes: journeys before this one had mails too. */
async function askByMail(
  door: SignInPage,
  server: Server,
): Promise<{ code: string; link: string }> {
  const before = server.newestMailTo(email)
  await door.askForCode(email)
  await expect.poll(() => server.newestMailTo(email)).not.toBe(before)
  const mail = await simpleParser(must(server.newestMailTo(email), 'the mail was just seen'))
  const text = mail.text ?? ''
  return {
    code: must(/\b\d{6}\b/.exec(mail.subject ?? '')?.[0], 'the subject carries the code'),
    link: must(/http:\S+/.exec(text)?.[0], 'the text carries the link'),
  }
}

test('[A-05] the link in the mail signs in, and opening it any number of times consumes nothing', async ({
  server,
  devices,
}) => {
  const phone = await devices.fresh()
  const page = phone.page()
  const door = new SignInPage(page)
  await page.goto('/sign-in')
  const { link, code } = await askByMail(door, server)

  for (let opened = 0; opened < 3; opened += 1) await fetch(link) // a mail scanner looks first
  await page.goto('about:blank') // the mail opens in a page of its own
  await page.goto(link)
  await expect.poll(() => door.code.inputValue()).toBe(code)
  expect(page.url()).not.toContain(code) // it does not stay in the history
  await door.submit()
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
})

test('[A-05] a wrong code is refused in words, and the right one still works afterwards', async ({
  server,
  devices,
}) => {
  const phone = await devices.fresh()
  phone.faults.expect(/401 \(Unauthorized\).*\/api\/sign-in/)
  const page = phone.page()
  const door = new SignInPage(page)
  await page.goto('/sign-in')
  const { code } = await askByMail(door, server)

  await door.code.fill(code === '000000' ? '111111' : '000000')
  await door.submit()
  await expect.poll(() => door.trouble.textContent()).toContain('That code is wrong')
  await door.code.fill(code)
  await door.submit()
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
})

test('[A-05] without a network the door says that signing in needs one', async ({ devices }) => {
  const phone = await devices.fresh()
  const page = phone.page()
  await page.goto('/sign-in')
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await phone.goOffline()
  await page.reload()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send code' }).click()
  await page.getByText('Signing in needs a connection.').waitFor()
})

test('[A-05] whoever has added a passkey comes in by it, without a mail', async ({ devices }) => {
  const phone = await devices.of('Hana')
  const page = phone.page()
  const finger = await addAuthenticator(page)
  await page.goto('/me/sign-in')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('Added today').waitFor()

  await finger.lift() // or the door opens by itself, which the browser offers to whoever has a passkey
  await new MePage(page).open()
  phone.faults.expect(/ERR_INVALID_ARGUMENT|Manifest: Line: 1, column: 1/) // lost while the storage is cleared
  await new MePage(page).signOut()
  await finger.put()
  // In this moment the door may open by itself, and the button is gone with it.
  const ask = page.getByRole('button', { name: 'Sign in with a passkey' })
  await ask.click({ timeout: 5_000 }).catch(() => undefined)
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
})

/** What a phone has for a finger, played by the browser. */
async function addAuthenticator(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  const touch = (enabled: boolean) =>
    session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
  return { lift: () => touch(false), put: () => touch(true) }
}
