/** Answers: written, put in order, said in other languages, published and retired. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { TeamArticle } from '../../../domain/support/support-sections.ts'
import type { Space } from '../../app/with-space.tsx'
import { Icon } from '../../ui/icon.tsx'
import { words } from '../../ui/words.ts'
import { actAloud } from './act.ts'
import { ArticleSheet } from './article-sheet.tsx'
import type { SupportDesk } from './desk-model.ts'

export function ArticlesPart(props: {
  readonly space: Space
  readonly desk: SupportDesk
}): JSX.Element {
  const siteId = () => props.space.catalogue.site.id
  const [editing, setEditing] = createSignal<TeamArticle | 'new' | null>(null)
  const articles = props.desk.articles
  function move(article: TeamArticle, by: 1 | -1): void {
    const ids = articles().map(({ id }) => id)
    const at = ids.indexOf(article.id)
    const other = ids[at + by]
    if (other === undefined) return
    ids[at] = other
    ids[at + by] = article.id
    void actAloud('articles.order', { siteId: siteId(), articleIds: ids })
  }
  return (
    <section class="stack">
      <div class="row" data-spread>
        <h2>{words.supportDesk.parts.articles}</h2>
        <button type="button" class="button" data-kind="primary" onClick={() => setEditing('new')}>
          {words.supportDesk.newArticle}
        </button>
      </div>
      <ul>
        <For each={articles()} fallback={<li class="soft">{words.supportDesk.noArticles}</li>}>
          {(article, index) => (
            <li class="article-row">
              <div>
                <strong dir="auto">{article.title}</strong>
                <p class="soft">
                  {words.supportDesk.state[article.state]} · {article.language} ·{' '}
                  {words.supportDesk.solvedTimes(article.solved)}
                </p>
              </div>
              <button
                type="button"
                class="button up"
                data-kind="icon"
                disabled={index() === 0}
                aria-label={words.supportDesk.up(article.title)}
                onClick={() => move(article, -1)}
              >
                <Icon name="down" />
              </button>
              <button
                type="button"
                class="button"
                data-kind="icon"
                disabled={index() === articles().length - 1}
                aria-label={words.supportDesk.down(article.title)}
                onClick={() => move(article, 1)}
              >
                <Icon name="down" />
              </button>
              <button type="button" class="button" onClick={() => setEditing(article)}>
                {words.supportDesk.editArticle}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={editing()}>
        {(open) => (
          <ArticleSheet
            space={props.space}
            articles={articles()}
            article={open() === 'new' ? null : (open() as TeamArticle)}
            onClose={() => setEditing(null)}
          />
        )}
      </Show>
    </section>
  )
}
