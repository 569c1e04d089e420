/** Perks for the member, as this device knows them: whether one can be used today is asked of the same rule as the space asks. */
import type { Accessor } from 'solid-js'
import { isOver, proofText, whyNotUsed } from '../../domain/community/perks/perk.ts'
import { type OwnPerk, readOwnPerk } from '../../domain/community/perks/perk-sections.ts'
import { addMs, DAY_MS } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { deviceNow } from '../app/clock.ts'
import type { Space } from '../app/with-space.tsx'
import { checkSignature, type Signed } from '../store/check-signature.ts'
import { createOwnWishes } from '../store/own-wishes.ts'
import { createOwnRecords } from '../store/records.ts'
import { writeIntent } from '../sync/write-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'

/** With the days that the space counts, and those that this device has not told yet. */
export interface KnownPerk {
  readonly perk: OwnPerk
  readonly used: readonly LocalDate[]
  /** In words; null where it can be used. */
  readonly whyNot: string | null
}

export function createPerks(space: () => Space): Accessor<readonly KnownPerk[]> {
  const records = createOwnRecords('perks', readOwnPerk)
  const wishes = createOwnWishes(['perk.use'])
  const dayOf = (at: number) =>
    toWallTime(space().catalogue.zone, addMs(deviceNow(), at - deviceNow())).date
  const openDays = (perkId: string) =>
    (wishes() ?? []).flatMap(({ intent, state }) => {
      const isOpen = state === 'saved' || state === 'received'
      const isOfIt = intent.kind === 'perk.use' && intent.body.perkId === perkId
      return isOpen && isOfIt ? [dayOf(intent.madeAt)] : []
    })
  return () => {
    const { catalogue, today, member } = space()
    return [...(records()?.all.values() ?? [])]
      .filter((perk) => perk.siteId === catalogue.site.id && !isOver(perk, today))
      .map((perk) => {
        const used = [...new Set([...perk.used, ...openDays(perk.id)])]
        const refusal = whyNotUsed(perk, member, used, today)
        return { perk, used, whyNot: refusal === null ? null : words.refusal(refusal) }
      })
      .toSorted((a, b) => a.perk.title.localeCompare(b.perk.title))
  }
}

/** How long a use may wait to be told: the membership is asked about then. */
const TOLD_WITHIN_MS = 30 * DAY_MS

/** True where it is kept on this device. The space counts a day once, however often it is shown. */
export async function usePerk({ siteId, id: perkId }: OwnPerk): Promise<boolean> {
  const deadlineAt = addMs(deviceNow(), TOLD_WITHIN_MS)
  const answer = await writeIntent('perk.use', { siteId, perkId }, { deadlineAt })
  if (answer.kind === 'not-saved') showToast(words.states.notSaved[answer.why])
  return answer.kind === 'saved'
}

/** Whether the space said that it is for this member, told by this device alone. */
export async function checkProof(
  { id: perkId, until, proof }: OwnPerk,
  { member: { id: memberId, tierId } }: Space,
): Promise<Signed> {
  if (proof === null) return 'unknown'
  const text = proofText({ perkId, memberId, tierId, until })
  return checkSignature(proof.publicKey, text, proof.signature)
}
