/** Answers: written, put in order, said in other languages, published and retired. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { TeamArticle } from '../../../domain/support/support-sections.ts'
import type { Space } from '../../app/with-space.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { words } from '../../ui/team-words.ts'
import { createOpenOne, type OpenOne } from '../open-one.ts'
import { setUpAloud } from './act.ts'
import { ArticleSheet } from './article-sheet.tsx'
import type { SupportDesk } from './desk-model.ts'

export function ArticlesPart(props: {
  readonly space: Space
  readonly desk: SupportDesk
}): JSX.Element {
  const siteId = () => props.space.catalogue.site.id
  const [isAdding, setIsAdding] = createSignal(false)
  const one = createOpenOne('article')
  const articles = props.desk.articles
  const asked = () => articles().find(({ id }) => id === one.id())
  const isMissing = () =>
    one.id() !== null && asked() === undefined && props.desk.asOf() !== undefined
  function move(article: TeamArticle, by: 1 | -1): void {
    const ids = articles().map(({ id }) => id)
    const at = ids.indexOf(article.id)
    const other = ids[at + by]
    if (other === undefined) return
    ids[at] = other
    ids[at + by] = article.id
    void setUpAloud('articles.order', { siteId: siteId(), articleIds: ids })
  }
  return (
    <section class="stack">
      <div class="row" data-spread>
        <h2>{words.supportDesk.parts.articles}</h2>
        <button type="button" class="button" data-kind="primary" onClick={() => setIsAdding(true)}>
          {words.supportDesk.newArticle}
        </button>
      </div>
      <Show when={isMissing()}>
        <p class="notice" role="status">
          {words.supportDesk.unknownArticle}
        </p>
      </Show>
      <ul>
        <KeyedFor
          each={articles()}
          by={({ id }) => id}
          fallback={<li class="soft">{words.supportDesk.noArticles}</li>}
        >
          {(article) => (
            <ArticleRow
              article={article()}
              isFirst={articles()[0]?.id === article().id}
              isLast={articles().at(-1)?.id === article().id}
              onMove={(by) => move(article(), by)}
              one={one}
            />
          )}
        </KeyedFor>
      </ul>
      <Show when={isAdding()}>
        <ArticleSheet
          space={props.space}
          articles={articles()}
          article={null}
          onClose={() => setIsAdding(false)}
        />
      </Show>
      <KeyedFor each={[asked()].filter((found) => found !== undefined)} by={({ id }) => id}>
        {(found) => (
          <ArticleSheet
            space={props.space}
            articles={articles()}
            article={found()}
            onClose={one.close}
          />
        )}
      </KeyedFor>
    </section>
  )
}

function ArticleRow(props: {
  readonly article: TeamArticle
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onMove: (by: 1 | -1) => void
  readonly one: OpenOne
}): JSX.Element {
  return (
    <li class="article-row">
      <div>
        <a dir="auto" {...props.one.linkTo(props.article.id)}>
          {props.article.title}
        </a>
        <p class="soft">
          {words.supportDesk.state[props.article.state]} · {props.article.language} ·{' '}
          {words.supportDesk.solvedTimes(props.article.solved)}
        </p>
      </div>
      <button
        type="button"
        class="button up"
        data-kind="icon"
        disabled={props.isFirst}
        aria-label={words.supportDesk.up(props.article.title)}
        onClick={() => props.onMove(-1)}
      >
        <Icon name="down" />
      </button>
      <button
        type="button"
        class="button"
        data-kind="icon"
        disabled={props.isLast}
        aria-label={words.supportDesk.down(props.article.title)}
        onClick={() => props.onMove(1)}
      >
        <Icon name="down" />
      </button>
    </li>
  )
}
