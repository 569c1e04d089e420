/** The words of each kind of message: the location's own or the usual ones, checked as they are typed, and read with something real in them. */
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { isNewsKind, type NewsKind, newsKinds } from '../../../domain/news/news.ts'
import {
  type Template,
  templateProblems,
  templateVariables,
} from '../../../domain/news/template.ts'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import type { NewsOffice, Preview } from './news-office.ts'

const kinds = Object.keys(newsKinds).filter(isNewsKind)

export function Templates(props: { readonly office: NewsOffice }): JSX.Element {
  const said = words.messages
  const [kind, setKind] = createSignal<NewsKind>('booked')
  const nameOf = (one: NewsKind) =>
    props.office.own(one) === null ? said.kinds[one] : said.own(said.kinds[one])
  const shown = createMemo(() => ({ kind: kind(), own: props.office.own(kind()) }), undefined, {
    equals: (a, b) =>
      a.kind === b.kind && a.own?.text === b.own?.text && a.own?.subject === b.own?.subject,
  })
  return (
    <section class="stack" data-gap="small">
      <h2>{said.wordsTitle}</h2>
      <p class="soft">{said.wordsSentence}</p>
      <label class="field">
        {said.kind}
        <select
          value={kind()}
          onChange={(event) => {
            const next = event.currentTarget.value
            if (isNewsKind(next)) setKind(next)
          }}
        >
          <For each={kinds}>{(one) => <option value={one}>{nameOf(one)}</option>}</For>
        </select>
      </label>
      <Show when={shown()} keyed>
        {(one) => <TemplateForm office={props.office} kind={one.kind} own={one.own} />}
      </Show>
    </section>
  )
}

function TemplateForm(props: {
  readonly office: NewsOffice
  readonly kind: NewsKind
  readonly own: Template | null
}): JSX.Element {
  const said = words.messages
  const [template, setTemplate] = createSignal<Template>(
    props.own ?? words.news.templates[props.kind],
  )
  const [preview, setPreview] = createSignal<Preview | null>(null)
  const problems = () => templateProblems(props.kind, template())
  const problemAt = (field: keyof Template) => {
    const found = problems().find((one) => one.field === field)
    return found === undefined ? null : said.problem(found)
  }
  async function save(): Promise<void> {
    if (await props.office.save(props.kind, template())) showToast(said.saved)
  }
  return (
    <form
      class="stack setting"
      data-gap="small"
      aria-label={said.wordsTitle}
      onSubmit={(event) => {
        event.preventDefault()
        if (problems().length === 0) void save()
      }}
    >
      <label class="field">
        {said.subject}
        <input
          value={template().subject}
          aria-invalid={problemAt('subject') !== null}
          onInput={(event) => setTemplate({ ...template(), subject: event.currentTarget.value })}
        />
        <span class="soft" data-problem="">
          {problemAt('subject')}
        </span>
      </label>
      <label class="field">
        {said.text}
        <textarea
          rows="5"
          value={template().text}
          aria-invalid={problemAt('text') !== null}
          onInput={(event) => setTemplate({ ...template(), text: event.currentTarget.value })}
        />
        <span class="soft" data-problem="">
          {problemAt('text')}
        </span>
      </label>
      <p class="soft">{said.variables(templateVariables[props.kind])}</p>
      <p role="alert" class="state" data-tone="problem">
        {props.office.trouble()}
      </p>
      <div class="row">
        <button type="submit" class="button" data-kind="primary" disabled={problems().length > 0}>
          {said.save}
        </button>
        <button
          type="button"
          class="button"
          onClick={() =>
            void props.office.preview(props.kind, template()).then((read) => setPreview(read))
          }
        >
          {said.preview}
        </button>
        <Show when={props.own !== null}>
          <button type="button" class="button" onClick={() => void props.office.reset(props.kind)}>
            {said.reset}
          </button>
        </Show>
      </div>
      <Show when={preview()}>{(read) => <Reading preview={read()} />}</Show>
    </form>
  )
}

function Reading(props: { readonly preview: Preview }): JSX.Element {
  return (
    <section class="card stack" data-gap="small" aria-label={words.messages.previewTitle}>
      <strong>{props.preview.subject}</strong>
      <For each={props.preview.paragraphs}>{(text) => <p class="as-typed">{text}</p>}</For>
    </section>
  )
}
