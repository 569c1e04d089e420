/** What one can do about somebody who writes: mute, block, report. */
import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js'
import type { ViewedThread } from '../../../domain/community/messages/message-view.ts'
import { words } from '../../ui/words.ts'
import { wishAloud } from './write-message.ts'

const ReportSheet = lazy(async () => ({
  default: (await import('./report-sheet.tsx')).ReportSheet,
}))

const { threads: said } = words

export function ThreadMenu(props: {
  readonly thread: ViewedThread
  readonly name: string
}): JSX.Element {
  const [isReporting, setIsReporting] = createSignal(false)
  const has = () => props.thread.messages.length > 0
  function mute(): void {
    const { with: other, isMuted } = props.thread
    const done = isMuted ? said.unmutedToast : said.mutedToast
    void wishAloud('thread.mute', { with: other, isMuted: !isMuted }, done)
  }
  function block(): void {
    const { with: other, isBlocked } = props.thread
    const done = isBlocked ? said.unblockedToast(props.name) : said.blockedToast(props.name)
    void wishAloud('thread.block', { with: other, isBlocked: !isBlocked }, done)
  }
  return (
    <div class="row thread-menu">
      <Show when={has()}>
        <button type="button" class="button" data-kind="quiet" onClick={mute}>
          {props.thread.isMuted ? said.unmute : said.mute}
        </button>
      </Show>
      <button type="button" class="button" data-kind="quiet" onClick={block}>
        {props.thread.isBlocked ? said.unblock : said.block}
      </button>
      <Show when={has()}>
        <button
          type="button"
          class="button"
          data-kind="quiet"
          aria-haspopup="dialog"
          onClick={() => setIsReporting(true)}
        >
          {said.report}
        </button>
      </Show>
      <Suspense>
        <Show when={isReporting()}>
          <ReportSheet
            thread={props.thread}
            name={props.name}
            onClose={() => setIsReporting(false)}
          />
        </Show>
      </Suspense>
    </div>
  )
}
