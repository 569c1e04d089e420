/** On the Today of who is new and has said nothing about themselves: where they do. Gone once they have, or put it away on this device. */
import { createEffect, createMemo, type JSX, Show } from 'solid-js'
import { isStaff } from '../../../domain/access/role.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import { addDays, type LocalDate } from '../../../domain/values/local-date.ts'
import type { Space } from '../../app/with-space.tsx'
import { database } from '../../store/database.ts'
import { dismiss, isDismissed } from '../../store/dismissed.ts'
import { createLiveQuery } from '../../store/live-query.ts'
import { words } from '../../ui/words.ts'

/** Whoever has been here for longer has decided. */
const NEW_DAYS = 60
/** Of a document in which nobody has ever written. */
const BLANK_BYTES = 2
const MARK = 'profile-hint'

export function ProfileHint(props: {
  readonly space: Space
  readonly onKnown: () => void
}): JSX.Element {
  const isBlank = createLiveQuery(
    async (id) => {
      const row = await database().drafts.get(`profile/${id}`)
      return row !== undefined && row.bytes.length <= BLANK_BYTES
    },
    () => props.space.member.id,
  )
  createEffect(() => {
    if (isBlank() !== undefined) props.onKnown()
  })
  /** What arrives while one reads pushes nothing away: it is there the next time. */
  const wasBlank = createMemo<boolean | undefined>((first) => first ?? isBlank())
  const isShown = () =>
    wasBlank() === true &&
    isBlank() === true &&
    props.space.catalogue.site.hasDirectory &&
    isNew(props.space.member, props.space.today) &&
    !isDismissed(MARK)
  return (
    <Show when={isShown()}>
      <section class="card stack" data-gap="small" aria-labelledby="profile-hint">
        <h2 id="profile-hint">{words.home.profileHint}</h2>
        <p class="soft">{words.home.profileSentence}</p>
        <div class="row">
          <a class="button" href="/me/profile">
            {words.home.writeProfile}
          </a>
          <button type="button" class="button" data-kind="quiet" onClick={() => dismiss(MARK)}>
            {words.signingIn.notNow}
          </button>
        </div>
      </section>
    </Show>
  )
}

function isNew({ role, tierSince }: Member, today: LocalDate): boolean {
  return !isStaff(role) && tierSince !== null && tierSince >= addDays(today, -NEW_DAYS)
}
