/** Somebody is made a member and told by mail. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { limits } from '../../../domain/values/limits.ts'
import { askSpace } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { EmailField } from '../../ui/email-field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { WhenOffline } from '../when-offline.tsx'

const { people } = words
const givenRoles = ['member', 'front-desk', 'community', 'finance', 'manager'] as const

/** Said on purpose: nothing can be booked without a membership. */
const noTier = 'none'

export function InviteForm(props: {
  readonly space: Space
  readonly onChange: () => Promise<void>
}): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <>
      <div>
        <button type="button" class="button" data-kind="primary" onClick={() => setIsOpen(true)}>
          <Icon name="add" />
          {people.invite}
        </button>
      </div>
      <Show when={isOpen()}>
        <Sheet title={people.inviteTitle} onClose={() => setIsOpen(false)}>
          <Form
            space={props.space}
            onDone={() => {
              setIsOpen(false)
              void props.onChange()
            }}
          />
        </Sheet>
      </Show>
    </>
  )
}

function Form(props: { readonly space: Space; readonly onDone: () => void }): JSX.Element {
  const { site } = props.space.catalogue
  const [trouble, setTrouble] = createSignal('')
  async function send(form: HTMLFormElement): Promise<void> {
    const said = Object.fromEntries(new FormData(form))
    const { tierId } = said
    const body = { ...said, tierId: tierId === noTier ? null : tierId }
    const answer = await askSpace('POST', `/api/members/${site.id}`, body).catch(() => null)
    if (answer?.ok !== true) {
      setTrouble(answer?.message ?? words.account.thisNeedsConnection)
      return
    }
    showToast(people.wasInvited(String(said['name'])))
    props.onDone()
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void send(event.currentTarget)
      }}
    >
      <p class="soft">{people.inviteSentence}</p>
      <WhenOffline />
      <label class="field">
        {people.name}
        <input name="name" required autocomplete="off" maxlength={limits.settingNameLengthMax} />
      </label>
      <EmailField label={people.email} name="email" autocomplete="off" />
      <label class="field">
        {people.membership}
        <select name="tierId" required>
          <Show when={props.space.catalogue.tiers.length > 0}>
            <option value="" selected disabled>
              {people.chooseMembership}
            </option>
          </Show>
          <For each={props.space.catalogue.tiers}>
            {({ id, name }) => <option value={id}>{name}</option>}
          </For>
          <option value={noTier}>{people.noMembership}</option>
        </select>
      </label>
      <RoleField value="member" />
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <button type="submit" class="button" data-kind="primary">
        {people.invite}
      </button>
    </form>
  )
}

export function RoleField(props: { readonly value: string }): JSX.Element {
  return (
    <label class="field">
      {people.role}
      <select name="role" value={props.value}>
        <For each={givenRoles}>{(role) => <option value={role}>{people.roles[role]}</option>}</For>
      </select>
    </label>
  )
}
