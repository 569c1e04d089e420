/** What somebody is called and where their codes are mailed, for who cannot change it themselves: a reason first, and for an address its code. */
import { createSignal, type JSX, Show } from 'solid-js'
import { mayReaddress } from '../../../domain/access/readdressing.ts'
import { toId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { askSpace } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { FormSheet, notYet } from '../../ui/form-sheet.tsx'
import { readdressing as said } from '../../ui/readdressing-words.ts'
import { words } from '../../ui/words.ts'
import type { ListedMember } from './read-members.ts'

interface Shown {
  readonly space: Space
  readonly member: ListedMember
  readonly path: string
  readonly onChange: () => Promise<void>
}

export function NameAndAddress(props: Shown): JSX.Element {
  const [open, setOpen] = createSignal<'name' | 'address' | null>(null)
  /** Where else they belong the space knows, and says. */
  const verdict = () => {
    const siteIds = [props.space.catalogue.site.id]
    const other = { id: toId('member', props.member.id), role: props.member.role, siteIds }
    return mayReaddress(props.space.member, other)
  }
  const whyNot = () => {
    const found = verdict()
    return found === 'yes' || found === 'no' ? null : said.whyNot[found]
  }
  return (
    <section class="stack" data-gap="small" aria-labelledby="name-and-address">
      <h2 id="name-and-address">{said.title}</h2>
      <Show when={verdict() === 'yes'} fallback={<p class="soft">{whyNot()}</p>}>
        <div class="row">
          <button type="button" class="button" onClick={() => setOpen('name')}>
            {said.changeName}
          </button>
          <button type="button" class="button" onClick={() => setOpen('address')}>
            {said.changeAddress}
          </button>
        </div>
      </Show>
      <Show when={open() === 'name'}>
        <NameSheet {...props} onClose={() => setOpen(null)} />
      </Show>
      <Show when={open() === 'address'}>
        <AddressSheet {...props} onClose={() => setOpen(null)} />
      </Show>
    </section>
  )
}

type Open = Shown & { readonly onClose: () => void }

/** Null once the space has done it, otherwise its sentence. */
async function tell(path: string, body: object): Promise<string | null> {
  const answer = await askSpace('POST', path, body).catch(() => null)
  return answer?.ok === true ? null : (answer?.message ?? words.account.thisNeedsConnection)
}

function NameSheet(props: Open): JSX.Element {
  const [name, setName] = createSignal(props.member.name)
  const [reason, setReason] = createSignal('')
  return (
    <FormSheet
      title={said.nameTitle(props.member.name)}
      submit={said.changeName}
      done={said.nameChanged}
      send={() => tell(`${props.path}/name`, { name: name(), reason: reason() })}
      onClose={props.onClose}
      onDone={() => void props.onChange().then(props.onClose)}
    >
      <label class="field">
        {said.name}
        <input
          required
          autocomplete="off"
          maxlength={limits.settingNameLengthMax}
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <Reason value={reason()} onChange={setReason} />
    </FormSheet>
  )
}

/** First where to, then the code that its reader tells. */
function AddressSheet(props: Open): JSX.Element {
  const [email, setEmail] = createSignal('')
  const [reason, setReason] = createSignal('')
  const [code, setCode] = createSignal('')
  const [isMailed, setIsMailed] = createSignal(false)
  async function send(): Promise<string | typeof notYet | null> {
    const asked = { email: email().trim(), reason: reason() }
    const path = `${props.path}/address`
    if (isMailed()) return tell(path, { ...asked, code: code() })
    const trouble = await tell(path, asked)
    setIsMailed(trouble === null)
    return trouble ?? notYet
  }
  return (
    <FormSheet
      title={said.addressTitle(props.member.name)}
      submit={isMailed() ? said.confirm : said.sendCode}
      done={said.addressChanged(props.member.name, email().trim())}
      send={send}
      beside={
        <Show when={isMailed()}>
          <button
            type="button"
            class="button"
            onClick={() => {
              setIsMailed(false)
              setCode('')
            }}
          >
            {words.signingIn.details.another}
          </button>
        </Show>
      }
      onClose={props.onClose}
      onDone={() => void props.onChange().then(props.onClose)}
    >
      <Show
        when={isMailed()}
        fallback={
          <>
            <p>{said.addressSentence(props.member.email)}</p>
            <label class="field">
              {said.address}
              <input
                type="email"
                required
                autocomplete="off"
                maxlength={limits.emailLengthMax}
                value={email()}
                onInput={(event) => setEmail(event.currentTarget.value)}
              />
            </label>
            <Reason value={reason()} onChange={setReason} />
          </>
        }
      >
        <p role="status">{said.sent(email().trim())}</p>
        <label class="field">
          {said.code}
          <input
            required
            inputmode="numeric"
            autocomplete="off"
            pattern="[0-9]{6}"
            maxlength="6"
            value={code()}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <p class="soft">{said.effects}</p>
      </Show>
    </FormSheet>
  )
}

function Reason(props: {
  readonly value: string
  readonly onChange: (reason: string) => void
}): JSX.Element {
  return (
    <>
      <label class="field">
        {said.reason}
        <input
          required
          aria-describedby="reason-hint"
          maxlength={limits.readdressReasonLengthMax}
          value={props.value}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      </label>
      <p class="soft" id="reason-hint">
        {said.reasonHint}
      </p>
    </>
  )
}
