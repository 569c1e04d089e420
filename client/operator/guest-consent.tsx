/** What a guest agrees to before they are noted as come: shown to them at the desk, with how long the location knows them. */
import type { JSX } from 'solid-js'
import type { GuestSettings } from '../../domain/sites/guest-settings.ts'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'

export function GuestConsent(props: {
  readonly name: string
  readonly settings: GuestSettings
  readonly onAgree: () => void
  readonly onClose: () => void
}): JSX.Element {
  return (
    <Sheet title={words.guests.signIn(props.name)} onClose={props.onClose}>
      <div class="stack">
        <p class="as-typed">{props.settings.consent}</p>
        <p class="soft">{words.guests.kept(props.settings.keptDays)}</p>
        <div class="row">
          <button type="button" class="button" data-kind="primary" onClick={() => props.onAgree()}>
            {words.guests.agrees}
          </button>
          <button type="button" class="button" onClick={() => props.onClose()}>
            {words.guests.notNow}
          </button>
        </div>
      </div>
    </Sheet>
  )
}
