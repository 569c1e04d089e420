/** Passes and hours that end with something left of them. */
import { frozenLots } from '../../../domain/bookings/lots/frozen-lots.ts'
import type { KnownLot, KnownUse } from '../../../domain/bookings/lots/lot.ts'
import { carriedPeriods, planLotsOf } from '../../../domain/bookings/lots/plan-lots.ts'
import { leftOf } from '../../../domain/bookings/lots/use-of.ts'
import type { News } from '../../../domain/news/news.ts'
import { addMs } from '../../../domain/values/instant.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { english } from '../../../domain/words/words.ts'
import { findLot, usesOfAllowances, usesOfLots } from '../../storage/load-lots.ts'
import { plain, type Story, type StoryContext } from './story.ts'

const { amounts, lots, news: said } = english

export async function storyOfLot(
  { lotId, expiresAt }: Extract<News, { readonly kind: 'expiring' }>,
  context: StoryContext,
): Promise<Story | null> {
  const found = (await passOf(lotId, context)) ?? (await carriedOf(lotId, context))
  // One that lasts longer by now, as a pause makes it, is told of when that day is near.
  if (found?.lot.expiresAt !== expiresAt) return null
  const left = leftOf(found.lot, found.uses)
  if (left <= 0) return null
  return {
    ...plain,
    values: {
      pass: found.name,
      left: lots.amount(found.lot.unit, left),
      // The last day on which it is good.
      date: amounts.longDate(toWallTime(context.catalogue.zone, addMs(expiresAt, -1)).date),
    },
    action: { label: said.open, url: `${context.url}/me` },
  }
}

interface FoundLot {
  readonly name: string
  readonly lot: KnownLot
  readonly uses: readonly KnownUse[]
}

async function passOf(
  lotId: KnownLot['id'],
  { reader, catalogue, member }: StoryContext,
): Promise<FoundLot | null> {
  const lot = await findLot(reader, lotId)
  if (lot === null) return null
  const [lasting] = frozenLots(catalogue.zone, member, [{ ...lot, usedElsewhere: 0 }])
  if (lasting === undefined) return null
  return { name: lots.nameOf(lot), lot: lasting, uses: await usesOfLots(reader, [lotId]) }
}

/** What came over from a period of the membership is no row anywhere. */
async function carriedOf(
  lotId: KnownLot['id'],
  { reader, catalogue, member, now }: StoryContext,
): Promise<FoundLot | null> {
  const before = carriedPeriods(catalogue)
  if (before === 0) return null
  const uses = await usesOfAllowances(reader, [member.id], now, before)
  const lot = planLotsOf({ catalogue, member, wallet: { uses } }, now).find(
    ({ id }) => id === lotId,
  )
  if (lot === undefined) return null
  return { name: lots.carriedName(lot.allowance.per, lot.dates.from), lot, uses }
}
