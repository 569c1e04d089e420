/** The screens on the walls of a location: made with a code that is told once, changed, and removed. */
import { For, type JSX, onMount, Show } from 'solid-js'
import { type ScreenSettings, USUAL_SECONDS } from '../../../domain/sites/screen.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'
import { ScreenForm } from './screen-form.tsx'
import { createScreens, type Screen } from './screens-state.ts'

export function Screens(props: { readonly space: Space }): JSX.Element {
  const { screens, edited, setEdited, told, trouble, read, save, renew, remove } = createScreens(
    () => props.space,
  )
  onMount(() => void read())
  return (
    <section class="stack">
      <h2>{words.lobby.screens}</h2>
      <p class="soft">
        {words.lobby.screensSentence}
        <code>{`${location.host}/lobby`}</code>
      </p>
      <Show when={told()}>
        {(text) => (
          <div class="notice" data-tone="held" role="status">
            <strong>{text()}</strong>
            <p>{words.lobby.codeSentence}</p>
          </div>
        )}
      </Show>
      <Show when={screens()}>
        {(all) => (
          <ul class="stack" data-gap="small">
            <For each={all()} fallback={<li class="soft">{words.lobby.none}</li>}>
              {(screen) => (
                <ScreenRow
                  screen={screen}
                  space={props.space}
                  onEdit={() => setEdited(screen)}
                  onRenew={() => void renew(screen)}
                  onRemove={() => void remove(screen)}
                />
              )}
            </For>
          </ul>
        )}
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <Show
        when={edited()}
        keyed
        fallback={
          <div>
            <button type="button" class="button" onClick={() => setEdited('new')}>
              {words.lobby.add}
            </button>
          </div>
        }
      >
        {(screen) => (
          <ScreenForm
            floors={props.space.catalogue.site.floors}
            start={screen === 'new' ? emptyScreen(props.space) : screen}
            onSave={(settings) => void save(settings)}
            onLeave={() => setEdited(null)}
          />
        )}
      </Show>
    </section>
  )
}

function ScreenRow(props: {
  readonly screen: Screen
  readonly space: Space
  readonly onEdit: () => void
  readonly onRenew: () => void
  readonly onRemove: () => void
}): JSX.Element {
  const { name } = props.screen
  const seen = () => {
    const { isPaired, seenAt } = props.screen
    if (!isPaired) return words.lobby.neverSeen
    if (seenAt === null) return words.lobby.notSeenYet
    const { date, minute } = toWallTime(props.space.catalogue.zone, toInstant(seenAt))
    const day = words.amounts.date(date, props.space.today)
    return words.lobby.lastSeen(`${day}, ${formatMinute(minute)}`)
  }
  const about = () => {
    const { floorIds, secondsPerFloor, showsNames } = props.screen
    const shown = words.lobby.settings(floorIds.length, secondsPerFloor)
    return showsNames ? `${shown}, ${words.lobby.withNames}` : shown
  }
  return (
    <li class="card row" data-spread>
      <span>
        <strong>{name}</strong>
        <p class="soft">{[about(), seen()].join(' · ')}</p>
      </span>
      <span class="row">
        <button
          type="button"
          class="button"
          aria-label={words.lobby.edit(name)}
          onClick={() => props.onEdit()}
        >
          {words.lobby.change}
        </button>
        <button
          type="button"
          class="button"
          aria-label={words.lobby.newCodeFor(name)}
          onClick={() => props.onRenew()}
        >
          {words.lobby.newCode}
        </button>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          aria-label={words.lobby.removeScreen(name)}
          onClick={() => props.onRemove()}
        >
          {words.lobby.remove}
        </button>
      </span>
    </li>
  )
}

function emptyScreen({ catalogue }: Space): ScreenSettings {
  const floorIds = catalogue.site.floors.map(({ id }) => id)
  return { name: '', floorIds, secondsPerFloor: USUAL_SECONDS, showsNames: false }
}
