/** The words of each kind of message: the location's own or the usual ones, checked as they are typed, and read with something real in them. */
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { isNewsKind, type NewsKind, newsKinds } from '../../../domain/news/news.ts'
import {
  type Template,
  templateProblems,
  templateVariables,
} from '../../../domain/news/template.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import { usualLanguage } from '../../../domain/values/language-code.ts'
import { languageName } from '../../ui/language-name.ts'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { Continued } from '../continued.tsx'
import { createFormDraft } from '../form-draft.ts'
import { WhenOffline } from '../when-offline.tsx'
import type { NewsOffice, Preview } from './news-office.ts'

const kinds = Object.keys(newsKinds).filter(isNewsKind)

export function Templates(props: {
  readonly office: NewsOffice
  /** In which the location writes beside the usual one. */
  readonly languages: readonly string[]
}): JSX.Element {
  const said = words.messages
  const [kind, setKind] = createSignal<NewsKind>('booked')
  const [language, setLanguage] = createSignal(usualLanguage)
  const nameOf = (one: NewsKind) =>
    props.office.own(one, language()) === null ? said.kinds[one] : said.own(said.kinds[one])
  const read = () => ({
    ...{ kind: kind(), language: language() },
    own: props.office.own(kind(), language()),
  })
  // Words that were read again and are the same leave what is being typed alone.
  const shown = createMemo(read, undefined, {
    equals: (a, b) => fingerprint(a) === fingerprint(b),
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
      <Show when={props.languages.length > 0}>
        <label class="field">
          {said.language}
          <select value={language()} onChange={(event) => setLanguage(event.currentTarget.value)}>
            <For each={[usualLanguage, ...props.languages]}>
              {(one) => <option value={one}>{languageName(one)}</option>}
            </For>
          </select>
        </label>
      </Show>
      <Show when={shown()} keyed>
        {(one) => <TemplateForm office={props.office} {...one} />}
      </Show>
    </section>
  )
}

function TemplateForm(props: {
  readonly office: NewsOffice
  readonly kind: NewsKind
  readonly language: string
  readonly own: Template | null
}): JSX.Element {
  const said = words.messages
  const draft = createFormDraft<Template>(
    `template/${props.office.siteId()}/${props.kind}/${props.language}`,
    props.own ?? words.news.templates[props.kind],
    0,
  )
  const template = draft.value
  const [preview, setPreview] = createSignal<Preview | null>(null)
  const problems = () => templateProblems(props.kind, template())
  const problemAt = (field: keyof Template) => {
    const found = problems().find((one) => one.field === field)
    return found === undefined ? null : said.problem(found)
  }
  async function save(): Promise<void> {
    // Once it is saved this form is made anew, and must not find what was typed.
    draft.end()
    if (await props.office.save(props.kind, props.language, template())) showToast(said.saved)
    else draft.change({})
  }
  return (
    <form
      class="stack setting"
      aria-label={said.wordsTitle}
      onSubmit={(event) => {
        event.preventDefault()
        if (problems().length === 0) void save()
      }}
    >
      <Continued draft={draft} />
      <WhenOffline isKept />
      <Words
        template={template()}
        language={props.language}
        problemAt={problemAt}
        onChange={draft.change}
      />
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
            void props.office
              .preview(props.kind, props.language, template())
              .then((read) => setPreview(read))
          }
        >
          {said.preview}
        </button>
        <Show when={props.own !== null}>
          <button
            type="button"
            class="button"
            onClick={() => {
              draft.end()
              void props.office.reset(props.kind, props.language)
            }}
          >
            {props.language === usualLanguage ? said.reset : said.resetIn}
          </button>
        </Show>
      </div>
      <Show when={preview()}>
        {(read) => <Reading preview={read()} language={props.language} />}
      </Show>
    </form>
  )
}

function Words(props: {
  readonly template: Template
  readonly language: string
  readonly problemAt: (field: keyof Template) => string | null
  readonly onChange: (template: Template) => void
}): JSX.Element {
  const said = words.messages
  const type = (field: keyof Template, typed: string) =>
    props.onChange({ ...props.template, [field]: typed })
  return (
    <>
      <label class="field">
        {said.subject}
        <input
          lang={props.language}
          value={props.template.subject}
          aria-invalid={props.problemAt('subject') !== null}
          onInput={(event) => type('subject', event.currentTarget.value)}
        />
        <span class="soft" data-problem="">
          {props.problemAt('subject')}
        </span>
      </label>
      <label class="field">
        {said.text}
        <textarea
          rows="5"
          lang={props.language}
          value={props.template.text}
          aria-invalid={props.problemAt('text') !== null}
          onInput={(event) => type('text', event.currentTarget.value)}
        />
        <span class="soft" data-problem="">
          {props.problemAt('text')}
        </span>
      </label>
    </>
  )
}

function Reading(props: { readonly preview: Preview; readonly language: string }): JSX.Element {
  const title = words.messages.previewTitle
  return (
    <section class="card stack" data-gap="small" aria-label={title} lang={props.language}>
      <strong>{props.preview.subject}</strong>
      <For each={props.preview.paragraphs}>{(text) => <p class="as-typed">{text}</p>}</For>
    </section>
  )
}
