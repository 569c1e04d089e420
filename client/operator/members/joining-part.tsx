/** The link by which people join, its code for a poster, and who waits for a yes. */
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { type Answer, askSpace } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { tierName } from './member-list.tsx'
import { Poster } from './poster.tsx'
import { type Joining, type JoinRequest, readJoining } from './read-members.ts'

const { people } = words

export function JoiningPart(props: {
  readonly space: Space
  readonly onChange: () => Promise<void>
}): JSX.Element {
  const path = () => `/api/join-link/${props.space.catalogue.site.id}`
  const [joining, { refetch }] = createResource(() => props.space.catalogue.site.id, readJoining)
  const [trouble, setTrouble] = createSignal('')
  async function act(ask: () => Promise<Answer>, said = (_body: unknown) => ''): Promise<void> {
    const answer = await ask().catch(() => null)
    setTrouble(
      answer?.ok === true
        ? said(answer.body)
        : (answer?.message ?? words.account.thisNeedsConnection),
    )
    await refetch()
    await props.onChange()
  }
  return (
    <section class="stack" aria-labelledby="joining">
      <h2 id="joining">{people.joinTitle}</h2>
      <p class="soft">{people.joinSentence}</p>
      <Show when={joining.latest}>
        {(found) => (
          <>
            <Requests
              space={props.space}
              requests={found().requests}
              onAnswer={({ id, name }, answer) =>
                void act(
                  () => askSpace('POST', `${path()}/${id}`, { answer }),
                  (body) => {
                    const { without } = body as { readonly without: string | null } // our own server
                    return without === null ? '' : people.withoutCode(name, without)
                  },
                )
              }
            />
            <Show when={found().link}>
              {(link) => <Link token={link().token} siteName={props.space.catalogue.site.name} />}
            </Show>
            <LinkForm
              space={props.space}
              link={found().link}
              onMake={(body) => void act(() => askSpace('POST', path(), body))}
              onEnd={() => void act(() => askSpace('DELETE', path()))}
            />
          </>
        )}
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
    </section>
  )
}

function Requests(props: {
  readonly space: Space
  readonly requests: Joining['requests']
  readonly onAnswer: (request: JoinRequest, answer: 'yes' | 'no') => void
}): JSX.Element {
  return (
    <Show when={props.requests.length > 0}>
      <h3>{people.requests}</h3>
      <ul class="waiting">
        <For each={props.requests}>
          {(request) => (
            <li>
              <span>
                <strong>{request.name}</strong>
                <br />
                <span class="soft">
                  {request.email} · {tierName(props.space, request)}
                  <Show when={request.code}>{(code) => <> · {people.withCode(code())}</>}</Show>
                </span>
              </span>
              <span class="row">
                <button
                  type="button"
                  class="button"
                  aria-label={people.acceptOne(request.name)}
                  onClick={() => props.onAnswer(request, 'yes')}
                >
                  {people.accept}
                </button>
                <button
                  type="button"
                  class="button"
                  data-kind="quiet"
                  aria-label={people.declineOne(request.name)}
                  onClick={() => props.onAnswer(request, 'no')}
                >
                  {people.decline}
                </button>
              </span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}

function Link(props: { readonly token: string; readonly siteName: string }): JSX.Element {
  const url = () => new URL(`/join/${props.token}`, location.href).href
  const [isPrinting, setIsPrinting] = createSignal(false)
  function printPoster(): void {
    setIsPrinting(true)
    addEventListener('afterprint', () => setIsPrinting(false), { once: true })
    print()
  }
  return (
    <div class="row">
      <div class="join-code">
        <QrCode text={url()} label={people.poster} />
      </div>
      <div class="stack grow">
        <code class="join-url">{url()}</code>
        <div>
          <button
            type="button"
            class="button"
            onClick={() =>
              void navigator.clipboard.writeText(url()).then(() => showToast(people.copied))
            }
          >
            {people.copy}
          </button>{' '}
          <button type="button" class="button" onClick={printPoster}>
            {people.printPoster}
          </button>
        </div>
        <Show when={isPrinting()}>
          <Poster siteName={props.siteName} url={url()} />
        </Show>
      </div>
    </div>
  )
}

function LinkForm(props: {
  readonly space: Space
  readonly link: Joining['link']
  readonly onMake: (body: object) => void
  readonly onEnd: () => void
}): JSX.Element {
  const isChosen = (id: string) => props.link?.tierIds.some((one) => one === id) ?? true
  return (
    <form
      class="stack"
      data-gap="small"
      onSubmit={(event) => {
        event.preventDefault()
        const said = new FormData(event.currentTarget)
        props.onMake({
          tierIds: said.getAll('tier'),
          needsApproval: said.has('needsApproval'),
          needsMethod: said.has('needsMethod'),
        })
      }}
    >
      <fieldset class="join-tiers">
        <legend>{people.joinTiers}</legend>
        <For each={props.space.catalogue.tiers}>
          {({ id, name }) => (
            <label class="choice">
              <input type="checkbox" name="tier" value={id} checked={isChosen(id)} />
              {name}
            </label>
          )}
        </For>
      </fieldset>
      <label class="choice">
        <input type="checkbox" name="needsApproval" checked={props.link?.needsApproval ?? true} />
        {people.needsApproval}
      </label>
      <label class="choice">
        <input type="checkbox" name="needsMethod" checked={props.link?.needsMethod ?? false} />
        {people.needsMethod}
      </label>
      <div class="row">
        <button type="submit" class="button">
          {props.link === null ? people.makeLink : people.replaceLink}
        </button>
        <Show when={props.link}>
          <button type="button" class="button" data-kind="quiet" onClick={() => props.onEnd()}>
            {people.endLink}
          </button>
        </Show>
      </div>
    </form>
  )
}
