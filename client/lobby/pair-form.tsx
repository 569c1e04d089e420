/** The first minute of a screen: the six digits that its team was told. */
import { createSignal, type JSX, onMount } from 'solid-js'
import { words } from '../ui/words.ts'
import { pairScreen } from './ask-as-screen.ts'

export function PairForm(props: { readonly onPaired: (key: string) => void }): JSX.Element {
  const [code, setCode] = createSignal(location.hash.replace(/^#/, ''))
  const [trouble, setTrouble] = createSignal('')
  const [isBusy, setIsBusy] = createSignal(false)

  async function pair(): Promise<void> {
    setIsBusy(true)
    const answer = await pairScreen(code().replaceAll(/\D/g, ''))
    setIsBusy(false)
    if (answer === null) setTrouble(words.lobby.needsConnection)
    else if ('key' in answer) props.onPaired(answer.key)
    else setTrouble(answer.message)
  }

  onMount(() => {
    // A link that carries its code is as good as typing it; used up, it says nothing any more.
    if (/^\d{6}$/.test(code())) void pair()
    history.replaceState(null, '', location.pathname)
  })
  return (
    <main class="page" id="main" tabindex="-1">
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void pair()
        }}
      >
        <h1>{words.lobby.title}</h1>
        <p>{words.lobby.enterCode}</p>
        <label class="field">
          {words.lobby.code}
          <input
            inputmode="numeric"
            autocomplete="off"
            maxlength="7"
            required
            value={code()}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
        <button type="submit" class="button" data-kind="primary" disabled={isBusy()}>
          {words.lobby.pair}
        </button>
      </form>
    </main>
  )
}
