/** Taking one's data along, and being forgotten. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { createAct } from '../../app/act.ts'
import { askSpace } from '../../app/ask-space.ts'
import { signOut } from '../../app/sign-out.ts'
import type { Space } from '../../app/with-space.tsx'
import { EmailField } from '../../ui/email-field.tsx'
import { handFile } from '../../ui/hand-file.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/words.ts'

const { ownData, erase } = words.people

export function OwnData(props: { readonly space: Space }): JSX.Element {
  const [isAsking, setIsAsking] = createSignal(false)
  const [hasFailed, setHasFailed] = createSignal(false)
  async function take(): Promise<void> {
    const { member, today } = props.space
    try {
      const { packOwnData } = await import('./pack-own-data.ts')
      const file = await packOwnData(member, ownData.readme(member.name, today))
      handFile(`my-data-${today}.zip`, file)
      setHasFailed(false)
    } catch {
      setHasFailed(true) // said below
    }
  }
  return (
    <section class="stack">
      <h2>{ownData.title}</h2>
      <p class="soft">{ownData.sentence}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => void take()}>
          {ownData.take}
        </button>
        <button type="button" class="button" data-kind="quiet" onClick={() => setIsAsking(true)}>
          {erase.title}
        </button>
      </div>
      <p role="alert" class="state" data-tone="problem">
        <Show when={hasFailed()}>{ownData.failed}</Show>
      </p>
      <Show when={isAsking()}>
        <Sheet title={erase.question} onClose={() => setIsAsking(false)}>
          <Erase email={props.space.member.email} onKeep={() => setIsAsking(false)} />
        </Sheet>
      </Show>
    </section>
  )
}

function Erase(props: { readonly email: string; readonly onKeep: () => void }): JSX.Element {
  const act = createAct()
  const [typed, setTyped] = createSignal('')
  async function go(): Promise<void> {
    const done = await act.run(() => askSpace('POST', '/api/me/erase', { email: typed() }))
    if (done !== null) await signOut()
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void go()
      }}
    >
      <p>{erase.goes}</p>
      <ul class="said">
        <For each={erase.going}>{(line) => <li>{line}</li>}</For>
      </ul>
      <p>{erase.stays}</p>
      <ul class="said">
        <For each={erase.staying}>{(line) => <li>{line}</li>}</For>
      </ul>
      <p class="notice">{erase.noWayBack}</p>
      <EmailField
        label={erase.typeEmail(props.email)}
        autocomplete="off"
        value={typed()}
        onInput={setTyped}
      />
      <p role="alert" class="state" data-tone="problem">
        {act.trouble()}
      </p>
      <button
        type="submit"
        class="button"
        data-kind="primary"
        disabled={act.isBusy() || typed() !== props.email}
      >
        {erase.do}
      </button>
      <button type="button" class="button" onClick={() => props.onKeep()}>
        {words.people.keep}
      </button>
    </form>
  )
}
