/** The documents of a bill: opened, shared and checked on this device, with or without a network. */
import { createResource, createSignal, For, type JSX, onMount, Show } from 'solid-js'
import {
  nameOf,
  type Paper,
  type PaperFacts,
  papersOf,
  type SigningKey,
} from '../../domain/billing/papers/paper.ts'
import type { BillStory } from '../../domain/billing/payment.ts'
import { assertNever } from '../../domain/values/assert.ts'
import { createPaperBytes } from '../store/papers.ts'
import { fetchPaper } from '../sync/keep-papers.ts'
import { handFile } from '../ui/hand-file.ts'
import { words } from '../ui/words.ts'
import { type Checked, checkPaper } from './check-paper.ts'
import { openFile, toPdf } from './open-paper.ts'

export interface ListedPapers {
  readonly papers: readonly Paper[]
  readonly keys: readonly SigningKey[]
}

export function PaperList(props: {
  readonly story: BillStory
  readonly listed: ListedPapers
}): JSX.Element {
  const own = () => props.listed.papers.filter(({ billId }) => billId === props.story.bill.id)
  return (
    <section class="stack papers" data-gap="small" aria-labelledby="papers">
      <h2 id="papers">{words.papers.title}</h2>
      <ul class="paper-list">
        <For each={papersOf(props.story)}>
          {(facts) => (
            <Show when={own().find(({ id }) => id === nameOf(facts).id)}>
              {(paper) => <PaperRow facts={facts} paper={paper()} keys={props.listed.keys} />}
            </Show>
          )}
        </For>
      </ul>
      <Show when={own().length === 0}>
        <p class="soft" role="status">
          {words.papers.none}
        </p>
      </Show>
    </section>
  )
}

function PaperRow(props: {
  readonly facts: PaperFacts
  readonly paper: Paper
  readonly keys: readonly SigningKey[]
}): JSX.Element {
  const kept = createPaperBytes(() => props.paper.sha256)
  const [checked] = createResource(
    () => ({ ...props, bytes: kept() ?? null }),
    ({ facts, paper, keys, bytes }) => checkPaper(facts, paper, keys, bytes),
  )
  const [isMissing, setIsMissing] = createSignal(false)

  async function use(act: (file: File) => void): Promise<void> {
    const bytes = kept() ?? (await fetchPaper(props.paper.sha256))
    setIsMissing(bytes === null)
    if (bytes !== null) act(toPdf(props.paper, bytes))
  }

  return (
    <li id={props.paper.id} tabindex="-1" ref={(row) => onMount(() => focusIfNamed(row))}>
      <strong>
        {props.facts.kind === 'bill'
          ? words.billing.named(props.facts.bill)
          : words.papers.named(props.paper.kind, props.paper.number)}
      </strong>
      <span class="row">
        <button
          type="button"
          class="button"
          aria-label={words.papers.openOf(props.paper.kind, props.paper.number)}
          onClick={() => void use(openFile)}
        >
          {words.papers.open}
        </button>
        <Hand paper={props.paper} onHand={(act) => void use(act)} />
      </span>
      <Show when={checked()}>
        {(found) => <Seal checked={found()} company={props.facts.bill.company.name} />}
      </Show>
      <Show when={isMissing()}>
        <span class="soft" role="alert">
          {words.papers.unreachable}
        </span>
      </Show>
    </li>
  )
}

/** The mail of a payment leads to its receipt. */
function focusIfNamed(row: HTMLElement): void {
  if (location.hash === `#${row.id}`) row.focus()
}

/** To whatever the device shares with; where it shares no files, to its downloads. */
function Hand(props: {
  readonly paper: Paper
  readonly onHand: (act: (file: File) => void) => void
}): JSX.Element {
  const probe = new File(['%PDF'], 'probe.pdf', { type: 'application/pdf' })
  const isShared = navigator.canShare?.({ files: [probe] }) === true
  const name = () => [props.paper.kind, props.paper.number] as const
  return (
    <button
      type="button"
      class="button"
      data-kind="quiet"
      aria-label={isShared ? words.papers.shareOf(...name()) : words.papers.saveOf(...name())}
      onClick={() =>
        props.onHand((file) => {
          if (isShared)
            void navigator.share({ files: [file] }).catch(() => undefined) // they thought better of it
          else handFile(file.name, file)
        })
      }
    >
      {isShared ? words.papers.share : words.papers.save}
    </button>
  )
}

function Seal(props: { readonly checked: Checked; readonly company: string }): JSX.Element {
  const said = () => {
    switch (props.checked) {
      case 'matches':
        return words.papers.matches(props.company)
      case 'differs':
        return words.papers.differs(props.company)
      case 'unknown':
        return words.papers.unknown
      default:
        return assertNever(props.checked)
    }
  }
  return (
    <span class="soft" data-checked={props.checked}>
      {said()}
    </span>
  )
}
