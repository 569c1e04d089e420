/** What members ask, what everybody should know, what is broken, and what the team promises. */
import { useParams } from '@solidjs/router'
import { type JSX, Match, Switch } from 'solid-js'
import '../operator.css'
import '../settings/settings.css'
import '../../ui/ticket-thread.css'
import './support-desk.css'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { OnlyForStaff } from '../only-for.tsx'
import { Tabs } from '../tabs.tsx'
import { ArticlesPart } from './articles-part.tsx'
import { createSupportDesk } from './desk-model.ts'
import { OutagesPart } from './outages-part.tsx'
import { PromisesPart } from './promises-part.tsx'
import { ReportsPart } from './reports-part.tsx'
import { RequestsPart } from './requests-part.tsx'

const parts = ['requests', 'reports', 'articles', 'outages', 'promises'] as const

const addressOf = (part: (typeof parts)[number]) =>
  part === 'requests' ? '/operator/messages' : `/operator/messages/${part}`

export function MessagesPage(): JSX.Element {
  return <OnlyForStaff>{(space) => <Messages space={space()} />}</OnlyForStaff>
}

function Messages(props: { readonly space: Space }): JSX.Element {
  const params = useParams<{ part?: string }>()
  const part = () => parts.find((one) => one === params.part) ?? 'requests'
  const desk = createSupportDesk(() => props.space)
  return (
    <main class="page" data-wide id="main" tabindex="-1">
      <h1>{words.supportDesk.title}</h1>
      <Tabs
        label={words.supportDesk.title}
        tabs={parts.map((one) => ({ href: addressOf(one), label: words.supportDesk.parts[one] }))}
        open={addressOf(part())}
      />
      <Switch>
        <Match when={part() === 'requests'}>
          <RequestsPart space={props.space} desk={desk} />
        </Match>
        <Match when={part() === 'reports'}>
          <ReportsPart space={props.space} desk={desk} />
        </Match>
        <Match when={part() === 'articles'}>
          <ArticlesPart space={props.space} desk={desk} />
        </Match>
        <Match when={part() === 'outages'}>
          <OutagesPart space={props.space} desk={desk} />
        </Match>
        <Match when={part() === 'promises'}>
          <PromisesPart space={props.space} desk={desk} />
        </Match>
      </Switch>
    </main>
  )
}
