/** Passes of members and teams, asked for and changed with a connection; nothing of it is kept on the device. */
import type { Lot } from '../../../domain/bookings/lots/lot.ts'
import type { LotBodies } from '../../../domain/bookings/wishes/lot-requests.ts'
import type { SiteId } from '../../../domain/values/ids.ts'
import { readJson } from '../../app/ask-space.ts'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { words } from '../../ui/team-words.ts'
import { whyNot } from '../why-not.ts'

export interface HeldLot extends Lot {
  readonly left: number
}

interface NamedHolder {
  readonly id: string
  readonly name: string
}

/** Teams first, then members by name; null without a connection. */
export async function loadHolders(siteId: SiteId): Promise<readonly NamedHolder[] | null> {
  const found = await readJson<{ readonly holders: readonly NamedHolder[] }>(`/api/lots/${siteId}`)
  return found?.holders ?? null
}

export async function loadHeld(siteId: SiteId, holder: string): Promise<readonly HeldLot[] | null> {
  const found = await readJson<{ readonly lots: readonly HeldLot[] }>(
    `/api/lots/${siteId}/${holder}`,
  )
  return found?.lots ?? null
}

/** Why not, in words; null when it is done. */
export async function sendLot<Kind extends keyof LotBodies>(
  kind: Kind,
  body: LotBodies[Kind],
): Promise<string | null> {
  const answer = await sendIntent(makeIntent(kind, body as never)) // the kind's own body, by the signature
  const outcome = answer.kind === 'settled' ? answer.settled.outcome : null
  return outcome?.kind === 'ask-again'
    ? words.lots.dearer(words.amounts.money(outcome.price))
    : whyNot(answer, words.settings.needsConnection)
}
