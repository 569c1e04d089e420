/** A day on which something of a membership takes effect has come: what the first of them is by then stands with its member, on every open screen. */
import { toWallTime } from '../../domain/values/zone.ts'
import { loadActor } from '../settlement/load-actor.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'

/** Whatever became of it since the job was written, its member's own list alone says what holds. */
export async function takeEffect(settlement: Settlement, body: unknown): Promise<void> {
  const { memberId } = body as { readonly memberId: string } // written by the settlement's facts
  await settlement.act(async (tx, now) => {
    const member = await loadActor(tx, memberId)
    const [first] = member?.memberships ?? []
    const catalogue = first === undefined ? null : await loadCatalogue(tx, first.siteId)
    if (member === null || catalogue === null) return []
    const { zone } = catalogue
    const today = toWallTime(zone, now).date
    const { id, memberships } = member
    return [{ kind: 'memberships', memberId: id, memberships, today, zone }]
  })
}
