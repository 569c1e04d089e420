/** What a change would mean for the coming weeks, in money and in bookings that could not be made any more. */
import { type JSX, Show } from 'solid-js'
import { WHAT_IF_WEEKS, type WhatIf } from '../../domain/bookings/settings/what-if.ts'
import { words } from '../ui/team-words.ts'

export function WhatIfNote(props: { readonly found: WhatIf }): JSX.Element {
  const isSame = () => props.found.before.amountMinor === props.found.after.amountMinor
  return (
    <div class="notice" data-tone="held" role="status">
      <p>
        <strong>{words.settings.whatIf.weeks(WHAT_IF_WEEKS, props.found.bookings)}</strong>
      </p>
      <Show when={props.found.bookings > 0}>
        <p>
          {isSame()
            ? words.settings.whatIf.same(props.found.before)
            : words.settings.whatIf.other(props.found.before, props.found.after)}
        </p>
        <Show when={props.found.refused > 0}>
          <p>{words.settings.whatIf.refused(props.found.refused)}</p>
        </Show>
        <p class="soft">{words.settings.whatIf.keeps}</p>
      </Show>
    </div>
  )
}
