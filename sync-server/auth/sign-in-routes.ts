/** Signing in and out over HTTP. What is counted here is counted before anything is looked up, so that no answer tells who is a member. */
import { HOUR_MS, MINUTE_MS } from '../../domain/values/instant.ts'
import type { AddressOf } from '../http/address-of.ts'
import { fail, unauthorised } from '../http/answers.ts'
import { CLEAR_SITE_DATA } from '../http/app.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { makeAttempts } from './attempts.ts'
import type { Auth, SignedIn } from './auth.ts'
import { readEmail } from './read-email.ts'

/** A coworking space is one address: what is counted by address must leave room for everybody in it on a Monday morning. */
const CODES_PER_ADDRESS_MAX = 300
const WRONG_CODES_PER_ADDRESS_MAX = 30
const CODES_PER_MAIL_MAX = 5
const CODES_PER_MAIL_WITHIN_MS = 10 * MINUTE_MS

export function signInRoutes(ports: {
  readonly auth: Auth
  readonly addressOf: AddressOf
  now(): number
  issueTicket(signedIn: SignedIn): string
}): Routes {
  const { auth, addressOf, now } = ports
  const codesPerAddress = makeAttempts(CODES_PER_ADDRESS_MAX, HOUR_MS, now)
  const codesPerMail = makeAttempts(CODES_PER_MAIL_MAX, CODES_PER_MAIL_WITHIN_MS, now)
  const wrongCodes = makeAttempts(WRONG_CODES_PER_ADDRESS_MAX, HOUR_MS, now)

  return (app, signedInOf) => {
    app.post('/api/sign-in/code', async (context) => {
      const email = readEmail((await readBody(context))?.['email'])
      if (email === null) {
        return fail(context, 400, 'malformed', 'That does not look like an e-mail address.')
      }
      if (!codesPerAddress.take(addressOf(context)) || !codesPerMail.take(email)) {
        return fail(
          context,
          429,
          'slow-down',
          'Too many codes were asked for. Try again in ten minutes.',
        )
      }
      await auth.sendCode(email)
      return context.json({ sent: true })
    })

    app.post('/api/sign-in', async (context) => {
      const body = await readBody(context)
      const email = readEmail(body?.['email'])
      const code = body?.['code']
      if (email === null || typeof code !== 'string' || !/^\d{6}$/.test(code)) {
        return fail(context, 400, 'malformed', 'Type the six digits from the mail.')
      }
      const address = addressOf(context)
      if (!wrongCodes.take(address)) {
        return fail(context, 429, 'slow-down', 'Too many wrong codes. Try again in an hour.')
      }
      const found = await auth.signIn(email, code, context.req.raw.headers)
      if (found === null) {
        return fail(
          context,
          401,
          'wrong-code',
          'That code is wrong or no longer works. Ask for a new one.',
        )
      }
      wrongCodes.giveBack(address)
      for (const cookie of found.cookies) context.header('Set-Cookie', cookie, { append: true })
      return context.json({ member: found.member, device: found.deviceId })
    })

    app.post('/api/sign-out', async (context) => {
      for (const cookie of await auth.signOut(context.req.raw.headers)) {
        context.header('Set-Cookie', cookie, { append: true })
      }
      context.header('Clear-Site-Data', CLEAR_SITE_DATA)
      return context.json({ signedOut: true })
    })

    app.get('/api/me', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      return context.json({ member: signedIn.member, device: signedIn.deviceId })
    })

    app.post('/api/ws-ticket', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      return context.json({ ticket: ports.issueTicket(signedIn) })
    })
  }
}
