/** What the team wants members to know, in its own words. */
import { isOver } from '../../../domain/community/events/announcement.ts'
import type { News } from '../../../domain/news/news.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { english } from '../../../domain/words/words.ts'
import { announcementsOfSite } from '../../storage/load-happenings.ts'
import { plain, type Story, type StoryContext } from './story.ts'

const { news: said } = english

export async function storyOfAnnouncement(
  { announcementId, edition = 1 }: Extract<News, { readonly kind: 'announced' }>,
  { reader, catalogue, url, now }: StoryContext,
): Promise<Story | null> {
  const known = await announcementsOfSite(reader, catalogue.site.id)
  const found = known.find(({ id }) => id === announcementId)
  // An earlier edition that still waits is told by the later one.
  if (found === undefined || found.edition !== edition) return null
  if (isOver(found, toWallTime(catalogue.zone, now).date)) return null
  return {
    ...plain,
    values: {
      title: edition === 1 ? found.title : said.changedTitle(found.title),
      text: found.text,
    },
    action: { label: said.openAnnouncement, url: `${url}/community` },
  }
}
