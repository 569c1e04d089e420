/** One answer, from this device. */
import { useParams } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import './support.css'
import '../ui/ticket-thread.css'
import type { Article } from '../../domain/support/article.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { languageName } from '../ui/language-name.ts'
import { SaidText } from '../ui/said-text.tsx'
import { words } from '../ui/words.ts'
import { BackToHelp } from './back-to-help.tsx'
import { createAnswers } from './help-model.ts'

export function ArticlePage(): JSX.Element {
  return <WithSpace>{(space) => <Page space={space()} />}</WithSpace>
}

function Page(props: { readonly space: Space }): JSX.Element {
  const params = useParams<{ article: string }>()
  const answers = createAnswers(() => props.space.catalogue.site.id)
  const article = () => answers()?.all.get(params.article)
  return (
    <main class="page" id="main" tabindex="-1">
      <BackToHelp />
      <Show when={answers()}>
        {(known) => (
          <Show when={article()} fallback={<h1>{words.support.unknownArticle}</h1>}>
            {(one) => (
              <article class="stack" lang={one().language}>
                <h1 dir="auto">{one().title}</h1>
                <div class="article-body">
                  <SaidText text={one().body} />
                </div>
                <Others article={one()} all={known().all} />
              </article>
            )}
          </Show>
        )}
      </Show>
      <p>
        <a class="button" href="/me/help/new">
          {words.support.newRequest}
        </a>
      </p>
    </main>
  )
}

/** The same in other languages. */
function Others(props: {
  readonly article: Article
  readonly all: ReadonlyMap<string, Article>
}): JSX.Element {
  const original = (one: Article) => one.translates ?? one.id
  const others = () =>
    [...props.all.values()].filter(
      (one) => one.id !== props.article.id && original(one) === original(props.article),
    )
  return (
    <Show when={others().length > 0}>
      <p class="row">
        {words.support.alsoIn}
        <For each={others()}>
          {({ id, language }) => (
            <a
              class="button"
              data-kind="quiet"
              href={`/me/help/answers/${id}`}
              lang={language}
              hreflang={language}
            >
              {languageName(language)}
            </a>
          )}
        </For>
      </p>
    </Show>
  )
}
