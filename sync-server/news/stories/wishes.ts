/** News of wishes that became no booking. */
import type { SettledIntent } from '../../../domain/bookings/wishes/outcome.ts'
import type { News, WishNewsKind } from '../../../domain/news/news.ts'
import { placeName } from '../../../domain/sites/catalogue.ts'
import { english } from '../../../domain/words/words.ts'
import { findIntent } from '../../storage/intents.ts'
import { parseKept } from '../../storage/parse-kept.ts'
import type { Reader } from '../../storage/storage.ts'
import { spanText } from '../told-times.ts'
import { plain, type Story, type StoryContext } from './story.ts'

const { amounts, news: said } = english

export async function storyOfWish(
  { intentId }: Extract<News, { readonly kind: WishNewsKind }>,
  { reader, catalogue, url }: StoryContext,
): Promise<Story | null> {
  const settled = await settledOf(reader, intentId)
  if (settled === null) return null
  const { wish, outcome } = settled
  return {
    ...plain,
    values: {
      place: wish === null ? '' : (placeName(catalogue, wish.resourceId) ?? ''),
      when: wish === null ? '' : spanText(wish.wall),
      why: outcome.kind === 'refused' ? english.refusal(outcome.refusal, catalogue.zone) : '',
      price: outcome.kind === 'ask-again' ? amounts.money(outcome.price) : '',
    },
    action: { label: said.open, url: `${url}/bookings` },
  }
}

async function settledOf(reader: Reader, intentId: string): Promise<SettledIntent | null> {
  const settled = (await findIntent(reader, intentId))?.settled ?? null
  return settled === null ? null : parseKept<SettledIntent>(settled)
}
