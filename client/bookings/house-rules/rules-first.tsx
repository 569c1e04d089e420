import { type JSX, lazy, Show, Suspense } from 'solid-js'
import { rulesToAccept } from '../../../domain/memberships/consent.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { Instant } from '../../../domain/values/instant.ts'

/** Once a version. */
const AskRules = lazy(async () => ({ default: (await import('./ask-rules.tsx')).AskRules }))

/** Whoever has not accepted the house rules in force is asked before they fill in anything. */
export function RulesFirst(props: {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly now: Instant
  readonly children: JSX.Element
}): JSX.Element {
  return (
    <Show when={rulesToAccept(props.catalogue, props.member, props.now)} fallback={props.children}>
      {(rules) => (
        <Suspense>
          <AskRules catalogue={props.catalogue} rules={rules()} />
        </Suspense>
      )}
    </Show>
  )
}
