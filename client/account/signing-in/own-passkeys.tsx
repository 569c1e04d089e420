/** The passkeys of whoever is signed in: add one here, give each a name, take one away. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { limits } from '../../../domain/values/limits.ts'
import { createAct } from '../../app/act.ts'
import { askSpace } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { hasPasskeys, makePasskey } from './browser-passkeys.ts'
import { dayOf } from './day-of.ts'

const said = words.signingIn

export interface ToldPasskey {
  readonly id: string
  readonly name: string
  readonly addedAt: number
}

export function OwnPasskeys(props: {
  readonly space: Space
  readonly passkeys: readonly ToldPasskey[]
  readonly onChange: () => Promise<void>
}): JSX.Element {
  const act = createAct()
  const path = '/api/proofs/passkeys'
  async function add(): Promise<void> {
    const body = await act.run(async () => {
      const asked = await askSpace('POST', `${path}/challenge`)
      if (!asked.ok) return asked
      const { options } = asked.body as { options: unknown } // our own server
      const answer = await makePasskey(options)
      if (answer === null) return { ok: false, message: said.cancelled }
      return askSpace('POST', path, { answer })
    })
    if (body === null) return
    showToast(said.passkeyAdded)
    await props.onChange()
  }
  async function change(method: 'POST' | 'DELETE', id: string, body: object): Promise<void> {
    const done = await act.run(() => askSpace(method, `${path}/${id}`, body))
    if (done !== null) await props.onChange()
  }
  return (
    <section class="stack" aria-labelledby="own-passkeys">
      <h2 id="own-passkeys">{said.passkeys}</h2>
      <p class="soft">{said.passkeysSentence}</p>
      <Show when={props.passkeys.length > 0} fallback={<p>{said.noPasskeys}</p>}>
        <ul class="facts">
          <For each={props.passkeys}>
            {(passkey) => (
              <PasskeyRow
                passkey={passkey}
                addedOn={dayOf(props.space, passkey.addedAt)}
                isBusy={act.isBusy()}
                onRename={(name) => void change('POST', passkey.id, { name })}
                onRemove={() => void change('DELETE', passkey.id, {})}
              />
            )}
          </For>
        </ul>
      </Show>
      <Show when={hasPasskeys()} fallback={<p class="soft">{said.noPasskeysHere}</p>}>
        <div>
          <button type="button" class="button" disabled={act.isBusy()} onClick={() => void add()}>
            {said.addPasskey}
          </button>
        </div>
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {act.trouble()}
      </p>
    </section>
  )
}

function PasskeyRow(props: {
  readonly passkey: ToldPasskey
  readonly addedOn: string
  readonly isBusy: boolean
  readonly onRename: (name: string) => void
  readonly onRemove: () => void
}): JSX.Element {
  const [isNaming, setIsNaming] = createSignal(false)
  return (
    <li>
      <Show when={isNaming()} fallback={<Named {...props} onName={() => setIsNaming(true)} />}>
        <form
          class="row grow"
          data-align="end"
          onSubmit={(event) => {
            event.preventDefault()
            setIsNaming(false)
            props.onRename(String(new FormData(event.currentTarget).get('name')))
          }}
        >
          <label class="field grow">
            {said.nameOfPasskey}
            <input
              name="name"
              required
              maxlength={limits.settingNameLengthMax}
              value={props.passkey.name}
            />
          </label>
          <button type="submit" class="button">
            {said.save}
          </button>
        </form>
      </Show>
    </li>
  )
}

function Named(props: {
  readonly passkey: ToldPasskey
  readonly addedOn: string
  readonly isBusy: boolean
  readonly onName: () => void
  readonly onRemove: () => void
}): JSX.Element {
  return (
    <>
      <span>
        {props.passkey.name}
        <br />
        <span class="soft">{said.addedOn(props.addedOn)}</span>
      </span>
      <span class="row">
        <button
          type="button"
          class="button"
          data-kind="quiet"
          aria-label={said.renameOne(props.passkey.name)}
          disabled={props.isBusy}
          onClick={() => props.onName()}
        >
          {said.rename}
        </button>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          aria-label={said.removeOne(props.passkey.name)}
          disabled={props.isBusy}
          onClick={() => props.onRemove()}
        >
          {said.remove}
        </button>
      </span>
    </>
  )
}
