/**
 * `GET /api/people/<site>?find=…`: whom one may book for, by name. Staff find the members of their location, which is noted in the audit
 * trail; who manages a team finds its people. Nothing of it is kept on the device that asks.
 */
import { actingFor } from '../../domain/access/acting.ts'
import { isStaff } from '../../domain/access/role.ts'
import { matchesName } from '../../domain/memberships/matches-name.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { isId, type SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { notFound, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import { loadActor, loadActors } from '../settlement/load-actor.ts'
import type { Reader, Storage } from '../storage/storage.ts'

/** As many as fit below a search field; more are found by typing more. */
const FOUND_MAX = 12
/** Longer than any name that somebody types. */
const FIND_LENGTH_MAX = 80

/** What an app needs to book for somebody and say what it costs. */
export type PersonFound = Pick<Member, 'id' | 'name' | 'role' | 'tierId' | 'teamId' | 'assigned'>

export function peopleRoutes(storage: Storage, now: () => Instant): Routes {
  return (app, signedInOf) => {
    app.get('/api/people/:site', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const siteId = context.req.param('site')
      const actor = await loadActor(storage.read, signedIn.principal.memberId)
      if (actor === null || !isId('site', siteId) || !actor.siteIds.includes(siteId)) {
        return notFound(context)
      }
      const text = (context.req.query('find') ?? '').trim().slice(0, FIND_LENGTH_MAX)
      const people = await findPeople(storage.read, actor, siteId, text)
      if (isStaff(actor.role)) await note(storage, actor, siteId, people, now())
      return context.json({ people })
    })
  }
}

async function findPeople(
  reader: Reader,
  actor: Member,
  siteId: SiteId,
  text: string,
): Promise<readonly PersonFound[]> {
  let query = reader
    .selectFrom('member')
    .innerJoin('member_site', 'member_site.member_id', 'member.id')
    .select(['member.id', 'member.name'])
    .where('member_site.site_id', '=', siteId)
    .where('member.id', '<>', actor.id)
  if (!isStaff(actor.role)) query = query.where('member.team_id', '=', actor.teamId)
  // Compared here, because the engines fold accents and capitals each in its own way.
  const named = (await query.execute()).filter(({ name }) => matchesName(name, text))
  const rows = named.toSorted((a, b) => a.name.localeCompare(b.name, 'en')).slice(0, FOUND_MAX)
  const found = await loadActors(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row): PersonFound[] => {
    const person = found.get(row.id)
    if (person === undefined || actingFor(actor, person, siteId) === null) return []
    const { id, name, role, tierId, teamId, assigned } = person
    return [{ id, name, role, tierId, teamId, assigned }]
  })
}

/** Whom they were shown, by ids: what was typed is a name, and may be one that somebody had long ago. */
async function note(
  storage: Storage,
  actor: Member,
  siteId: SiteId,
  people: readonly PersonFound[],
  at: Instant,
): Promise<void> {
  const detail = people.map(({ id }) => id).join(' ')
  const entry = { at, actor: actor.id, command: 'members.read', subject: siteId, detail }
  await storage.transaction((tx) => tx.insertInto('audit').values(entry).execute())
}
