/** `POST /api/me/erase`: a member is forgotten, by their own word, which is their address typed once more. */
import { fail, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { forgetDocument } from '../storage/document-log.ts'
import { eraseMember } from './erase-member.ts'
import type { MemberPorts } from './member-routes.ts'

export function eraseRoutes(ports: MemberPorts): Routes {
  const { storage, settlement } = ports
  return (app, signedInOf) => {
    app.post('/api/me/erase', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { member } = signedIn
      const typed = (await readBody(context))?.['email']
      if (typed !== member.email) {
        return fail(context, 400, 'malformed', 'Type your address to go on.')
      }
      const team = await storage.read
        .selectFrom('team')
        .select('id')
        .where('manager_id', '=', member.id)
        .executeTakeFirst()
      if (member.role === 'owner' || team !== undefined) {
        const sentence = 'Hand over the space, or your team, to somebody else first.'
        return fail(context, 409, 'in-charge', sentence)
      }
      // Their devices are signed out first, so that each of them hears that it must forget too.
      await ports.signOutEverywhere(member.id)
      await settlement.act(async (tx, at) => {
        const entry = {
          at,
          actor: member.id,
          command: 'member.erase',
          subject: member.id,
          detail: '',
        }
        await tx.insertInto('audit').values(entry).execute()
        return eraseMember(tx, member, at)
      })
      // Nobody may read it any more, and it tells bills by the name that is on them.
      await storage.transaction((tx) => forgetDocument(tx, `member/${member.id}`))
      await ports.forgetAccount(member.email)
      return context.json({ erased: true })
    })
  }
}
