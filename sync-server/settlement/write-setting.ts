/** What operators set, as rows of the catalogue's tables. An edit never moves a row: its place in the list is where it was added. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { SettingFact } from '../../domain/bookings/settings/apply-setting.ts'
import type { Holder } from '../../domain/memberships/holder.ts'
import { toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { inParts } from '../storage/in-parts.ts'
import type { Tx } from '../storage/storage.ts'

type FactOf<Kind extends SettingFact['kind']> = Extract<SettingFact, { kind: Kind }>

/** The documents that show it: the catalogue, and those of members who hold a place or did. */
export async function writeSetting(
  tx: Tx,
  fact: SettingFact,
  now: Instant,
): Promise<readonly DocumentName[]> {
  switch (fact.kind) {
    case 'resource': {
      const { resource, holder } = fact
      const before = holder === undefined ? [] : await holdersOf(tx, resource.id)
      await writeResource(tx, fact)
      const after = holder === undefined ? [] : await holdersOf(tx, resource.id)
      const members = [...before, ...after].map(
        (memberId): DocumentName => ({ kind: 'member', memberId }),
      )
      return [{ kind: 'catalogue', siteId: resource.siteId }, ...members]
    }
    case 'resource-retired': {
      const holders = await holdersOf(tx, fact.resourceId)
      await tx
        .updateTable('resource')
        .set({ retired_at: now, assigned_member: null, assigned_team: null })
        .where('id', '=', fact.resourceId)
        .where('site_id', '=', fact.siteId)
        .execute()
      const members = holders.map((memberId): DocumentName => ({ kind: 'member', memberId }))
      return [{ kind: 'catalogue', siteId: fact.siteId }, ...members]
    }
    case 'site': {
      const { site } = fact
      const body = JSON.stringify(site)
      await tx.updateTable('site').set({ body }).where('id', '=', site.id).execute()
      return [{ kind: 'catalogue', siteId: site.id }]
    }
    case 'tier':
      await writeTier(tx, fact)
      return [{ kind: 'catalogue', siteId: fact.siteId }]
    case 'rates':
      await writeRates(tx, fact)
      return [{ kind: 'catalogue', siteId: fact.siteId }]
  }
}

/** By themselves or by their team. */
async function holdersOf(tx: Tx, resourceId: string) {
  const rows = await tx
    .selectFrom('resource')
    .innerJoin('member', (join) =>
      join.on((where) =>
        where.or([
          where('member.id', '=', where.ref('resource.assigned_member')),
          where('member.team_id', '=', where.ref('resource.assigned_team')),
        ]),
      ),
    )
    .select('member.id')
    .where('resource.id', '=', resourceId)
    .execute()
  return rows.map(({ id }) => toId('member', id))
}

async function writeResource(tx: Tx, { resource, holder, isNew }: FactOf<'resource'>) {
  const { id, siteId: site_id } = resource
  const body = JSON.stringify(resource)
  const held = holder === undefined ? {} : columnsOf(holder)
  if (!isNew) {
    const changed = { body, ...held }
    const update = tx.updateTable('resource').set(changed)
    await update.where('id', '=', id).where('site_id', '=', site_id).execute()
    return
  }
  const position = await nextPosition(tx, 'resource', site_id)
  const row = { ...columnsOf(holder ?? null), id, site_id, position, body, retired_at: null }
  await tx.insertInto('resource').values(row).execute()
}

function columnsOf(holder: Holder | null) {
  return {
    assigned_member: holder?.kind === 'member' ? holder.memberId : null,
    assigned_team: holder?.kind === 'team' ? holder.teamId : null,
  }
}

async function writeTier(tx: Tx, { siteId: site_id, tier, isNew }: FactOf<'tier'>) {
  const body = JSON.stringify(tier)
  if (isNew) {
    const position = await nextPosition(tx, 'tier', site_id)
    await tx.insertInto('tier').values({ id: tier.id, site_id, position, body }).execute()
    return
  }
  const update = tx.updateTable('tier').set({ body })
  await update.where('id', '=', tier.id).where('site_id', '=', site_id).execute()
}

async function writeRates(tx: Tx, { siteId: site_id, rates }: FactOf<'rates'>) {
  await tx.deleteFrom('rate').where('site_id', '=', site_id).execute()
  const rows = rates.map((rate, position) => ({
    ...{ id: rate.id, site_id, position },
    body: JSON.stringify(rate),
  }))
  for (const part of inParts(rows)) await tx.insertInto('rate').values(part).execute()
}

async function nextPosition(tx: Tx, table: 'resource' | 'tier', siteId: string): Promise<number> {
  const last = await tx
    .selectFrom(table)
    .select(({ fn }) => fn.max('position').as('position'))
    .where('site_id', '=', siteId)
    .executeTakeFirst()
  return Number(last?.position ?? -1) + 1
}
