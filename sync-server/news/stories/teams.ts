/** Who asks somebody into which team. */
import type { News } from '../../../domain/news/news.ts'
import { english } from '../../../domain/words/words.ts'
import { loadActor } from '../../settlement/load-actor.ts'
import { findTeam } from '../../storage/load-teams.ts'
import { plain, type Story, type StoryContext } from './story.ts'

const { news: said } = english

export async function storyOfTeam(
  { teamId, by }: Extract<News, { readonly kind: 'team-invited' }>,
  { reader, url }: StoryContext,
): Promise<Story | null> {
  const story = await findTeam(reader, teamId)
  if (story === null) return null
  const inviting = await loadActor(reader, by)
  return {
    ...plain,
    values: { team: story.team.name, by: inviting?.name ?? '' },
    action: { label: said.open, url: `${url}/me/team` },
  }
}
