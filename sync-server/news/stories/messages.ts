/** That somebody wrote, never what: a mail lies about for longer than a message that was taken back; and what the team says about what one wrote. */
import type { News } from '../../../domain/news/news.ts'
import { english } from '../../../domain/words/words.ts'
import { findSide, messageChoice, shownNames, unreadBetween } from '../../storage/load-messages.ts'
import { plain, type Story, type StoryContext } from './story.ts'

const { news: said } = english

export async function storyOfMessage(
  { from }: Extract<News, { readonly kind: 'message' }>,
  { reader, member, url }: StoryContext,
): Promise<Story | null> {
  const side = await findSide(reader, member.id, from)
  if (side.isMuted || side.isBlocked) return null
  const unread = await unreadBetween(reader, side)
  if (unread === 0) return null
  const by = (await shownNames(reader, [from])).get(from) ?? ''
  return {
    ...plain,
    values: { by, count: said.messages(unread) },
    action: { label: said.openMessages, url: `${url}/community/messages/${from}` },
  }
}

export async function storyOfWord(
  { at }: Extract<News, { readonly kind: 'message-word' }>,
  { reader, member, url }: StoryContext,
): Promise<Story | null> {
  const { word } = await messageChoice(reader, member.id)
  if (word?.at !== at) return null
  return {
    ...plain,
    values: { text: word.text },
    action: { label: said.openMessages, url: `${url}/community/messages` },
  }
}
