/** News of what is had by the month: since when or until when, what it costs, and why where the space ended it. */
import { untilOf } from '../../../domain/billing/addons/take-addon.ts'
import type { AddonNewsKind, News } from '../../../domain/news/news.ts'
import { english } from '../../../domain/words/words.ts'
import { addonsOfMembers } from '../../storage/load-addons.ts'
import { plain, type Story, type StoryContext } from './story.ts'

const { addons: said, news } = english

export async function storyOfAddon(
  { addonId, kind }: Extract<News, { readonly kind: AddonNewsKind }>,
  { reader, member, catalogue: { site }, url }: StoryContext,
): Promise<Story | null> {
  const addon = (await addonsOfMembers(reader, [member.id])).find(({ id }) => id === addonId)
  if (addon === undefined) return null
  const until = untilOf(addon, { site, member })
  const isNow = addon.ended?.when === 'now'
  const lasts = until === null ? '' : said.lastDayIs(until)
  const reason = addon.ended?.reason ?? ''
  const values = {
    extra: addon.name,
    effect: kind === 'addon-taken' ? said.beganOn(addon.startsOn) : isNow ? said.overNow : lasts,
    cost: kind === 'addon-taken' ? said.thenMonthly(addon.price) : isNow ? said.comesBack : '',
    reason: reason === '' ? '' : news.planReason(reason),
  }
  return { ...plain, values, action: { label: news.openAddons, url: `${url}/me` } }
}
