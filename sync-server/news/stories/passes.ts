/** Passes and hours that end with something left of them. */
import { frozenLots } from '../../../domain/bookings/lots/frozen-lots.ts'
import type { News } from '../../../domain/news/news.ts'
import { addMs } from '../../../domain/values/instant.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { english } from '../../../domain/words/words.ts'
import { findLot, usesOfLots } from '../../storage/load-lots.ts'
import { plain, type Story, type StoryContext } from './story.ts'

const { amounts, lots, news: said } = english

export async function storyOfLot(
  { lotId, expiresAt }: Extract<News, { readonly kind: 'expiring' }>,
  { reader, catalogue, member, url }: StoryContext,
): Promise<Story | null> {
  const lot = await findLot(reader, lotId)
  if (lot === null) return null
  const [lasting] = frozenLots(catalogue.zone, member, [{ ...lot, usedElsewhere: 0 }])
  // One that lasts longer by now, as a pause makes it, is told of when that day is near.
  if (lasting?.expiresAt !== expiresAt) return null
  const uses = await usesOfLots(reader, [lotId])
  const left = uses.reduce((rest, use) => rest - use.amount, lot.amount)
  if (left <= 0) return null
  return {
    ...plain,
    values: {
      pass: lots.nameOf(lot),
      left: lots.amount(lot.unit, left),
      // The last day on which it is good.
      date: amounts.longDate(toWallTime(catalogue.zone, addMs(expiresAt, -1)).date),
    },
    action: { label: said.open, url: `${url}/me` },
  }
}
