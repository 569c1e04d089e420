/** Whether others may write to the member, and whom they have blocked. */
import { BackLink } from '../../ui/back-link.tsx'
import './messages.css'
import { For, type JSX, Show } from 'solid-js'
import { createMessageChoice, createOwnThreads } from '../../app/own-messages.ts'
import { WithSpace } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'
import { createPeople } from './people.ts'
import { wishAloud } from './write-message.ts'

const { threads: said } = words

export function MessageSettingsPage(): JSX.Element {
  return (
    <WithSpace>
      {(space) => {
        const people = createPeople(() => space().catalogue.site.id)
        const own = createOwnThreads()
        const blocked = () =>
          (own()?.threads ?? [])
            .filter(({ isBlocked }) => isBlocked)
            .map(({ with: other, name }) => ({
              other,
              name: name ?? people().cardOf(other)?.name ?? said.somebody,
            }))
        return (
          <main class="page" id="main" tabindex="-1">
            <BackLink href="/me" label={words.app.places.me} />
            <h1>{said.ownTitle}</h1>
            <Taking />
            <section class="stack">
              <h2>{said.blockedPeople}</h2>
              <ul class="stack">
                <For each={blocked()} fallback={<li class="soft">{said.nobodyBlocked}</li>}>
                  {({ other, name }) => (
                    <li class="card row" data-spread>
                      <bdi>{name}</bdi>
                      <button
                        type="button"
                        class="button"
                        aria-label={said.unblockOne(name)}
                        onClick={() =>
                          void wishAloud(
                            'thread.block',
                            { with: other, isBlocked: false },
                            said.unblockedToast(name),
                          )
                        }
                      >
                        {said.unblock}
                      </button>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          </main>
        )
      }}
    </WithSpace>
  )
}

function Taking(): JSX.Element {
  const choice = createMessageChoice()
  return (
    <Show when={choice()}>
      {(own) => (
        <section class="stack" data-gap="small">
          <label class="choice">
            <input
              type="checkbox"
              checked={own().isOpen}
              aria-describedby="taking"
              onChange={(event) =>
                void wishAloud(
                  'messages.take',
                  { isOpen: event.currentTarget.checked },
                  said.choiceSaved,
                )
              }
            />
            {said.take}
          </label>
          <p id="taking" class="soft">
            {said.takeSentence}
          </p>
        </section>
      )}
    </Show>
  )
}
