/** How the team signs in: who has what, from when more than a mailed code is asked, and letting somebody begin again who has lost it. */
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { isLocalDate, type LocalDate } from '../../../domain/values/local-date.ts'
import { createAct } from '../../app/act.ts'
import { askSpace, readJson } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'

const said = words.signingIn

interface TeamMember {
  readonly id: string
  readonly name: string
  readonly ways: readonly ('app' | 'passkey')[]
}

interface TeamProofs {
  readonly team: readonly TeamMember[]
  readonly requiredOn: LocalDate | null
}

export function TeamSignIn(props: { readonly space: Space }): JSX.Element {
  const path = () => `/api/team-proofs/${props.space.catalogue.site.id}`
  const [told, { refetch }] = createResource(path, (from) => readJson<TeamProofs>(from))
  const [startingOver, setStartingOver] = createSignal<TeamMember | null>(null)
  const mayStartOver = (one: TeamMember) =>
    props.space.member.role === 'owner' && one.id !== props.space.member.id && one.ways.length > 0
  return (
    <section class="stack" aria-labelledby="team-sign-in">
      <h2 id="team-sign-in">{said.team}</h2>
      <p class="soft">{said.teamSentence}</p>
      <Show when={told.latest}>
        {(found) => (
          <>
            <ul class="waiting">
              <For each={found().team}>
                {(one) => (
                  <li>
                    <span>
                      {one.name}
                      <br />
                      <span class="soft">{waysText(one)}</span>
                    </span>
                    <Show when={mayStartOver(one)}>
                      <button
                        type="button"
                        class="button"
                        data-kind="quiet"
                        aria-label={said.startOverFor(one.name)}
                        onClick={() => setStartingOver(one)}
                      >
                        {said.startOver}
                      </button>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
            <Rule
              space={props.space}
              path={path()}
              requiredOn={found().requiredOn}
              onChange={() => void refetch()}
            />
          </>
        )}
      </Show>
      <Show when={startingOver()} keyed>
        {(one) => (
          <StartOver
            member={one}
            path={path()}
            onClose={() => {
              setStartingOver(null)
              void refetch()
            }}
          />
        )}
      </Show>
    </section>
  )
}

function waysText({ ways }: TeamMember): string {
  return ways.length === 0 ? said.mailAlone : ways.map((way) => said.ways[way]).join(', ')
}

function Rule(props: {
  readonly space: Space
  readonly path: string
  readonly requiredOn: LocalDate | null
  readonly onChange: () => void
}): JSX.Element {
  const [date, setDate] = createSignal(props.requiredOn ?? props.space.today)
  const act = createAct()
  async function set(requiredOn: LocalDate | null): Promise<void> {
    const body = await act.run(() => askSpace('POST', props.path, { requiredOn }))
    if (body !== null) props.onChange()
  }
  return (
    <>
      <form
        class="row"
        data-align="end"
        onSubmit={(event) => {
          event.preventDefault()
          if (isLocalDate(date())) void set(date())
        }}
      >
        <DateField label={said.requiredFrom} value={date()} onChange={setDate} />
        <button type="submit" class="button" disabled={act.isBusy()}>
          {props.requiredOn === null ? said.requireIt : said.changeDate}
        </button>
        <Show when={props.requiredOn !== null}>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            disabled={act.isBusy()}
            onClick={() => void set(null)}
          >
            {said.endRule}
          </button>
        </Show>
      </form>
      <p role="status">
        <Show when={props.requiredOn}>
          {(on) => said.askBy(words.amounts.dateWithin(on(), props.space.today))}
        </Show>
      </p>
      <p role="alert" class="state" data-tone="problem">
        {act.trouble()}
      </p>
    </>
  )
}

function StartOver(props: {
  readonly member: TeamMember
  readonly path: string
  readonly onClose: () => void
}): JSX.Element {
  const { id, name } = props.member
  return (
    <FormSheet
      title={said.startOverTitle(name)}
      submit={said.startOver}
      done={said.startedOver(name)}
      send={async () => {
        const path = `${props.path}/${id}/start-over`
        const answer = await askSpace('POST', path).catch(() => null)
        return answer?.ok === true ? null : (answer?.message ?? words.account.thisNeedsConnection)
      }}
      onClose={props.onClose}
    >
      <p>{said.startOverSentence}</p>
    </FormSheet>
  )
}
