/**
 * The team changes for somebody what they are called (`POST /api/members/<site>/<member>/name`) and the address they sign in with (`…/address`, in
 * two steps: the address, then the code that was mailed there and that its reader tells them). Who may do it for whom is a rule of access.
 */
import type { Context } from 'hono'
import { mayReaddress } from '../../domain/access/readdressing.ts'
import { cleanLine } from '../../domain/community/clean-text.ts'
import { isForgotten } from '../../domain/memberships/forgotten.ts'
import { HOUR_MS } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { readdressing } from '../../domain/words/english/readdressing.ts'
import { type About, makeAbout } from '../auth/about-member.ts'
import { makeAttempts } from '../auth/attempts.ts'
import { readEmail } from '../auth/read-email.ts'
import { fail, notFound } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import type { Mail } from '../mail/mailer.ts'
import { loadActor } from '../settlement/load-actor.ts'
import { memberOfEmail } from '../storage/add-member.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { changeDetails } from './change-details.ts'
import type { MemberPorts } from './member-routes.ts'
import { newAddressMail, readdressCodeMail, readdressedMail } from './readdressing-mail.ts'

interface Asked extends About {
  readonly body: Readonly<Record<string, unknown>>
  readonly reason: string
}

export function readdressingRoutes(ports: MemberPorts): Routes {
  const { storage, settlement } = ports
  const codes = makeAttempts(limits.readdressCodesPerHourMax, HOUR_MS, ports.now)
  const guesses = makeAttempts(limits.addressGuessesPerHourMax, HOUR_MS, ports.now)
  const slowDown = (context: Context) =>
    fail(context, 429, 'slow-down', 'That was tried often. Try again in an hour.')
  const send = (mail: Mail) => {
    ports.mailer.send(mail).catch((error: unknown) => {
      ports.log(`A mail about an address was not sent: ${String(error)}`)
    })
  }
  return (app, signedInOf) => {
    const { about } = makeAbout(storage, signedInOf)

    async function asked(context: Context): Promise<Asked | Response> {
      const may = await about(context, 'members.readdress')
      if (may instanceof Response) return may
      const { memberId: id, role, siteIds } = may.principal
      const verdict = mayReaddress({ id, role, siteIds }, may.member)
      if (verdict === 'no') return notFound(context)
      if (verdict !== 'yes') {
        return fail(context, 409, 'not-allowed', readdressing.whyNot[verdict])
      }
      const body = (await readBody(context)) ?? {}
      const reason = lineOf(body['reason'], limits.readdressReasonLengthMax)
      if (reason === '') return fail(context, 400, 'malformed', 'Say why.')
      return { ...may, body, reason }
    }

    app.post('/api/members/:site/:member/name', async (context) => {
      const one = await asked(context)
      if (one instanceof Response) return one
      const { member, principal, reason } = one
      const name = lineOf(one.body['name'], limits.settingNameLengthMax)
      if (name === '') return fail(context, 400, 'malformed', 'Type a name.')
      const by = { actor: principal.memberId, reason }
      if (name !== member.name) {
        await settlement.act((tx, at) => changeDetails(tx, member, { name }, at, by))
      }
      return context.json({ name })
    })

    app.post('/api/members/:site/:member/address', async (context) => {
      const one = await asked(context)
      if (one instanceof Response) return one
      const { member, principal, siteId } = one
      const email = readEmail(one.body['email'])
      if (email === null || isForgotten({ id: member.id, email })) {
        return fail(context, 400, 'malformed', 'That does not look like an e-mail address.')
      }
      if (email === member.email) {
        return fail(context, 409, 'known', 'That is the address they sign in with.')
      }
      const siteName = (await loadCatalogue(storage.read, siteId))?.site.name ?? ''
      if (one.body['code'] === undefined) {
        if (!codes.take(principal.memberId)) return slowDown(context)
        send(readdressCodeMail(email, siteName, await ports.codeFor(email)))
        return context.json({ sent: true })
      }
      if (!guesses.take(principal.memberId)) return slowDown(context)
      const code = String(one.body['code'])
      if (!/^\d{6}$/.test(code) || !(await ports.isRightCode(email, code))) {
        return fail(context, 401, 'wrong-code', 'That code is wrong or no longer works.')
      }
      const trouble = await move(one, email)
      if (trouble !== null) return fail(context, 409, ...trouble)
      send(readdressedMail(member.email, siteName))
      send(newAddressMail(email, siteName, ports.url()))
      return context.json({ email })
    })

    /** Asked again inside the one transaction: what somebody may and who has the address can change while a code is on its way. */
    async function move(
      { member, principal, reason }: Asked,
      email: string,
    ): Promise<readonly [code: string, sentence: string] | null> {
      let trouble: readonly [string, string] | null = null
      await settlement.act(async (tx, at) => {
        const [now, actor] = [
          await loadActor(tx, member.id),
          await loadActor(tx, principal.memberId),
        ]
        const isStill =
          now !== null &&
          actor !== null &&
          now.email === member.email &&
          mayReaddress(actor, now) === 'yes'
        if (!isStill) trouble = ['not-allowed', 'Something of them has changed. Look again.']
        else if ((await memberOfEmail(tx, email)) !== null) {
          trouble = ['taken', 'Somebody is a member with this address already.']
        }
        if (trouble !== null) return []
        const by = { actor: principal.memberId, reason }
        return changeDetails(tx, member, { email }, at, by)
      })
      if (trouble !== null) return trouble
      await ports.signOutEverywhere(member.id)
      await ports.moveAccount(member.email, email)
      return null
    }
  }
}

function lineOf(value: unknown, lengthMax: number): string {
  return typeof value === 'string' ? cleanLine(value, lengthMax) : ''
}
