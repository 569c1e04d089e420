/** The ways from a drawn place to what is set about it elsewhere; the browser's way back leads to the place again. */
import { A, useNavigate } from '@solidjs/router'
import { For, type JSX } from 'solid-js'
import type { Resource } from '../../../domain/sites/resource.ts'
import { words } from '../../ui/team-words.ts'
import { floorAddress, placeSettings, settingAddress } from '../settings/asked-place.ts'

export function PlaceSettings(props: { readonly place: Resource }): JSX.Element {
  const navigate = useNavigate()
  const markWayBack = () => navigate(floorAddress(props.place), { replace: true, scroll: false })
  return (
    <nav class="strip" aria-label={words.drawing.settingsOf(props.place.name)}>
      <For each={placeSettings}>
        {(part) => (
          <A class="chip" href={settingAddress(part, props.place.id)} onClick={markWayBack}>
            {words.drawing.settingsParts[part]}
          </A>
        )}
      </For>
    </nav>
  )
}
