/** Whether the books and whoever moves the money say the same, since when that is known, and what was alarming. */
import { createResource, For, type JSX, Show } from 'solid-js'
import { type Instant, toInstant } from '../../../domain/values/instant.ts'
import type { Money } from '../../../domain/values/money.ts'
import { formatMinute, toWallTime } from '../../../domain/values/zone.ts'
import { createAct } from '../../app/act.ts'
import { askSpace, readJson } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { words } from '../../ui/words.ts'

const said = words.payments

/** As the space tells it. */
interface Told {
  readonly mode: string
  readonly report: {
    readonly at: Instant
    readonly drifts: readonly {
      readonly kind: 'not-here' | 'not-there'
      readonly about: string
      readonly amount: Money
    }[]
    readonly sums: readonly { readonly here: Money; readonly there: Money }[]
    readonly disputed: readonly Money[]
  } | null
  readonly alarms: readonly { readonly kind: string; readonly at: number; readonly about: string }[]
}

export function MatchPart(props: { readonly space: Space }): JSX.Element {
  const [told, { refetch }] = createResource(() => readJson<Told>('/api/payments'))
  const act = createAct()

  async function look(): Promise<void> {
    const found = await act.run(() => askSpace('POST', '/api/payments/look'))
    if (found !== null) await refetch()
  }
  const isOff = () => told.latest === null || told.latest?.mode === 'off'
  return (
    <Show when={!isOff() && told.latest}>
      {(found) => (
        <section class="stack" data-gap="small" aria-labelledby="match">
          <h2 id="match">{said.title}</h2>
          <Show when={said.ribbon(found().mode)}>
            {(text) => (
              <p class="state" data-tone="held">
                {text()}
              </p>
            )}
          </Show>
          <p class="soft">{said.sentence}</p>
          <div role="status">
            <Report told={found()} space={props.space} />
            <Show when={act.trouble()}>{(text) => <p>{text()}</p>}</Show>
          </div>
          <div>
            <button
              type="button"
              class="button"
              disabled={act.isBusy()}
              onClick={() => void look()}
            >
              {act.isBusy() ? said.looking : said.look}
            </button>
          </div>
          <Alarms told={found()} space={props.space} />
        </section>
      )}
    </Show>
  )
}

function Report(props: { readonly told: Told; readonly space: Space }): JSX.Element {
  const when = (at: Instant) => {
    const { date, minute } = toWallTime(props.space.catalogue.zone, at)
    return `${words.amounts.dateWithin(date, props.space.today)}, ${formatMinute(minute)}`
  }
  return (
    <Show when={props.told.report} fallback={<p>{said.neverLooked}</p>}>
      {(report) => (
        <>
          <p>
            <strong>
              {report().drifts.length + report().sums.length === 0
                ? said.matches(when(report().at))
                : said.differs(when(report().at))}
            </strong>
          </p>
          <ul>
            <For each={report().sums}>{(one) => <li>{said.sums(one.here, one.there)}</li>}</For>
            <For each={report().drifts}>
              {(one) => <li>{said.drift(one.kind, one.amount, one.about)}</li>}
            </For>
            <For each={report().disputed}>{(amount) => <li>{said.disputed(amount)}</li>}</For>
          </ul>
        </>
      )}
    </Show>
  )
}

function Alarms(props: { readonly told: Told; readonly space: Space }): JSX.Element {
  const { zone } = props.space.catalogue
  return (
    <Show when={props.told.alarms.length > 0}>
      <details>
        <summary>{said.alarms}</summary>
        <ul>
          <For each={props.told.alarms}>
            {({ kind, at, about }) => (
              <li>
                {momentText(zone, toInstant(at), props.space.today)}: {said.alarm(kind, about)}
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}
