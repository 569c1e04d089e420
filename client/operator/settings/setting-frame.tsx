/** Around the fields of a setting: what somebody else saved, whose bookings it touches, and the two buttons. */
import { type JSX, Show } from 'solid-js'
import type { Space } from '../../app/with-space.tsx'
import { createStatus } from '../../store/status.ts'
import { words } from '../../ui/team-words.ts'
import { AffectedBookings } from '../affected-bookings.tsx'
import { WhatIfNote } from '../what-if-note.tsx'
import type { Setting } from './setting-state.ts'

export function SettingFrame<Value>(props: {
  readonly space: Space
  readonly setting: Setting<Value>
  readonly label: string
  /** False where a booking cannot stay: its place is no more. */
  readonly mayKeep?: boolean
  readonly verb?: string
  readonly children: JSX.Element
}): JSX.Element {
  const status = createStatus()
  const needsDecision = () => (props.setting.affected() ?? []).length > 0
  return (
    <form
      class="stack setting"
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault()
        const form = event.currentTarget
        void props.setting.save().then(() => showMarked(form))
      }}
    >
      <Overtaken setting={props.setting} />
      {props.children}
      <Show when={props.setting.whatIf()}>{(found) => <WhatIfNote found={found()} />}</Show>
      <Show when={needsDecision() && props.setting.affected()}>
        {(found) => (
          <AffectedBookings
            space={props.space}
            after={props.setting.after()}
            affected={found()}
            mayKeep={props.mayKeep !== false}
            resolutions={props.setting.resolutions()}
            onChange={props.setting.setResolutions}
          />
        )}
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {props.setting.trouble()}
      </p>
      <Show when={status()?.state === 'offline'}>
        <p class="soft">{words.settings.waitsForConnection}</p>
      </Show>
      <div class="row setting-buttons">
        <button
          type="submit"
          class="button"
          data-kind="primary"
          disabled={props.setting.isBusy() || props.setting.isOvertaken()}
        >
          {needsDecision() ? words.settings.saveDecided : (props.verb ?? words.settings.save)}
        </button>
        <Show when={props.setting.isChanged() && props.setting.whatIf() === null}>
          <button
            type="button"
            class="button"
            disabled={props.setting.isBusy()}
            onClick={() => void props.setting.look()}
          >
            {words.settings.whatIf.ask}
          </button>
        </Show>
        <Show when={props.setting.isChanged()}>
          <button type="button" class="button" onClick={() => props.setting.discard()}>
            {words.settings.discard}
          </button>
        </Show>
      </div>
    </form>
  )
}

/** What is marked may be far above the button, or folded away. */
function showMarked(form: HTMLFormElement): void {
  const marked = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  const folded = marked?.closest('details') ?? null
  if (folded !== null) folded.open = true
  marked?.focus()
}

/** Somebody else saved the same thing since the form was opened. */
function Overtaken(props: {
  readonly setting: Pick<Setting<unknown>, 'isOvertaken' | 'discard' | 'keepMine'>
}): JSX.Element {
  return (
    <Show when={props.setting.isOvertaken()}>
      <div class="notice stack" data-tone="held" data-gap="small" role="status">
        <p>{words.settings.overtaken}</p>
        <div class="row">
          <button type="button" class="button" onClick={() => props.setting.discard()}>
            {words.settings.takeTheirs}
          </button>
          <button type="button" class="button" onClick={() => props.setting.keepMine()}>
            {words.settings.keepMine}
          </button>
        </div>
      </div>
    </Show>
  )
}
