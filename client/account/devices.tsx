/** Where the member is signed in, and signing out there from here. Read when the section is opened, because only the space knows. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Instant } from '../../domain/values/instant.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { createAct } from '../app/act.ts'
import { askSpace } from '../app/ask-space.ts'
import type { Space } from '../app/with-space.tsx'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'

interface Device {
  readonly id: string
  readonly name: string | null
  readonly seenAt: number
  readonly isThis: boolean
  readonly isShared: boolean
}

export function Devices(props: { readonly space: Space }): JSX.Element {
  const [devices, setDevices] = createSignal<readonly Device[] | null>(null)
  const act = createAct()
  async function read(): Promise<void> {
    const body = await act.run(() => askSpace('GET', '/api/devices'))
    if (body !== null) setDevices((body as { devices: readonly Device[] }).devices) // our own server
  }
  async function end(path: string, method: 'POST' | 'DELETE'): Promise<void> {
    if ((await act.run(() => askSpace(method, path))) !== null) await read()
  }
  const others = () => (devices() ?? []).filter((one) => !one.isThis)
  return (
    <details class="section" onToggle={(event) => event.currentTarget.open && void read()}>
      <summary>
        <Icon name="device" />
        {words.account.devices}
      </summary>
      <ul class="facts">
        <For each={devices() ?? []}>
          {(device) => (
            <DeviceRow
              device={device}
              seenOn={seenText(props.space, toInstant(device.seenAt))}
              isBusy={act.isBusy()}
              onEnd={() => void end(`/api/devices/${device.id}`, 'DELETE')}
            />
          )}
        </For>
      </ul>
      <Show when={others().length > 1}>
        <button
          type="button"
          class="button"
          disabled={act.isBusy()}
          onClick={() => void end('/api/devices/sign-out-others', 'POST')}
        >
          {words.account.signOutOthers}
        </button>
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {act.trouble()}
      </p>
    </details>
  )
}

function seenText(space: Space, at: Instant): string {
  const { date } = toWallTime(space.catalogue.zone, at)
  return words.account.seen(words.amounts.dateWithin(date, space.today))
}

function DeviceRow(props: {
  readonly device: Device
  readonly seenOn: string
  readonly isBusy: boolean
  readonly onEnd: () => void
}): JSX.Element {
  const name = () => props.device.name ?? words.account.someBrowser
  return (
    <li>
      <span>
        {name()}
        <br />
        <span class="soft">
          {props.device.isThis ? words.account.thisDevice : props.seenOn}
          {props.device.isShared ? ` · ${words.signingIn.onShared}` : ''}
        </span>
      </span>
      <Show when={!props.device.isThis}>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          aria-label={words.account.signOutThere(name())}
          disabled={props.isBusy}
          onClick={() => props.onEnd()}
        >
          {words.account.signOut}
        </button>
      </Show>
    </li>
  )
}
