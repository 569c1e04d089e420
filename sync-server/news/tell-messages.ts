/** Who is told that somebody wrote to them: once until they have read it. */
import type { Told } from '../../domain/news/news-of-bookings.ts'
import type { Act } from '../settlement/write-facts.ts'
import { findSide } from '../storage/load-messages.ts'
import type { Tx } from '../storage/storage.ts'

export async function ofMessages(tx: Tx, acts: readonly Act[]): Promise<readonly Told[]> {
  const told: Told[] = []
  for (const { fact } of acts) {
    if (fact.kind !== 'message' || fact.message.isWithheld) continue
    const { from, to } = fact.message
    const { isMuted, readN: after } = await findSide(tx, to, from)
    if (isMuted) continue
    told.push({ memberId: to, siteId: fact.siteId, news: { kind: 'message', from, after } })
  }
  return told
}

/** What the team says about a report is told to who wrote what was reported, at the location where it was. */
export function ofWords(acts: readonly Act[]): readonly Told[] {
  return acts.flatMap(({ fact }): readonly Told[] => {
    if (fact.kind !== 'message-report' || fact.report.decided === null) return []
    const { about, siteId, decided } = fact.report
    if (decided.act === 'nothing') return []
    return [{ memberId: about, siteId, news: { kind: 'message-word', at: decided.at } }]
  })
}
