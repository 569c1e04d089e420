/** All documents of a year as one file. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { BillStory } from '../../domain/billing/payment.ts'
import { createPapers, readPaperBytes } from '../store/papers.ts'
import { handFile } from '../ui/hand-file.ts'
import { words } from '../ui/words.ts'

export function YearDownload(props: { readonly bills: readonly BillStory[] }): JSX.Element {
  const kept = createPapers()
  const own = () => {
    const shown = new Set(props.bills.map(({ bill }) => bill.id))
    return (kept()?.papers ?? []).filter(({ billId }) => shown.has(billId))
  }
  const years = () => [...new Set(own().map(({ on }) => on.slice(0, 4)))].sort().reverse()
  const [chosen, setChosen] = createSignal<string | null>(null)
  const [missing, setMissing] = createSignal(0)
  const year = () => chosen() ?? years()[0] ?? ''

  async function download(): Promise<void> {
    const [{ packYear }, { fetchPaper }] = await Promise.all([
      import('./year-archive.ts'),
      import('../sync/keep-papers.ts'),
    ])
    const read = async (sha256: string) =>
      (await readPaperBytes(sha256)) ?? (await fetchPaper(sha256))
    const packed = await packYear(year(), own(), props.bills, read)
    setMissing(packed.missing)
    const file = new Blob([packed.bytes], { type: 'application/zip' })
    handFile(`${words.billing.title}-${year()}.zip`, file)
  }

  return (
    <Show when={years().length > 0}>
      <section class="stack" aria-labelledby="year">
        <h2 id="year">{words.papers.year}</h2>
        <p class="soft">{words.papers.yearSentence}</p>
        <div class="row" data-align="end">
          <label class="field">
            {words.papers.which}
            <select value={year()} onChange={(event) => setChosen(event.currentTarget.value)}>
              <For each={years()}>{(one) => <option value={one}>{one}</option>}</For>
            </select>
          </label>
          <button type="button" class="button" onClick={() => void download()}>
            {words.papers.download}
          </button>
        </div>
        <p role="status">{missing() === 0 ? '' : words.papers.missing(missing())}</p>
      </section>
    </Show>
  )
}
