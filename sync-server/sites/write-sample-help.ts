/** Help in the sample: articles, what is known to be broken, and three tickets in three states. */
import {
  sampleArticles,
  sampleOutages,
  sampleSupport,
  sampleTickets,
} from '../../domain/seeds/harbour-loft/help.ts'
import { harbourLoft } from '../../domain/seeds/harbour-loft/sites.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { writeSupport } from '../settlement/write-support.ts'
import type { Tx } from '../storage/storage.ts'

export async function writeSampleHelp(tx: Tx, now: Instant): Promise<void> {
  for (const article of sampleArticles(now)) {
    await writeSupport(tx, { kind: 'article', article }, now)
  }
  for (const outage of sampleOutages(now)) await writeSupport(tx, { kind: 'outage', outage }, now)
  const { id: siteId } = harbourLoft
  await writeSupport(tx, { kind: 'support-settings', siteId, settings: sampleSupport }, now)
  for (const one of sampleTickets(now)) await writeSupport(tx, { kind: 'ticket', ...one }, now)
}
