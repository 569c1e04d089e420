/**
 * `/api/proofs`: the passkeys and the authenticator app of whoever is signed in; and signing in with a passkey. Each that is added or removed is
 * told by mail, for somebody else may have done it.
 */
import type { Context } from 'hono'
import { isStaff } from '../../../domain/access/role.ts'
import { cleanLine } from '../../../domain/community/clean-text.ts'
import { HOUR_MS } from '../../../domain/values/instant.ts'
import { limits } from '../../../domain/values/limits.ts'
import { fail, notFound, unauthorised } from '../../http/answers.ts'
import { readBody } from '../../http/read-body.ts'
import type { Routes } from '../../http/routes.ts'
import { answerSignIn } from '../answer-sign-in.ts'
import { makeAttempts } from '../attempts.ts'
import type { SignedIn } from '../auth.ts'
import { deviceName } from '../device-name.ts'
import { readKeeping } from '../sign-in-limits.ts'
import type { SignInDoor } from '../sign-in-routes.ts'
import type { ProofChange } from './proof-mail.ts'
import type { Proofs, ProofWay } from './proofs.ts'
import { appUrl, isSecret, makeSecret } from './totp.ts'

/** Every visit of the door asks for one, by everybody in the space. */
const CHALLENGES_PER_ADDRESS_MAX = 600

export interface ProofPorts extends SignInDoor {
  readonly proofs: Proofs
  isOwnOrigin(origin: string): boolean
  tell(email: string, change: ProofChange): void
}

export function proofRoutes(ports: ProofPorts): Routes {
  const { auth, proofs, addressOf } = ports
  const { passkeys } = auth
  const challenges = makeAttempts(CHALLENGES_PER_ADDRESS_MAX, HOUR_MS, ports.now)

  return (app, signedInOf) => {
    app.post('/api/sign-in/passkey/challenge', async (context) => {
      if (!challenges.take(addressOf(context))) {
        return fail(context, 429, 'slow-down', 'Too many tries. Try again in an hour.')
      }
      const { options, cookies } = await passkeys.beginSignIn()
      for (const cookie of cookies) context.header('Set-Cookie', cookie, { append: true })
      return context.json({ options })
    })

    app.post('/api/sign-in/passkey', async (context) => {
      const body = await readBody(context)
      const { headers } = context.req.raw
      const found = ports.isOwnOrigin(headers.get('origin') ?? '')
        ? await passkeys.signIn(headers, body?.['answer'], readKeeping(body))
        : null
      if (found !== null) return answerSignIn(context, found, await ports.welcome(found))
      return fail(context, 401, 'wrong-passkey', 'That passkey is not known here.')
    })

    app.get('/api/proofs', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { member } = signedIn
      return context.json({
        passkeys: await passkeys.list(signedIn),
        appSince: await proofs.apps.since(member.id),
        mayHaveApp: isStaff(member.role),
        requiredOn: await proofs.requiredOn(member),
      })
    })

    app.post('/api/proofs/passkeys/challenge', async (context) => {
      if ((await signedInOf(context)) === null) return unauthorised(context)
      const { options, cookies } = await passkeys.beginAdding(context.req.raw.headers)
      for (const cookie of cookies) context.header('Set-Cookie', cookie, { append: true })
      return context.json({ options })
    })

    app.post('/api/proofs/passkeys', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { headers } = context.req.raw
      const name = deviceName(headers.get('user-agent') ?? '') ?? 'Passkey'
      const answer = (await readBody(context))?.['answer']
      const isOwn = ports.isOwnOrigin(headers.get('origin') ?? '')
      if (!isOwn || !(await passkeys.add(signedIn, headers, answer, name))) {
        return fail(context, 400, 'no-passkey', 'No passkey was added. Try again.')
      }
      ports.tell(signedIn.member.email, { kind: 'passkey-added', name })
      return context.json({ added: true })
    })

    app.post('/api/proofs/passkeys/:passkey', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const typed = (await readBody(context))?.['name']
      const name = typeof typed === 'string' ? cleanLine(typed, limits.settingNameLengthMax) : ''
      const isNamed =
        name !== '' && (await passkeys.rename(signedIn, context.req.param('passkey'), name))
      return isNamed ? context.json({ renamed: true }) : notFound(context)
    })

    app.delete('/api/proofs/passkeys/:passkey', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const own = await passkeys.list(signedIn)
      const passkey = own.find(({ id }) => id === context.req.param('passkey'))
      if (passkey === undefined) return notFound(context)
      if (own.length === 1 && (await isLast(signedIn, 'passkey'))) return keepsLast(context)
      await passkeys.remove(signedIn, passkey.id)
      ports.tell(signedIn.member.email, { kind: 'passkey-removed', name: passkey.name })
      return context.json({ removed: true })
    })

    app.post('/api/proofs/app/secret', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      if (!isStaff(signedIn.member.role)) return notFound(context)
      const secret = makeSecret()
      return context.json({ secret, url: appUrl(secret, signedIn.member.email, ports.issuer) })
    })

    app.post('/api/proofs/app', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { id, role, email } = signedIn.member
      if (!isStaff(role)) return notFound(context)
      const body = await readBody(context)
      const { secret, code } = { secret: body?.['secret'], code: body?.['code'] }
      const isTyped = isSecret(secret) && typeof code === 'string'
      const recovery = isTyped ? await proofs.apps.add(id, secret, code) : null
      if (recovery === null) {
        return fail(context, 400, 'wrong-proof', 'The app shows another code by now. Type that.')
      }
      ports.tell(email, { kind: 'app-added' })
      return context.json({ recovery })
    })

    app.delete('/api/proofs/app', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      if (await isLast(signedIn, 'app')) return keepsLast(context)
      if (!(await proofs.apps.remove(signedIn.member.id))) return notFound(context)
      ports.tell(signedIn.member.email, { kind: 'app-removed' })
      return context.json({ removed: true })
    })

    /** Would they be left with their mail alone where more is asked? */
    async function isLast({ member }: SignedIn, way: ProofWay): Promise<boolean> {
      const others = (await proofs.waysOf(member.id)).filter((one) => one !== way)
      return others.length === 0 && (await proofs.isRequired(member))
    }
  }
}

function keepsLast(context: Context): Response {
  return fail(
    context,
    409,
    'last-proof',
    'Your team signs in with more than a mailed code. Add another first.',
  )
}
