/** One member, as the team sees them. */
import {
  type Component,
  createResource,
  createSignal,
  For,
  type JSX,
  Show,
  Suspense,
} from 'solid-js'
import { openOf } from '../../../domain/billing/payment.ts'
import { placeName } from '../../../domain/sites/catalogue.ts'
import { type MemberId, toId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { add, zero } from '../../../domain/values/money.ts'
import { formatMinute, toWallTime } from '../../../domain/values/zone.ts'
import { type Answer, askSpace } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { createUnsentText } from '../../store/unsent-text.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { RoleField } from './invite-form.tsx'
import { mayManage } from './may-manage.ts'
import { dayText, hereText, tierName } from './member-list.tsx'
import { MemberRequests } from './member-requests.tsx'
import { NameAndAddress } from './name-and-address.tsx'
import { type ListedMember, type MemberDetails, readDetails } from './read-members.ts'

const { people } = words

/** Parts of other rooms, given by the routes. */
export interface MembersParts {
  readonly plan: Component<{ readonly space: Space; readonly memberId: MemberId }>
}

interface Shown {
  readonly space: Space
  readonly member: ListedMember
}

export function MemberPart(
  props: Shown & MembersParts & { readonly onChange: () => Promise<void> },
): JSX.Element {
  const site = () => props.space.catalogue.site
  const path = () => `/api/members/${site().id}/${props.member.id}`
  const [details, { refetch }] = createResource(
    () => [site().id, props.member.id] as const,
    readDetails,
  )
  const [trouble, setTrouble] = createSignal('')
  async function act(ask: () => Promise<Answer>): Promise<boolean> {
    const answer = await ask().catch(() => null)
    setTrouble(answer?.ok === true ? '' : (answer?.message ?? words.account.thisNeedsConnection))
    return answer?.ok === true
  }
  return (
    <>
      <BackLink href="/operator/members" label={people.title} />
      <h1>{props.member.name}</h1>
      <Facts {...props} details={details.latest ?? null} />
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
      <Show when={details.latest}>
        {(found) => (
          <div class="columns">
            <Bookings details={found()} space={props.space} />
            <MemberRequests space={props.space} memberId={props.member.id} />
            <Notes
              details={found()}
              space={props.space}
              memberId={props.member.id}
              onAdd={async (text) => {
                const isKept = await act(() => askSpace('POST', `${path()}/notes`, { text }))
                if (isKept) await refetch()
                return isKept
              }}
            />
          </div>
        )}
      </Show>
      <Show when={mayManage(props.space)}>
        <Suspense>
          <props.plan space={props.space} memberId={toId('member', props.member.id)} />
        </Suspense>
      </Show>
      <Show when={mayManage(props.space)}>
        <NameAndAddress {...props} path={path()} />
      </Show>
      <Show when={mayManage(props.space) && props.member.role !== 'owner'}>
        <Managing {...props} path={path()} act={act} />
      </Show>
    </>
  )
}

function Facts(props: Shown & { readonly details: MemberDetails | null }): JSX.Element {
  const { currency } = props.space.catalogue.site
  const open = () => {
    const bills = props.details?.bills ?? null
    if (bills === null) return null
    return bills.reduce((sum, story) => add(sum, openOf(story)), zero(currency))
  }
  const facts = (): readonly (readonly [string, string])[] => [
    [people.email, props.member.email],
    [people.membership, tierName(props.space, props.member)],
    [people.role, people.roles[props.member.role]],
    [people.lastHere, hereText(props.space, props.member)],
    [people.lastSignedIn, dayText(props.space, props.member.seenAt)],
    ...(props.details?.consents ?? []).map(
      ({ version, acceptedAt }) =>
        [people.consents, people.acceptedVersion(version, dayOf(props.space, acceptedAt))] as const,
    ),
  ]
  return (
    <dl class="member-facts">
      <For each={facts()}>
        {([term, said]) => (
          <div>
            <dt class="soft">{term}</dt>
            <dd>{said}</dd>
          </div>
        )}
      </For>
      <Show when={open()}>
        {(sum) => (
          <div>
            <dt class="soft">{words.billing.open}</dt>
            <dd>
              <a href="/operator/money">{words.amounts.money(sum())}</a>
            </dd>
          </div>
        )}
      </Show>
    </dl>
  )
}

function Bookings(props: { readonly details: MemberDetails; readonly space: Space }): JSX.Element {
  return (
    <section class="stack" data-gap="small">
      <h2>{people.bookings}</h2>
      <Show when={props.details.bookings.length > 0} fallback={<p>{people.noBookings}</p>}>
        <ul class="waiting">
          <For each={props.details.bookings}>
            {({ resourceId, wall, state }) => (
              <li>
                <span>
                  {placeName(props.space.catalogue, resourceId) ?? ''}
                  <br />
                  <span class="soft">
                    {words.amounts.date(wall.start.date, props.space.today)},{' '}
                    {formatMinute(wall.start.minute)}–{formatMinute(wall.end.minute)}
                  </span>
                </span>
                <span class="soft">{words.states.words[state]}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function Notes(props: {
  readonly details: MemberDetails
  readonly space: Space
  readonly memberId: string
  /** Whether the space has it. */
  readonly onAdd: (text: string) => Promise<boolean>
}): JSX.Element {
  const note = createUnsentText(`note/${props.memberId}`)
  return (
    <section class="stack" data-gap="small">
      <h2>{people.notes}</h2>
      <p class="soft">{people.notesSentence}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void note.send(props.onAdd)
        }}
      >
        <label class="field">
          {people.note}
          <textarea
            ref={note.field}
            rows="2"
            required
            maxlength={limits.memberNoteLengthMax}
            value={note.text()}
            onInput={(event) => note.write(event.currentTarget.value)}
          />
        </label>
        <div>
          <button type="submit" class="button" disabled={note.isSending()}>
            {people.addNote}
          </button>
        </div>
      </form>
      <ul class="waiting">
        <For each={props.details.notes}>
          {({ text, by, at }) => (
            <li>
              <span class="as-typed">{text}</span>
              <span class="soft">
                {by} · {dayOf(props.space, at)}
              </span>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

function Managing(
  props: Shown & {
    readonly path: string
    readonly act: (ask: () => Promise<Answer>) => Promise<boolean>
    readonly onChange: () => Promise<void>
  },
): JSX.Element {
  const [isAsking, setIsAsking] = createSignal(false)
  const { site } = props.space.catalogue
  return (
    <section class="stack">
      <form
        class="row"
        data-align="end"
        onSubmit={(event) => {
          event.preventDefault()
          const said = Object.fromEntries(new FormData(event.currentTarget))
          void props.act(() => askSpace('POST', `${props.path}/role`, said)).then(props.onChange)
        }}
      >
        <RoleField value={props.member.role} />
        <button type="submit" class="button">
          {people.changeRole}
        </button>
      </form>
      <div class="row">
        <button
          type="button"
          class="button"
          onClick={() =>
            void props
              .act(() => askSpace('POST', `${props.path}/invite`))
              .then((isSent) => isSent && showToast(people.sentAgain))
          }
        >
          {people.inviteAgain}
        </button>
        <button type="button" class="button" onClick={() => setIsAsking(true)}>
          {people.remove}
        </button>
      </div>
      <Show when={isAsking()}>
        <Sheet title={people.removeTitle(props.member.name)} onClose={() => setIsAsking(false)}>
          <div class="stack">
            <p>{people.removeSentence(site.name)}</p>
            <button
              type="button"
              class="button"
              data-kind="primary"
              onClick={() =>
                void props
                  .act(() => askSpace('DELETE', props.path))
                  .then((isGone) => isGone && showToast(people.removed(props.member.name)))
                  .then(() => setIsAsking(false))
                  .then(props.onChange)
              }
            >
              {people.remove}
            </button>
            <button type="button" class="button" onClick={() => setIsAsking(false)}>
              {people.keep}
            </button>
          </div>
        </Sheet>
      </Show>
    </section>
  )
}

function dayOf(space: Space, at: Parameters<typeof toWallTime>[1]): string {
  return words.amounts.date(toWallTime(space.catalogue.zone, at).date, space.today)
}
