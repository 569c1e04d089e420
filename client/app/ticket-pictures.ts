/** Pictures that are added to words before those are sent: on the disk of this device at once. */
import { type Accessor, createMemo, onCleanup } from 'solid-js'
import type { SeenUpTo } from '../../domain/bookings/wishes/support-requests.ts'
import type { SiteId, TicketId } from '../../domain/values/ids.ts'
import type { UnsentRow } from '../store/rows.ts'
import { createUnsentUnder, dropUnsent, keepUnsent, unsentUnder } from '../store/unsent.ts'
import { freshUlid } from '../sync/fresh-id.ts'
import { words } from '../ui/words.ts'
import { PICTURES, pictureOf, type TicketPicture } from './ticket-picture.ts'

/** What the space reads at most. */
const BYTES_MAX = 10_000_000

/** Why it was not added, in words; empty where it was. */
export async function addPicture(siteId: SiteId, draft: string, file: File): Promise<string> {
  if (file.size > BYTES_MAX) return words.support.photoTooLarge
  const value: TicketPicture = {
    ...{ siteId, draft, ticketId: null, type: file.type, kept: null, problem: null },
  }
  const row = { key: `${PICTURES}${freshUlid()}`, value, bytes: await file.arrayBuffer() }
  return (await keepUnsent(row)) ? '' : words.support.photoNotKept
}

export function removePicture(key: string): Promise<void> {
  return dropUnsent([key])
}

/** The words are sent: their pictures follow, on what whoever of the team sends them has seen of the request. */
export async function sendWith(draft: string, ticketId: TicketId, seen?: SeenUpTo): Promise<void> {
  for (const row of await unsentUnder(PICTURES)) {
    const picture = pictureOf(row)
    if (picture.draft === draft && picture.ticketId === null) {
      const sent: TicketPicture = { ...picture, ticketId, ...(seen === undefined ? {} : { seen }) }
      await keepUnsent({ ...row, value: sent })
    }
  }
}

/** Their words were taken back: those that have not left stand beside them again. */
export async function keepBack(draft: string, ticketId: TicketId): Promise<void> {
  for (const row of await unsentUnder(PICTURES)) {
    const picture = pictureOf(row)
    if (picture.draft !== draft || picture.ticketId !== ticketId || picture.kept !== null) continue
    await keepUnsent({ ...row, value: { ...picture, ticketId: null } satisfies TicketPicture })
  }
}

export async function dropPictures(draft: string): Promise<void> {
  const rows = await unsentUnder(PICTURES)
  const own = rows.filter(
    (row) => pictureOf(row).draft === draft && pictureOf(row).ticketId === null,
  )
  await dropUnsent(own.map(({ key }) => key))
}

export interface ShownPicture {
  readonly key: string
  /** An address of the bytes on this device. */
  readonly src: string
  readonly problem: string | null
}

/** Those of a draft, or of a request whose words are sent. */
export function createPictures(
  isOf: (picture: TicketPicture) => boolean,
): Accessor<readonly ShownPicture[]> {
  const rows = createUnsentUnder(() => PICTURES)
  const addresses = new Map<string, string>()
  onCleanup(() => {
    for (const address of addresses.values()) URL.revokeObjectURL(address)
  })
  const addressOf = ({ key, bytes, value }: UnsentRow) => {
    const known = addresses.get(key)
    if (known !== undefined) return known
    const { type } = value as TicketPicture // as `pictureOf` says
    const made = URL.createObjectURL(new Blob(bytes === null ? [] : [bytes], { type }))
    addresses.set(key, made)
    return made
  }
  return createMemo(() =>
    (rows() ?? [])
      .filter((row) => isOf(pictureOf(row)))
      .map((row) => ({ key: row.key, src: addressOf(row), problem: pictureOf(row).problem })),
  )
}
