/** Me, Notifications: a matrix of what is told how, when to be reminded, and push on this device. Works without a connection, but for push. */

import { For, type JSX, Show } from 'solid-js'
import { BackLink } from '../../ui/back-link.tsx'
import './notifications.css'
import {
  isWanted,
  maySwitchOff,
  type NewsCategory,
  type NewsChoice,
  newsCategories,
  newsChannels,
} from '../../../domain/memberships/news-choice.ts'
import { type ReminderChoice, reminderChoices } from '../../../domain/sites/news-settings.ts'
import { usualLanguage } from '../../../domain/values/language-code.ts'
import { type Space, WithSpace } from '../../app/with-space.tsx'
import { createNewsChoice } from '../../store/open-news.ts'
import { languageName } from '../../ui/language-name.ts'
import { words } from '../../ui/words.ts'
import { PushHere } from './push-here.tsx'
import { wishNews } from './wish-news.ts'

export function NotificationsPage(): JSX.Element {
  return <WithSpace>{(space) => <Notifications space={space()} />}</WithSpace>
}

function Notifications(props: { readonly space: Space }): JSX.Element {
  const { choice, isOpen } = createNewsChoice(() => props.space.member.news)
  const said = words.notifications
  return (
    <main class="page" id="main" tabindex="-1">
      <BackLink href="/me" label={words.app.places.me} />
      <h1>{said.title}</h1>
      <section class="stack" data-gap="small">
        <Ways choice={choice()} />
        <p class="soft">{said.always}</p>
      </section>
      <Reminders chosen={choice().reminders} usual={props.space.catalogue.site.news.reminders} />
      <Languages chosen={choice().language} languages={props.space.catalogue.site.news.languages} />
      <p role="status" class="soft">
        {isOpen() ? said.saving : said.saved}
      </p>
      <PushHere />
    </main>
  )
}

function Ways(props: { readonly choice: NewsChoice }): JSX.Element {
  const said = words.notifications
  return (
    <table class="news-ways">
      <thead>
        <tr>
          <th scope="col">{said.what}</th>
          <For each={newsChannels}>
            {(channel) => <th scope="col">{said.channels[channel]}</th>}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={newsCategories}>
          {(category) => <WaysOf category={category} choice={props.choice} />}
        </For>
      </tbody>
    </table>
  )
}

function WaysOf(props: {
  readonly category: NewsCategory
  readonly choice: NewsChoice
}): JSX.Element {
  const said = words.notifications
  return (
    <tr>
      <th scope="row">
        {said.categories[props.category]}
        <span class="soft">{said.about[props.category]}</span>
      </th>
      <For each={newsChannels}>
        {(channel) => (
          <td>
            <label>
              <input
                type="checkbox"
                aria-label={said.way(props.category, channel)}
                checked={isWanted(props.choice, props.category, channel)}
                disabled={!maySwitchOff(props.category, channel)}
                onChange={(event) =>
                  void wishNews('news.choose', {
                    category: props.category,
                    channel,
                    isOn: event.currentTarget.checked,
                  })
                }
              />
            </label>
          </td>
        )}
      </For>
    </tr>
  )
}

function Reminders(props: {
  readonly chosen: ReminderChoice | null
  readonly usual: ReminderChoice
}): JSX.Element {
  const said = words.notifications
  const choose = (value: string) =>
    void wishNews('reminders.choose', {
      reminders: reminderChoices.find((one) => one === value) ?? null,
    })
  return (
    <label class="field">
      {said.remind}
      <select value={props.chosen ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{said.asSpace(props.usual)}</option>
        <For each={reminderChoices}>
          {(one) => <option value={one}>{said.reminders[one]}</option>}
        </For>
      </select>
    </label>
  )
}

/** What the location writes in several languages. There is nothing to choose where it writes in one. */
function Languages(props: {
  readonly chosen: string | null
  readonly languages: readonly string[]
}): JSX.Element {
  const said = words.notifications
  const choose = (value: string) =>
    void wishNews('language.choose', { language: value === usualLanguage ? null : value })
  return (
    <Show when={props.languages.length > 0}>
      <label class="field">
        {said.language}
        <select
          aria-describedby="language-hint"
          value={props.chosen ?? usualLanguage}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <For each={[usualLanguage, ...props.languages]}>
            {(one) => <option value={one}>{languageName(one)}</option>}
          </For>
        </select>
      </label>
      <p id="language-hint" class="soft">
        {said.languageHint}
      </p>
    </Show>
  )
}
