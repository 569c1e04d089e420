/** The billing run: what would be issued, then its progress, which goes on whether somebody looks or not. */
import {
  createEffect,
  createResource,
  createSignal,
  For,
  type JSX,
  onCleanup,
  Show,
} from 'solid-js'
import { nextPeriod, periodBefore, periodOf } from '../../../domain/billing/billing-period.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { add, type Money, zero } from '../../../domain/values/money.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import {
  type BillingRun,
  type Books,
  type RunPreview,
  readPreview,
  sendBilling,
} from './read-books.ts'

/** How often a run that goes on is asked about. */
const LOOK_EVERY_MS = 700

export function RunPart(props: {
  readonly space: Space
  readonly books: Books
  readonly onChange: () => Promise<void>
}): JSX.Element {
  const running = () => props.books.runs.find(({ isOver }) => !isOver)
  createEffect(() => {
    if (running() === undefined) return
    const timer = setTimeout(() => void props.onChange(), LOOK_EVERY_MS)
    onCleanup(() => clearTimeout(timer))
  })
  const over = () => props.books.runs.filter(({ isOver }) => isOver)
  return (
    <section class="stack">
      <p class="soft">{words.billing.runSentence}</p>
      <div role="status">
        <Show when={running()}>{(run) => <Progress run={run()} />}</Show>
      </div>
      <Show
        when={props.space.catalogue.site.billing.startsOn !== null}
        fallback={
          <p>
            {words.billing.notYet} <a href="/operator/money/settings">{words.billing.begin}</a>
          </p>
        }
      >
        <Show when={running() === undefined}>
          <NextRun space={props.space} books={props.books} onChange={props.onChange} />
        </Show>
      </Show>
      <h2>{words.billing.runs}</h2>
      <ul class="waiting">
        <For each={over()} fallback={<li class="soft">{words.billing.noRuns}</li>}>
          {(run) => (
            <li>
              <span>{words.billing.period(run)}</span>
              <span class="soft">{words.billing.runDone(run.issued)}</span>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

function Progress(props: { readonly run: BillingRun }): JSX.Element {
  return (
    <div class="card stack" data-gap="small">
      <strong>{words.billing.period(props.run)}</strong>
      <progress
        value={props.run.done}
        max={props.run.payers}
        aria-label={words.billing.period(props.run)}
      />
      <span class="soft">
        {words.billing.running(props.run.done, props.run.payers)},{' '}
        {words.billing.runDone(props.run.issued)}
      </span>
    </div>
  )
}

/** After the last one that was billed; where none was, the one that is over, unless it was not billed from here. */
function nextFrom({ catalogue, today }: Space, { runs }: Books): LocalDate {
  const { billingDay, startsOn } = catalogue.site.billing
  const newest = runs[0]
  if (newest !== undefined) return nextPeriod(billingDay, newest).from
  const last = periodBefore(billingDay, periodOf(billingDay, today))
  return startsOn !== null && last.until <= startsOn ? periodOf(billingDay, today).from : last.from
}

function NextRun(props: {
  readonly space: Space
  readonly books: Books
  readonly onChange: () => Promise<void>
}): JSX.Element {
  const { site } = props.space.catalogue
  const [isLooking, setIsLooking] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const from = () => nextFrom(props.space, props.books)
  const [preview] = createResource(
    () => (isLooking() ? from() : null),
    (first) => readPreview(site.id, first),
  )

  async function issue(): Promise<void> {
    const said = await sendBilling('bills.issue', { siteId: site.id, from: from() })
    setTrouble(said)
    if (said !== null) return
    setIsLooking(false)
    await props.onChange()
  }

  return (
    <div class="card stack">
      <h2>{words.billing.previewOf(periodOf(site.billing.billingDay, from()))}</h2>
      <Show
        when={isLooking()}
        fallback={
          <div class="row">
            <button
              type="button"
              class="button"
              data-kind="primary"
              onClick={() => setIsLooking(true)}
            >
              {words.billing.preview}
            </button>
          </div>
        }
      >
        <Show when={preview.loading}>
          <div class="skeleton" aria-hidden="true" />
        </Show>
        <Show when={preview() === null}>
          <p>{words.settings.needsConnection}</p>
        </Show>
        <Show when={preview()}>
          {(found) => <Previewed preview={found()} onIssue={() => void issue()} />}
        </Show>
      </Show>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
    </div>
  )
}

function Previewed(props: {
  readonly preview: RunPreview
  readonly onIssue: () => void
}): JSX.Element {
  const issued = () => props.preview.bills.filter(({ isIssued }) => isIssued)
  const sum = (): Money =>
    issued().reduce((all, { total }) => add(all, total), zero(issued()[0]?.total.currency ?? 'EUR'))
  return (
    <>
      <p>
        {issued().length === 0
          ? words.billing.nothingToIssue
          : words.billing.inAll(sum(), issued().length)}
      </p>
      <ul class="waiting preview">
        <For each={props.preview.bills}>
          {({ payerName, total, lines }) => (
            <li>
              <span>
                {payerName} <span class="soft">{words.billing.lines(lines)}</span>
              </span>
              <span>{words.billing.waits(total)}</span>
            </li>
          )}
        </For>
      </ul>
      <Show
        when={props.preview.isOver}
        fallback={<p class="soft">{words.billing.canIssueOn(props.preview.period.until)}</p>}
      >
        <div class="row">
          <button
            type="button"
            class="button"
            data-kind="primary"
            disabled={issued().length === 0}
            onClick={() => props.onIssue()}
          >
            {words.billing.issue(issued().length)}
          </button>
        </div>
      </Show>
    </>
  )
}
