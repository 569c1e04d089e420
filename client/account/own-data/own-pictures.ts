/** Pictures of the member, and those they were shown or showed in their requests: as far as this device has them, or the space gives them now. */
import { type Photo, photoPath } from '../../../domain/sites/photo.ts'
import type { OwnTicket, ToldEntry } from '../../../domain/support/support-sections.ts'

export interface OwnPicture {
  /** In the file. */
  readonly name: string
  /** Where it is read. */
  readonly path: string
}

/** A picture is a megabyte at most, so the file stays one that a phone can make. */
const PICTURES_MAX = 100
const ANSWERED_WITHIN_MS = 10_000

/** `photo` is what the profile names, `<site>/<hash>`, or empty. The latest of the requests come first. */
export function ownPictures(
  photo: string,
  tickets: readonly Pick<OwnTicket, 'id' | 'siteId' | 'number'>[],
  entries: readonly Pick<ToldEntry, 'ticketId' | 'kind'>[],
): readonly OwnPicture[] {
  const own = photo === '' ? [] : [{ name: 'pictures/me.webp', path: `/api/photos/${photo}` }]
  const latest = tickets.toSorted((a, b) => b.number - a.number)
  const shown = latest.flatMap(({ id, siteId, number }) => {
    const photos = entries.flatMap((one) => (one.ticketId === id ? photosOf(one) : []))
    return photos.map(({ full }, index) => ({
      name: `pictures/request-${number}-${index + 1}.webp`,
      path: photoPath(siteId, full),
    }))
  })
  return [...own, ...shown].slice(0, PICTURES_MAX)
}

function photosOf(entry: object): readonly Photo[] {
  return 'photos' in entry ? (entry.photos as readonly Photo[]) : [] // as the space told it
}

/** What cannot be had is left out; the worker answers for those that were seen. */
export async function readPictures(
  pictures: readonly OwnPicture[],
): Promise<Readonly<Record<string, Uint8Array>>> {
  const found: Record<string, Uint8Array> = {}
  for (const { name, path } of pictures) {
    const signal = AbortSignal.timeout(ANSWERED_WITHIN_MS)
    const response = await fetch(path, { signal }).catch(() => null)
    if (response?.ok === true) found[name] = new Uint8Array(await response.arrayBuffer())
  }
  return found
}
