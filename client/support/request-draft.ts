/** A request while it is written: every letter is kept on this device, so that it is there after a kill or a reload. */
import { type Accessor, createSignal, onMount } from 'solid-js'
import type { TicketAbout, TicketCategory } from '../../domain/bookings/wishes/support-requests.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { dropPictures } from '../app/ticket-pictures.ts'
import { dropUnsent, findUnsent, keepUnsent } from '../store/unsent.ts'

export interface RequestDraft {
  readonly category: TicketCategory
  readonly text: string
  readonly about: TicketAbout
}

export const aboutNothing: TicketAbout = { resourceId: null, bookingId: null, billId: null }

export interface DraftModel {
  /** Where it is kept. */
  readonly key: string
  /** Undefined until it was looked for. */
  readonly draft: Accessor<RequestDraft | undefined>
  change(part: Partial<RequestDraft>): void
  discard(): Promise<void>
}

/** What an address names takes the place of what the draft was about; its words stay. */
export function createRequestDraft(siteId: SiteId, named: TicketAbout | null): DraftModel {
  const key = `request/${siteId}`
  const [draft, setDraft] = createSignal<RequestDraft>()
  onMount(async () => {
    const kept = (await findUnsent(key))?.value as RequestDraft | undefined // written below alone
    const category = named?.billId == null ? 'maintenance' : 'billing'
    const fresh: RequestDraft = { category, text: '', about: aboutNothing }
    const found = kept ?? fresh
    const isNewAbout = named !== null && JSON.stringify(named) !== JSON.stringify(found.about)
    setDraft(isNewAbout ? { ...found, category, about: named } : found)
  })
  return {
    key,
    draft,
    change: (part) => {
      const now = draft()
      if (now === undefined) return
      const next = { ...now, ...part }
      setDraft(next)
      void keepUnsent({ key, value: next, bytes: null })
    },
    discard: async () => {
      await dropPictures(key)
      await dropUnsent([key])
    },
  }
}
