import { createSignal, For, type JSX, Show } from 'solid-js'
import {
  type ArticleState,
  type ArticleText,
  ticketCategories,
} from '../../../domain/bookings/wishes/support-requests.ts'
import type { TeamArticle } from '../../../domain/support/support-sections.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { Continued } from '../continued.tsx'
import { createFormDraft } from '../form-draft.ts'
import { SelectField, TextField } from '../settings/fields.tsx'
import { WhenOffline } from '../when-offline.tsx'
import { setUp } from './act.ts'

/** One answer while it is written; saved on the state that was looked at, so that nobody's words are lost unseen. */
export function ArticleSheet(props: {
  readonly space: Space
  readonly articles: readonly TeamArticle[]
  /** Null writes a new one. */
  readonly article: TeamArticle | null
  readonly onClose: () => void
}): JSX.Element {
  const draft = createFormDraft<ArticleText>(
    `article/${props.article?.id ?? props.space.catalogue.site.id}`,
    textOf(props.article),
    props.article?.revision ?? 0,
  )
  const [trouble, setTrouble] = createSignal('')
  async function save(state: ArticleState): Promise<void> {
    const { id: siteId } = props.space.catalogue.site
    const article = { ...draft.value(), state }
    const why = await setUp('article.save', { siteId, article, revision: draft.revision() })
    if (why !== null) return void setTrouble(why)
    draft.end()
    showToast(words.supportDesk.saved)
    props.onClose()
  }
  const title = props.article === null ? words.supportDesk.newArticle : props.article.title
  return (
    <Sheet title={title} onClose={props.onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void save('published')
        }}
      >
        <Continued draft={draft} />
        <WhenOffline isKept />
        <Fields articles={props.articles} text={draft.value()} onChange={draft.change} />
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
        <div class="row">
          <button type="submit" class="button" data-kind="primary">
            {words.supportDesk.publish}
          </button>
          <button type="button" class="button" onClick={() => void save('draft')}>
            {words.supportDesk.saveDraft}
          </button>
          <Show when={props.article !== null}>
            <button type="button" class="button" onClick={() => void save('retired')}>
              {words.supportDesk.retire}
            </button>
          </Show>
        </div>
      </form>
    </Sheet>
  )
}

interface FieldsProps {
  readonly articles: readonly TeamArticle[]
  readonly text: ArticleText
  readonly onChange: (change: Partial<ArticleText>) => void
}

function Fields(props: FieldsProps): JSX.Element {
  return (
    <>
      <TextField
        label={words.supportDesk.articleTitle}
        value={props.text.title}
        problem={null}
        onChange={(changed) => props.onChange({ title: changed })}
      />
      <label class="field">
        {words.supportDesk.articleBody}
        <textarea
          rows="8"
          maxlength={limits.articleBodyLengthMax}
          aria-describedby="article-hint"
          value={props.text.body}
          onInput={(event) => props.onChange({ body: event.currentTarget.value })}
        />
      </label>
      <p class="soft" id="article-hint">
        {words.supportDesk.articleHint}
      </p>
      <div class="two-fields">
        <TextField
          label={words.supportDesk.language}
          hint={words.supportDesk.languageHint}
          value={props.text.language}
          problem={null}
          onChange={(language) => props.onChange({ language })}
        />
        <SelectField
          label={words.support.category}
          value={props.text.category}
          problem={null}
          options={Object.values(ticketCategories).map((value) => ({
            value,
            label: words.support.categories[value],
          }))}
          onChange={(category) => props.onChange({ category })}
        />
      </div>
      <Translates {...props} />
    </>
  )
}

function Translates(props: FieldsProps): JSX.Element {
  const originals = () =>
    props.articles.filter(({ id, translates }) => translates === null && id !== props.text.id)
  return (
    <label class="field">
      {words.supportDesk.translates}
      <select
        value={props.text.translates ?? ''}
        onChange={({ currentTarget }) => {
          const found = originals().find(({ id }) => id === currentTarget.value)
          props.onChange({ translates: found?.id ?? null })
        }}
      >
        <option value="">{words.supportDesk.ofItsOwn}</option>
        <For each={originals()}>
          {({ id, title: other }) => (
            <option value={id} selected={id === props.text.translates}>
              {other}
            </option>
          )}
        </For>
      </select>
    </label>
  )
}

function textOf(article: TeamArticle | null): ArticleText {
  if (article === null) {
    return {
      ...{ id: freshId('article'), language: 'en', translates: null, category: 'general' },
      ...{ title: '', body: '', state: 'draft' },
    }
  }
  const { id, language, translates, category, title, body, state } = article
  return { id, language, translates, category, title, body, state }
}
