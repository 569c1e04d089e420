/** Help: answers first, on this device, and what the member has asked. */

import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { AtOnce } from '../ui/at-once.tsx'
import { BackLink } from '../ui/back-link.tsx'
import './support.css'
import { NotHere } from '../app/not-here.tsx'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { FindField } from '../ui/find-field.tsx'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import { type Answers, createAnswers, createOutages } from './help-model.ts'
import { loadFind } from './look-for.ts'
import { OwnRequests } from './own-requests.tsx'
import { WordsLeft } from './words-left.tsx'

export function HelpPage(): JSX.Element {
  return <WithSpace>{(space) => <Help space={space()} />}</WithSpace>
}

function Help(props: { readonly space: Space }): JSX.Element {
  const siteId = () => props.space.catalogue.site.id
  const answers = createAnswers(siteId)
  const outages = createOutages(siteId)
  return (
    <main class="page" id="main" tabindex="-1">
      <BackLink href="/me" label={words.app.places.me} />
      <div class="row" data-spread>
        <h1>{words.support.title}</h1>
        <a class="button" data-kind="primary" href="/me/help/new">
          {words.support.newRequest}
        </a>
      </div>
      <AtOnce>
        <For each={outages()}>
          {({ text }) => (
            <p class="notice" data-tone="held">
              <strong>{words.support.known}.</strong> {text}
            </p>
          )}
        </For>
        <Show when={answers()}>{(found) => <AnswerList answers={found()} />}</Show>
        <WordsLeft space={props.space} />
        <OwnRequests space={props.space} />
      </AtOnce>
    </main>
  )
}

function AnswerList(props: { readonly answers: Answers }): JSX.Element {
  const [text, setText] = createSignal('')
  const wanted = () => text().trim()
  // The part that searches comes with the first letter.
  const [find] = createResource(() => wanted() !== '' && props.answers.listed, loadFind)
  const shown = () => (wanted() === '' ? props.answers.listed : (find.latest?.(wanted()) ?? []))
  return (
    <section class="stack">
      <h2>{words.support.articles}</h2>
      <Show
        when={props.answers.listed.length > 0}
        fallback={
          <Show
            when={props.answers.asOf === null}
            fallback={<p class="soft">{words.support.noArticles}</p>}
          >
            <NotHere sentence={words.support.notHere} />
          </Show>
        }
      >
        <FindField
          label={words.support.search}
          isLabelHidden
          placeholder={words.support.search}
          value={text()}
          onInput={setText}
        />
        <p class="visually-hidden" role="status">
          {wanted() === '' ? '' : words.support.found(shown().length)}
        </p>
        <ul class="answers">
          <For
            each={shown()}
            fallback={
              <li class="soft">{find.loading ? '' : words.support.nothingFound(wanted())}</li>
            }
          >
            {(article) => (
              <li>
                <a href={`/me/help/answers/${article.id}`}>
                  <span dir="auto">{article.title}</span>
                  <Icon name="next" />
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
