/** Where an address leads on what this device knows: the floor, place and time that are there, and a sentence for each that is not. */
import { type Catalogue, findResource, placeName } from '../../domain/sites/catalogue.ts'
import { hasPlace } from '../../domain/sites/resource.ts'
import type { FloorId, ResourceId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { PlanAddress } from '../app/plan-address.ts'
import { words } from '../ui/words.ts'

export interface Destination extends Pick<PlanAddress, 'floorId' | 'placeId' | 'date' | 'span'> {
  readonly sentences: readonly string[]
}

export function destinationOf(
  asked: PlanAddress,
  catalogue: Catalogue,
  today: LocalDate,
): Destination {
  const unread = asked.unread.length > 0 ? [words.floor.link.unread] : []
  if (asked.siteId !== null && asked.siteId !== catalogue.site.id) {
    const sentences = [words.floor.link.noLocation]
    return { floorId: null, placeId: null, date: null, span: null, sentences }
  }
  const place = placeOf(asked.placeId, catalogue)
  const floor = floorOf(asked.floorId, catalogue)
  const isOver = asked.date !== null && asked.date < today
  return {
    // A place that has moved is shown where it stands now.
    floorId: place.floorId ?? floor.floorId,
    placeId: place.placeId,
    date: isOver ? null : asked.date,
    span: isOver ? null : asked.span,
    sentences: [
      ...unread,
      ...(place.floorId === null ? floor.sentences : []),
      ...place.sentences,
      ...(isOver ? [words.floor.link.over] : []),
    ],
  }
}

function placeOf(placeId: ResourceId | null, catalogue: Catalogue) {
  const found = placeId === null ? null : findResource(catalogue, placeId)
  if (found !== null && hasPlace(found)) {
    return { placeId, floorId: found.floorId, sentences: [] }
  }
  const name = placeId === null ? null : placeName(catalogue, placeId)
  const sentences =
    placeId === null
      ? []
      : [name === null ? words.floor.link.noPlace : words.floor.link.placeGone(name)]
  return { placeId: null, floorId: null, sentences }
}

function floorOf(floorId: FloorId | null, { site }: Catalogue) {
  const isThere = site.floors.some((floor) => floor.id === floorId)
  const sentences = floorId === null || isThere ? [] : [words.floor.link.noFloor]
  return { floorId: isThere ? floorId : null, sentences }
}
