/** Signing in and out over HTTP. What is counted here is counted before anything is looked up, so that no answer tells who is a member. */
import { HOUR_MS, MINUTE_MS } from '../../domain/values/instant.ts'
import type { AddressOf } from '../http/address-of.ts'
import { fail, unauthorised } from '../http/answers.ts'
import { CLEAR_SITE_DATA } from '../http/app.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { answerSignIn, type Welcome } from './answer-sign-in.ts'
import { makeAttempts } from './attempts.ts'
import type { Attempt, Auth, SignedIn } from './auth.ts'
import { appUrl, makeSecret } from './proofs/totp.ts'
import { readEmail } from './read-email.ts'
import { readKeeping } from './sign-in-limits.ts'

/** A coworking space is one address: what is counted by address must leave room for everybody in it on a Monday morning. */
const CODES_PER_ADDRESS_MAX = 300
const WRONG_CODES_PER_ADDRESS_MAX = 30
const CODES_PER_MAIL_MAX = 5
const CODES_PER_MAIL_WITHIN_MS = 10 * MINUTE_MS
/** Whoever reads somebody's mail has a thousandth of a chance in a week's guessing of the second code. */
const PROOFS_PER_MAIL_MAX = 10

export interface SignInDoor {
  readonly auth: Auth
  readonly addressOf: AddressOf
  readonly welcome: Welcome
  /** Of the space, as an app lists it. */
  readonly issuer: string
  now(): number
}

export function signInRoutes(
  ports: SignInDoor & { issueTicket(signedIn: SignedIn): string },
): Routes {
  const { auth, addressOf, now } = ports
  const codesPerAddress = makeAttempts(CODES_PER_ADDRESS_MAX, HOUR_MS, now)
  const codesPerMail = makeAttempts(CODES_PER_MAIL_MAX, CODES_PER_MAIL_WITHIN_MS, now)
  const wrongCodes = makeAttempts(WRONG_CODES_PER_ADDRESS_MAX, HOUR_MS, now)
  const wrongProofs = makeAttempts(PROOFS_PER_MAIL_MAX, HOUR_MS, now)

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
      const attempt = readAttempt(await readBody(context))
      if (attempt === null) {
        return fail(context, 400, 'malformed', 'Type the six digits from the mail.')
      }
      const { email } = attempt
      const address = addressOf(context)
      const proves = attempt.proof !== null || attempt.app !== null
      if (!wrongCodes.take(address) || (proves && !wrongProofs.take(email))) {
        return fail(context, 429, 'slow-down', 'Too many wrong codes. Try again in an hour.')
      }
      const found = await auth.signIn(attempt, context.req.raw.headers)
      if (found.kind === 'wrong') {
        return fail(
          context,
          401,
          'wrong-code',
          'That code is wrong or no longer works. Ask for a new one.',
        )
      }
      wrongCodes.giveBack(address)
      switch (found.kind) {
        case 'proof':
          return context.json({ asks: 'proof', ways: found.ways })
        case 'app': {
          const secret = makeSecret()
          return context.json({ asks: 'app', secret, url: appUrl(secret, email, ports.issuer) })
        }
        case 'wrong-proof':
          return fail(context, 401, 'wrong-proof', 'The app shows another code by now. Type that.')
        case 'signed-in':
          if (proves) wrongProofs.giveBack(email)
          return answerSignIn(context, found, await ports.welcome(found))
      }
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

function readAttempt(body: Record<string, unknown> | null): Attempt | null {
  const email = readEmail(body?.['email'])
  const code = body?.['code']
  if (email === null || typeof code !== 'string' || !/^\d{6}$/.test(code)) return null
  const proof = readProof(body?.['proof'])
  return { email, code, proof, app: readApp(body?.['app']), keeping: readKeeping(body) }
}

/** Six digits of the app, or a code for a lost one, as somebody types it. */
function readProof(value: unknown): string | null {
  return typeof value === 'string' && value.length <= 20 ? value.trim() : null
}

function readApp(value: unknown): Attempt['app'] {
  if (typeof value !== 'object' || value === null) return null
  const { secret, code } = value as Readonly<Record<string, unknown>>
  return typeof secret === 'string' && typeof code === 'string' ? { secret, code } : null
}
