/** How members get online and in, written by who runs the location. It is read for the form alone, and shown to nobody but members. */
import { createSignal, type JSX, onMount } from 'solid-js'
import { limits } from '../../../domain/values/limits.ts'
import { askSpace } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'

interface Access {
  readonly network: string
  readonly code: string
  readonly door: string
  readonly isMailed: boolean
}

const nothing: Access = { network: '', code: '', door: '', isMailed: false }

export function AccessForm(props: { readonly space: Space }): JSX.Element {
  const said = words.messages
  const [access, setAccess] = createSignal(nothing)
  const [trouble, setTrouble] = createSignal('')
  const path = () => `/api/access/${props.space.catalogue.site.id}`
  async function ask(method: 'GET' | 'POST', body?: object): Promise<unknown> {
    const answer = await askSpace(method, path(), body).catch(() => null)
    setTrouble(answer === null ? said.needsConnection : answer.ok ? '' : answer.message)
    return answer?.ok === true ? answer.body : null
  }
  onMount(async () => {
    const told = (await ask('GET')) as { readonly access: Access | null } | null // our own server
    if (told !== null && told.access !== null) setAccess(told.access)
  })
  const field = (name: 'network' | 'code' | 'door') => (
    <label class="field">
      {said[name]}
      <input
        value={access()[name]}
        maxLength={limits.accessLengthMax}
        autocomplete="off"
        onInput={(event) => setAccess({ ...access(), [name]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <form
      class="stack setting"
      aria-label={said.accessTitle}
      onSubmit={(event) => {
        event.preventDefault()
        void ask('POST', access()).then((saved) => {
          if (saved !== null) showToast(said.accessSaved)
        })
      }}
    >
      <h2>{said.accessTitle}</h2>
      <p class="soft">{said.accessSentence}</p>
      {field('network')}
      {field('code')}
      {field('door')}
      <label class="choice">
        <input
          type="checkbox"
          checked={access().isMailed}
          onChange={(event) => setAccess({ ...access(), isMailed: event.currentTarget.checked })}
        />
        {said.codeIsMailed}
      </label>
      <p class="soft">{said.codeIsMailedHint}</p>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <div class="row">
        <button type="submit" class="button" data-kind="primary">
          {said.saveAccess}
        </button>
      </div>
    </form>
  )
}
