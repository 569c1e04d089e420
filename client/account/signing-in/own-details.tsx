/** What one is called, and the address one signs in with: changed with a connection, because both are the space's to say. */
import { createSignal, type JSX, Show } from 'solid-js'
import { limits } from '../../../domain/values/limits.ts'
import { createAct } from '../../app/act.ts'
import { askSpace } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { EmailField } from '../../ui/email-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'

const { details: said } = words.signingIn

export function OwnDetails(props: { readonly space: Space }): JSX.Element {
  return (
    <section class="stack" aria-labelledby="own-details">
      <h2 id="own-details">{said.title}</h2>
      <Name {...props} />
      <Address {...props} />
    </section>
  )
}

function Name(props: { readonly space: Space }): JSX.Element {
  const act = createAct()
  async function save(name: string): Promise<void> {
    const kept = await act.run(() => askSpace('POST', '/api/me/name', { name }))
    if (kept !== null) showToast(said.nameSaved)
  }
  return (
    <form
      class="stack"
      data-gap="small"
      onSubmit={(event) => {
        event.preventDefault()
        void save(String(new FormData(event.currentTarget).get('name')))
      }}
    >
      <div class="row" data-align="end">
        <label class="field">
          {said.name}
          <input
            name="name"
            required
            autocomplete="name"
            maxlength={limits.settingNameLengthMax}
            value={props.space.member.name}
          />
        </label>
        <button type="submit" class="button" disabled={act.isBusy()}>
          {said.saveName}
        </button>
      </div>
      <p class="soft">{said.nameSentence}</p>
      <Trouble act={act} />
    </form>
  )
}

/** First where to, then the code that was mailed there. */
function Address(props: { readonly space: Space }): JSX.Element {
  const act = createAct()
  const [isOpen, setIsOpen] = createSignal(false)
  const [mailedTo, setMailedTo] = createSignal<string | null>(null)
  function close(): void {
    setIsOpen(false)
    setMailedTo(null)
  }
  async function send(said_: Readonly<Record<string, unknown>>): Promise<void> {
    const email = mailedTo() ?? String(said_['email'])
    const body = await act.run(() => askSpace('POST', '/api/me/address', { ...said_, email }))
    if (body === null) return
    if (mailedTo() === null) return void setMailedTo(email)
    close()
    showToast(said.changed(email))
  }
  return (
    <div class="stack" data-gap="small">
      <p>{said.address(props.space.member.email)}</p>
      <Show
        when={isOpen()}
        fallback={
          <div>
            <button type="button" class="button" onClick={() => setIsOpen(true)}>
              {said.changeAddress}
            </button>
          </div>
        }
      >
        <form
          class="stack"
          data-gap="small"
          onSubmit={(event) => {
            event.preventDefault()
            void send(Object.fromEntries(new FormData(event.currentTarget)))
          }}
        >
          <Show
            when={mailedTo()}
            fallback={<EmailField label={said.newAddress} name="email" autocomplete="email" />}
          >
            {(email) => <Code email={email()} />}
          </Show>
          <Trouble act={act} />
          <div class="row">
            <button type="submit" class="button" data-kind="primary" disabled={act.isBusy()}>
              {mailedTo() === null ? said.sendCode : said.confirm}
            </button>
            <Show when={mailedTo() !== null}>
              <button type="button" class="button" onClick={() => setMailedTo(null)}>
                {said.another}
              </button>
            </Show>
            <button type="button" class="button" data-kind="quiet" onClick={close}>
              {said.stop}
            </button>
          </div>
        </form>
      </Show>
    </div>
  )
}

function Code(props: { readonly email: string }): JSX.Element {
  return (
    <>
      <p role="status">{said.sent(props.email)}</p>
      <label class="field">
        {said.code}
        <input
          name="code"
          required
          inputmode="numeric"
          autocomplete="one-time-code"
          pattern="[0-9]{6}"
          maxlength="6"
        />
      </label>
    </>
  )
}

function Trouble(props: { readonly act: ReturnType<typeof createAct> }): JSX.Element {
  return (
    <p role="alert" class="state" data-tone="problem">
      {props.act.trouble()}
    </p>
  )
}
