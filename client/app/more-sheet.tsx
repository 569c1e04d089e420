/** Where staff go less often than a bar on a phone has room for. */
import { For, type JSX } from 'solid-js'
import { Icon } from '../ui/icon.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'
import type { Place } from './places.tsx'

export function MoreSheet(props: {
  readonly places: readonly Place[]
  readonly onClose: () => void
}): JSX.Element {
  return (
    <Sheet title={words.app.places.more} onClose={props.onClose}>
      <div class="stack" data-gap="small">
        <For each={props.places}>
          {({ href, icon, label }) => (
            <a class="button more-place" data-wide href={href} onClick={() => props.onClose()}>
              <Icon name={icon} />
              {label}
            </a>
          )}
        </For>
      </div>
    </Sheet>
  )
}
