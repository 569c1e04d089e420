/** Where a location has no places yet: whoever may add them is shown the way, everybody else reads that it is coming. */
import { type JSX, Show } from 'solid-js'
import { mayCommand } from '../../domain/access/permissions.ts'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import type { Space } from './with-space.tsx'

export function NothingToBook(props: { readonly space: Space }): JSX.Element {
  const mayAdd = () => {
    const { id, role, siteIds } = props.space.member
    return mayCommand({ memberId: id, role, siteIds }, 'resource.save')
  }
  return (
    <div class="empty">
      <Icon name="plan" />
      <p>
        <strong>{words.home.noPlaces}</strong>
      </p>
      <Show when={mayAdd()} fallback={<p>{words.home.noPlacesSentence}</p>}>
        <p>{words.home.addPlacesSentence}</p>
        <a class="button" data-kind="primary" href="/operator/settings/places">
          {words.home.addPlaces}
        </a>
      </Show>
    </div>
  )
}
