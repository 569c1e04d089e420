/** What went out, what waits, and what came back with why. */
import { For, type JSX, Show } from 'solid-js'
import { toInstant } from '../../../domain/values/instant.ts'
import type { Space } from '../../app/with-space.tsx'
import { instantText } from '../../ui/policy-text.ts'
import { words } from '../../ui/words.ts'
import type { LoggedNews, NewsOffice } from './news-office.ts'

const failed = ['came-back', 'given-up']

export function NewsLog(props: {
  readonly office: NewsOffice
  readonly space: Space
}): JSX.Element {
  const said = words.messages
  const log = () => props.office.told()?.log ?? []
  const missing = () => log().filter(({ state }) => failed.includes(state)).length
  return (
    <section class="stack" data-gap="small">
      <h2>{said.logTitle}</h2>
      <p class="soft">{said.logSentence}</p>
      <p role="status">
        <Show when={missing() > 0}>{said.failed(missing())}</Show>
      </p>
      <ul class="facts">
        <For each={log()} fallback={<li class="soft">{said.none}</li>}>
          {(one) => <Logged one={one} space={props.space} />}
        </For>
      </ul>
      <div class="row">
        <button type="button" class="button" onClick={() => void props.office.read()}>
          {said.refresh}
        </button>
      </div>
    </section>
  )
}

function Logged(props: { readonly one: LoggedNews; readonly space: Space }): JSX.Element {
  const said = words.messages
  const at = () =>
    instantText(toInstant(props.one.madeAt), props.space.catalogue.zone, props.space.today)
  return (
    <li>
      <div>
        {props.one.subject ?? said.kinds[props.one.kind]}
        <p class="soft">{[props.one.memberName, said.way(props.one.channel), at()].join(' · ')}</p>
        <Show when={props.one.problem}>{(problem) => <p class="soft">{problem()}</p>}</Show>
      </div>
      <span class="state" data-tone={failed.includes(props.one.state) ? 'problem' : undefined}>
        {said.state(props.one.state)}
      </span>
    </li>
  )
}
