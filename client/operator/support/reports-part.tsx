/** What members showed the team of their messages, and what to do about it. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { TeamReport } from '../../../domain/community/messages/message-sections.ts'
import type { Space } from '../../app/with-space.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { SaidText } from '../../ui/said-text.tsx'
import { words } from '../../ui/team-words.ts'
import { actAloud } from './act.ts'
import { DecideSheet } from './decide-sheet.tsx'
import type { SupportDesk } from './desk-model.ts'

const { threads: said } = words

export function ReportsPart(props: {
  readonly space: Space
  readonly desk: SupportDesk
}): JSX.Element {
  const [deciding, setDeciding] = createSignal<TeamReport>()
  const waiting = () => props.desk.reports().filter(({ decided }) => decided === null)
  const decided = () => props.desk.reports().filter((one) => one.decided !== null)
  return (
    <section class="stack">
      <h2>{said.reports}</h2>
      <p class="soft">{said.reportsHint}</p>
      <ul class="stack">
        <For each={waiting()} fallback={<li class="soft">{said.noReports}</li>}>
          {(report) => (
            <ReportCard
              space={props.space}
              report={report}
              action={
                <button
                  type="button"
                  class="button"
                  data-kind="primary"
                  aria-haspopup="dialog"
                  onClick={() => setDeciding(report)}
                >
                  {said.decide}
                </button>
              }
            />
          )}
        </For>
      </ul>
      <Show when={decided().length > 0}>
        <h3>{said.reportsDecided}</h3>
        <ul class="stack">
          <For each={decided()}>
            {(report) => (
              <ReportCard space={props.space} report={report} action={<Reopen report={report} />} />
            )}
          </For>
        </ul>
      </Show>
      <Show when={deciding()} keyed>
        {(report) => <DecideSheet report={report} onClose={() => setDeciding(undefined)} />}
      </Show>
    </section>
  )
}

function ReportCard(props: {
  readonly space: Space
  readonly report: TeamReport
  readonly action: JSX.Element
}): JSX.Element {
  const when = (at: TeamReport['madeAt']) =>
    momentText(props.space.catalogue.zone, at, props.space.today)
  return (
    <li class="card stack">
      <h3>
        <bdi>{said.reportOf(props.report.byName, props.report.aboutName)}</bdi>
      </h3>
      <p class="soft">{when(props.report.madeAt)}</p>
      <Show when={props.report.why}>{(why) => <SaidText text={why()} />}</Show>
      <ul class="reported">
        <For each={props.report.messages}>
          {({ text, sentAt }) => (
            <li>
              <Show when={text !== ''} fallback={<p class="soft">{said.wordRemoved}</p>}>
                <SaidText text={text} />
              </Show>
              <p class="soft">{when(sentAt)}</p>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.report.decided}>
        {(done) => (
          <>
            <p>{said.decidedAs(done().act, when(done().at))}</p>
            <Show when={done().note}>{(note) => <SaidText text={note()} />}</Show>
          </>
        )}
      </Show>
      <div class="row">{props.action}</div>
    </li>
  )
}

function Reopen(props: { readonly report: TeamReport }): JSX.Element {
  const { siteId, about: memberId } = props.report
  return (
    <Show when={props.report.isClosed}>
      <button
        type="button"
        class="button"
        onClick={() => void actAloud('messages.reopen', { siteId, memberId }, said.reopened)}
      >
        {said.reopen}
      </button>
    </Show>
  )
}
