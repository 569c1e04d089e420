/** Push on this device: first what it is for, then a tap, and only then the browser's own question. */
import { type JSX, Match, Show, Switch } from 'solid-js'
import { words } from '../../ui/words.ts'
import { createPush } from './push-state.ts'

export function PushHere(): JSX.Element {
  const push = createPush()
  const said = words.notifications
  return (
    <section class="stack" data-gap="small">
      <h2>{said.here}</h2>
      <p class="soft">{said.hereSentence}</p>
      <Switch>
        <Match when={push.state() === 'unsupported'}>
          <p class="notice">{said.unsupported}</p>
        </Match>
        <Match when={push.state() === 'install'}>
          <p class="notice">{said.install}</p>
        </Match>
        <Match when={push.state() === 'denied'}>
          <p class="notice">{said.denied}</p>
        </Match>
        <Match when={push.state() === 'on'}>
          <p>{said.isOn}</p>
          <div class="row">
            <button type="button" class="button" onClick={() => void push.turnOff()}>
              {said.turnOff}
            </button>
          </div>
        </Match>
        <Match when={push.state() === 'off' || push.state() === 'asking'}>
          <p>{said.isOff}</p>
          <div class="row">
            <button
              type="button"
              class="button"
              disabled={push.state() === 'asking'}
              onClick={() => void push.turnOn()}
            >
              {said.turnOn}
            </button>
          </div>
        </Match>
      </Switch>
      <p role="status">{push.state() === 'asking' ? said.asking : ''}</p>
      <Show when={push.trouble()}>
        {(trouble) => (
          <p role="alert" class="state" data-tone="problem">
            {trouble() === 'offline' ? said.needsConnection : said.failed}
          </p>
        )}
      </Show>
    </section>
  )
}
