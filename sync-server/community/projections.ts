/** The directory of a location: the cards of its members that were published. */
import { directorySections } from '../../domain/community/directory.ts'
import { eachOf, type Named, type Projection } from '../settlement/kind.ts'
import { loadSite } from '../storage/load-catalogue.ts'
import { publishedAt } from '../storage/load-profiles.ts'
import type { Tx } from '../storage/storage.ts'

async function projectDirectory(tx: Tx, { siteId }: Named<'directory'>) {
  const site = await loadSite(tx, siteId)
  if (site === null) return null
  return directorySections(site.hasDirectory ? await publishedAt(tx, siteId) : [])
}

export const directoryProjection: Projection = {
  document: 'directory',
  project: (tx, names) => eachOf(names, (name) => projectDirectory(tx, name)),
}
