/** Claims an empty portal: who owns it, what the space is called, and where its clock stands. The link comes from the terminal. */
import { createSignal, For, type JSX, onMount, Show } from 'solid-js'
import './account.css'
import { createAct } from '../app/act.ts'
import { askSpace } from '../app/ask-space.ts'
import { words } from '../ui/words.ts'
import { Drawing } from './drawing.tsx'
import { guessCurrency, guessZone } from './guess-place.ts'

export function SetUpPage(): JSX.Element {
  const [token, setToken] = createSignal('')
  const [isClaimed, setIsClaimed] = createSignal(false)
  const act = createAct()
  onMount(() => {
    setToken(new URLSearchParams(location.hash.slice(1)).get('token') ?? '')
    history.replaceState(null, '', '/set-up') // the token must not stay in the history
  })
  async function claim(form: HTMLFormElement): Promise<void> {
    const said = new FormData(form)
    const text = (name: string) => String(said.get(name) ?? '')
    const body = await act.run(() =>
      askSpace('POST', '/api/set-up', {
        token: token(),
        ownerName: text('ownerName'),
        ownerEmail: text('ownerEmail'),
        spaceName: text('spaceName'),
        address: text('address'),
        zone: text('zone'),
        currency: text('currency').toUpperCase(),
        takesSampleFloor: said.get('floor') === 'sample',
      }),
    )
    if (body !== null) setIsClaimed(true)
  }
  return (
    <main class="sign-in" id="main" tabindex="-1">
      <Drawing />
      <div class="stack" data-gap="small">
        <h1>{words.account.setUp}</h1>
        <Show when={!isClaimed()}>
          <p class="soft">{words.account.setUpSentence}</p>
        </Show>
      </div>
      <Show when={!isClaimed()} fallback={<Claimed />}>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault()
            void claim(event.currentTarget)
          }}
        >
          <Show when={token() === ''}>
            <p class="notice">{words.account.setUpNeedsLink}</p>
          </Show>
          <Field name="ownerName" label={words.account.ownerName} autocomplete="name" />
          <Field
            name="ownerEmail"
            label={words.account.ownerEmail}
            type="email"
            autocomplete="email"
          />
          <Field name="spaceName" label={words.account.spaceName} autocomplete="organization" />
          <Field
            name="address"
            label={words.account.spaceAddress}
            autocomplete="street-address"
            isOptional
          />
          <div class="two-fields">
            <Field name="zone" label={words.account.zone} value={guessZone()} list="zones" />
            <Field name="currency" label={words.account.currency} value={guessCurrency()} />
          </div>
          <datalist id="zones">
            <For each={Intl.supportedValuesOf('timeZone')}>{(zone) => <option value={zone} />}</For>
          </datalist>
          <fieldset class="stack" data-gap="small">
            <legend class="visually-hidden">{words.account.startFrom}</legend>
            <label class="choice">
              <input type="radio" name="floor" value="sample" checked />
              {words.account.startFromSample}
            </label>
            <label class="choice">
              <input type="radio" name="floor" value="empty" />
              {words.account.startEmpty}
            </label>
          </fieldset>
          <button
            type="submit"
            class="button"
            data-kind="primary"
            data-wide
            disabled={act.isBusy() || token() === ''}
          >
            {words.account.claim}
          </button>
          <p role="alert" class="state" data-tone="problem">
            {act.trouble()}
          </p>
        </form>
      </Show>
    </main>
  )
}

function Claimed(): JSX.Element {
  return (
    <div class="stack" role="status">
      <p>{words.account.claimed}</p>
      <a class="button" data-kind="primary" href="/sign-in">
        {words.account.signIn}
      </a>
    </div>
  )
}

function Field(props: {
  readonly name: string
  readonly label: string
  readonly type?: string
  readonly value?: string
  readonly autocomplete?: string
  /** The id of what is proposed while one types. */
  readonly list?: string
  readonly isOptional?: boolean
}): JSX.Element {
  return (
    <label class="field">
      {props.label}
      <input
        name={props.name}
        type={props.type ?? 'text'}
        required={props.isOptional !== true}
        maxlength="254"
        list={props.list}
        value={props.value ?? ''}
        autocomplete={props.autocomplete ?? 'off'}
      />
    </label>
  )
}
