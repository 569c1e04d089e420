/**
 * What somebody is called, and the address they sign in with, changed by themselves: `POST /api/me/name`, and `POST /api/me/address` in two steps,
 * an address and then the code that was mailed there. Whether an address is another member's is told to whoever reads its mail, and to nobody else.
 */
import type { Context } from 'hono'
import { cleanLine } from '../../domain/community/clean-text.ts'
import { isForgotten } from '../../domain/memberships/forgotten.ts'
import { HOUR_MS } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { makeAttempts } from '../auth/attempts.ts'
import { readEmail } from '../auth/read-email.ts'
import { fail, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { memberOfEmail } from '../storage/add-member.ts'
import { changeDetails } from './change-details.ts'
import { addressCodeMail, addressMovedMail } from './detail-mail.ts'
import type { MemberPorts } from './member-routes.ts'

export function detailRoutes(ports: MemberPorts): Routes {
  const { settlement } = ports
  const codes = makeAttempts(limits.addressCodesPerHourMax, HOUR_MS, ports.now)
  const guesses = makeAttempts(limits.addressGuessesPerHourMax, HOUR_MS, ports.now)
  const slowDown = (context: Context) =>
    fail(context, 429, 'slow-down', 'That was tried often. Try again in an hour.')
  const send = (mail: Parameters<typeof ports.mailer.send>[0]) => {
    ports.mailer.send(mail).catch((error: unknown) => {
      ports.log(`A mail about an address was not sent: ${String(error)}`)
    })
  }
  return (app, signedInOf) => {
    app.post('/api/me/name', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const name = nameOf((await readBody(context))?.['name'])
      if (name === null) return fail(context, 400, 'malformed', 'Type a name.')
      const { member } = signedIn
      if (name !== member.name) {
        await settlement.act((tx, at) => changeDetails(tx, member, { name }, at))
      }
      return context.json({ name })
    })

    app.post('/api/me/address', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { member } = signedIn
      const body = await readBody(context)
      const email = readEmail(body?.['email'])
      if (email === null || isForgotten({ id: member.id, email })) {
        return fail(context, 400, 'malformed', 'That does not look like an e-mail address.')
      }
      if (email === member.email) {
        return fail(context, 409, 'known', 'That is the address you sign in with.')
      }
      if (body?.['code'] === undefined) {
        if (!codes.take(member.id)) return slowDown(context)
        send(addressCodeMail(email, await ports.codeFor(email)))
        return context.json({ sent: true })
      }
      if (!guesses.take(member.id)) return slowDown(context)
      const code = String(body['code'])
      if (!/^\d{6}$/.test(code) || !(await ports.isRightCode(email, code))) {
        return fail(context, 401, 'wrong-code', 'That code is wrong or no longer works.')
      }
      let isTaken = false
      await settlement.act(async (tx, at) => {
        isTaken = (await memberOfEmail(tx, email)) !== null
        return isTaken ? [] : changeDetails(tx, member, { email }, at)
      })
      if (isTaken) {
        return fail(context, 409, 'taken', 'Somebody is a member with this address already.')
      }
      await ports.moveAccount(member.email, email)
      send(addressMovedMail(member.email, email, ports.url()))
      return context.json({ email })
    })
  }
}

function nameOf(value: unknown): string | null {
  const name = typeof value === 'string' ? cleanLine(value, limits.settingNameLengthMax) : ''
  return name === '' ? null : name
}
