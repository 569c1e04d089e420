/** Those who can be found at a location, by id, and who of them takes no messages. */
import { type Accessor, createMemo } from 'solid-js'
import { type DirectoryCard, readCard } from '../../../domain/community/directory.ts'
import { isId, type MemberId, type SiteId } from '../../../domain/values/ids.ts'
import { createRecords } from '../../store/records.ts'

export interface People {
  readonly cards: readonly DirectoryCard[]
  cardOf(memberId: MemberId): DirectoryCard | undefined
  isQuiet(memberId: MemberId): boolean
}

export function createPeople(siteId: () => SiteId): Accessor<People> {
  const document = () => `directory/${siteId()}`
  const people = createRecords(document, 'people', readCard)
  const quiet = createQuiet(siteId)
  return createMemo(() => {
    const all = people()?.all ?? new Map<string, DirectoryCard>()
    return {
      cards: [...all.values()],
      cardOf: (memberId) => all.get(memberId),
      isQuiet: (memberId) => quiet().has(memberId),
    }
  })
}

/** Who of the directory takes no messages. */
export function createQuiet(siteId: () => SiteId): Accessor<ReadonlySet<string>> {
  const told = createRecords(
    () => `directory/${siteId()}`,
    'quiet',
    (value) => (value === true ? value : null),
  )
  return createMemo(
    () => new Set([...(told()?.all.keys() ?? [])].filter((id) => isId('member', id))),
  )
}
