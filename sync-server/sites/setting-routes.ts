/**
 * What an operator must know before saving: `POST /api/settings/preview` lists the bookings that the very intent would take the ground
 * from, with names; `GET /api/holders/<site>` says who holds which assigned place. Neither writes anything but its line in the trail.
 */
import { mayCommand } from '../../domain/access/permissions.ts'
import { affectedBy } from '../../domain/bookings/settings/affected-by.ts'
import { applySetting, type SettingIntent } from '../../domain/bookings/settings/apply-setting.ts'
import { applyPlan } from '../../domain/bookings/settings/publish-plan.ts'
import type { AnyIntent, Intent } from '../../domain/bookings/wishes/intent.ts'
import { parseIntent } from '../../domain/bookings/wishes/parse-intent.ts'
import { settingBodies } from '../../domain/bookings/wishes/setting-bodies.ts'
import type { Holder } from '../../domain/memberships/holder.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { isId, type SiteId, toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { fail, notFound, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { liveBookingsAround } from '../storage/load-bookings.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Reader, Storage } from '../storage/storage.ts'
import { withNames } from '../storage/with-names.ts'
import { loadPublication } from './load-publication.ts'
import { loadWhatIf } from './load-what-if.ts'
import { daysAhead } from './settle-setting.ts'

export function settingRoutes(storage: Storage, now: () => Instant): Routes {
  return (app, signedInOf) => {
    app.post('/api/settings/preview', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const parsed = parseIntent(await readBody(context))
      if (!parsed.ok || !isPreviewed(parsed.value)) {
        return fail(context, 400, 'malformed', 'This request cannot be read. Update the app.')
      }
      const { principal } = signedIn
      const intent = parsed.value
      const isOwn = principal.siteIds.includes(intent.body.siteId)
      if (!mayCommand(principal, intent.kind) || !isOwn) {
        return fail(context, 403, 'not-allowed', 'Only managers of this location may change it.')
      }
      return context.json(await preview(storage.read, intent, now()))
    })
    app.get('/api/holders/:site', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { principal } = signedIn
      const siteId = context.req.param('site')
      const isOwn = isId('site', siteId) && principal.siteIds.includes(siteId)
      if (!isOwn || !mayCommand(principal, 'resource.save')) return notFound(context)
      const entry = { at: now(), actor: principal.memberId, command: 'members.read' }
      await storage.transaction((tx) =>
        tx
          .insertInto('audit')
          .values({ ...entry, subject: siteId, detail: 'holders' })
          .execute(),
      )
      return context.json(await loadHolders(storage.read, siteId))
    })
  }
}

type Previewed = SettingIntent | Intent<'plan.publish'>

function isPreviewed(intent: AnyIntent): intent is Previewed {
  return intent.kind === 'plan.publish' || Object.hasOwn(settingBodies, intent.kind)
}

async function preview(reader: Reader, intent: Previewed, now: Instant) {
  const { siteId } = intent.body
  const catalogue = await loadCatalogue(reader, siteId)
  const after = catalogue === null ? null : await afterOf(reader, catalogue, intent)
  if (catalogue === null || after === null) return { affected: [], whatIf: null }
  const bookings = await liveBookingsAround(reader, siteId, daysAhead(now))
  return {
    affected: await withNames(reader, affectedBy(catalogue, after, bookings, now)),
    whatIf: await loadWhatIf(reader, catalogue, after, now),
  }
}

/** The catalogue as it would be; null where what would be published is not there. */
async function afterOf(
  reader: Reader,
  catalogue: Catalogue,
  intent: Previewed,
): Promise<Catalogue | null> {
  if (intent.kind !== 'plan.publish') return applySetting(catalogue, intent).after
  const publication = await loadPublication(reader, catalogue, intent.body)
  return publication === null ? null : applyPlan(catalogue, publication.drawn).after
}

interface HeldPlace {
  readonly resourceId: string
  readonly holder: Holder
  readonly name: string
}

/** Who holds each assigned place, and the teams that may. */
async function loadHolders(reader: Reader, siteId: SiteId) {
  const rows = await reader
    .selectFrom('resource')
    .leftJoin('member', 'member.id', 'resource.assigned_member')
    .select(['resource.id', 'resource.assigned_member', 'resource.assigned_team', 'member.name'])
    .where('resource.site_id', '=', siteId)
    .where('resource.retired_at', 'is', null)
    .execute()
  const teams = await reader.selectFrom('team').select(['id', 'name']).orderBy('name').execute()
  return {
    holders: rows.flatMap((row): readonly HeldPlace[] => {
      if (row.assigned_member !== null) {
        const holder = { kind: 'member', memberId: toId('member', row.assigned_member) } as const
        return [{ resourceId: row.id, holder, name: row.name ?? '' }]
      }
      const team = teams.find(({ id }) => id === row.assigned_team)
      if (team === undefined) return []
      const holder = { kind: 'team', teamId: toId('team', team.id) } as const
      return [{ resourceId: row.id, holder, name: team.name }]
    }),
    teams,
  }
}
