/** What members showed the team of their messages, and what to do about it. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { standingOf } from '../../../domain/bookings/standing.ts'
import type { AnyIntent } from '../../../domain/bookings/wishes/intent.ts'
import type { TeamReport } from '../../../domain/community/messages/message-sections.ts'
import { NotDoneNotice, WaitingMark, whyNotDone } from '../../app/not-done.tsx'
import type { Space } from '../../app/with-space.tsx'
import { isDismissed } from '../../store/dismissed.ts'
import { createOwnWishes } from '../../store/own-wishes.ts'
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
                <OwnDecision report={report}>
                  <button
                    type="button"
                    class="button"
                    data-kind="primary"
                    aria-haspopup="dialog"
                    onClick={() => setDeciding(report)}
                  >
                    {said.decide}
                  </button>
                </OwnDecision>
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
              <ReportCard
                space={props.space}
                report={report}
                action={
                  <OwnDecision report={report}>
                    <Reopen report={report} />
                  </OwnDecision>
                }
              />
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

/** What was decided about it on this device and is not told yet, or was not to be; else what can be done. */
function OwnDecision(props: {
  readonly report: TeamReport
  readonly children: JSX.Element
}): JSX.Element {
  const wishes = createOwnWishes(['report.decide', 'messages.reopen'])
  const last = () => {
    const own = (wishes() ?? []).findLast(({ intent }) => isAbout(intent, props.report))
    return own === undefined ? null : { intent: own.intent, standing: standingOf(own) }
  }
  const waiting = () => {
    const standing = last()?.standing
    return standing?.kind === 'waits' ? standing.waiting : null
  }
  const notDone = () => {
    const { intent, standing } = last() ?? {}
    const isToTell =
      standing?.kind === 'not-done' && intent !== undefined && !isDismissed(intent.id)
    return isToTell ? { intent, refusal: standing.refusal } : null
  }
  return (
    <div class="stack">
      <Show when={notDone()}>
        {(no) => (
          <NotDoneNotice id={no().intent.id} what={whatOf(no().intent)} why={whyNotDone(no())}>
            <SaidText text={noteOf(no().intent)} />
          </NotDoneNotice>
        )}
      </Show>
      <div>
        <Show when={waiting()} fallback={props.children}>
          {(mark) => <WaitingMark waiting={mark()} />}
        </Show>
      </div>
    </div>
  )
}

function isAbout(intent: AnyIntent, report: TeamReport): boolean {
  if (intent.kind === 'report.decide') return intent.body.reportId === report.id
  return intent.kind === 'messages.reopen' && intent.body.memberId === report.about
}

function whatOf(intent: AnyIntent): string {
  return intent.kind === 'report.decide' ? said.acts[intent.body.act] : said.reopen
}

function noteOf(intent: AnyIntent): string {
  return intent.kind === 'report.decide' ? intent.body.note : ''
}

function Reopen(props: { readonly report: TeamReport }): JSX.Element {
  const { siteId, about: memberId } = props.report
  return (
    <Show when={props.report.isClosed}>
      <button
        type="button"
        class="button"
        onClick={() => void actAloud('messages.reopen', { siteId, memberId })}
      >
        {said.reopen}
      </button>
    </Show>
  )
}
