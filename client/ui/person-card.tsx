/** Somebody as members see them. Whatever they wrote is shown as text; links go out without telling from where. */
import './person-card.css'
import { For, type JSX, Show } from 'solid-js'
import type { DirectoryCard } from '../../domain/community/directory.ts'
import { words } from './words.ts'

export function PersonCard(props: {
  readonly card: DirectoryCard
  /** Of a picture that is not at the space yet. */
  readonly photoUrl?: string | null
  /** Beside the name: "You". */
  readonly beside?: string | null
  /** What can be done about them from here. */
  readonly action?: JSX.Element
}): JSX.Element {
  const { community } = words
  return (
    <article class="person-card">
      <Portrait name={props.card.name} url={props.photoUrl ?? photoUrl(props.card)} />
      <div class="stack" data-gap="small">
        <h3>
          {props.card.name}
          <Show when={props.beside}>{(beside) => <span class="soft"> · {beside()}</span>}</Show>
        </h3>
        <Show when={[props.card.work, props.card.company].filter(Boolean).join(' · ')}>
          {(line) => <p>{line()}</p>}
        </Show>
        <Show when={props.card.about}>{(about) => <p class="as-typed">{about()}</p>}</Show>
        <Tags label={community.fields.skills} values={props.card.skills} />
        <Show when={props.card.languages}>
          {(languages) => <p class="soft">{languages().join(', ')}</p>}
        </Show>
        <Ways card={props.card} />
        {props.action}
      </div>
    </article>
  )
}

/** Their picture, or the first letters of their name. */
export function Portrait(props: {
  readonly name: string
  readonly url: string | null
}): JSX.Element {
  return (
    <Show
      when={props.url}
      fallback={
        <span class="portrait" aria-hidden="true">
          {initials(props.name)}
        </span>
      }
    >
      {(url) => (
        <img
          class="portrait"
          src={url()}
          alt=""
          width="64"
          height="64"
          loading="lazy"
          decoding="async"
        />
      )}
    </Show>
  )
}

function Tags(props: {
  readonly label: string
  readonly values: readonly string[] | undefined
}): JSX.Element {
  return (
    <Show when={props.values}>
      {(values) => (
        <ul class="tags" aria-label={props.label}>
          <For each={values()}>{(value) => <li class="tag">{value}</li>}</For>
        </ul>
      )}
    </Show>
  )
}

/** How they want to be reached. */
function Ways(props: { readonly card: DirectoryCard }): JSX.Element {
  return (
    <div class="ways">
      <Show when={props.card.email}>
        {(email) => (
          <a
            href={`mailto:${encodeURIComponent(email())}`}
            aria-label={words.community.mailTo(props.card.name)}
          >
            {email()}
          </a>
        )}
      </Show>
      <Show when={props.card.phone}>
        {(phone) => (
          <a
            href={`tel:${phone().replaceAll(/[^+\d]/g, '')}`}
            aria-label={words.community.call(props.card.name)}
          >
            {phone()}
          </a>
        )}
      </Show>
      <For each={props.card.links ?? []}>
        {(link) => (
          <a href={link} target="_blank" rel="noopener noreferrer nofollow ugc">
            {link.replace(/^https?:\/\//, '').replace(/\/$/, '')}
            <span class="visually-hidden"> ({words.community.opensElsewhere})</span>
          </a>
        )}
      </For>
    </div>
  )
}

function photoUrl({ photo }: DirectoryCard): string | null {
  return photo === undefined ? null : `/api/photos/${photo}`
}

function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => part !== '')
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
  return letters
    .map((part) => [...(part ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
