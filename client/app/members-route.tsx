import { type JSX, lazy } from 'solid-js'
import { MembersPage } from '../operator/members/members-page.tsx'

const MemberPlan = lazy(async () => ({
  default: (await import('../billing/membership/member-plan.tsx')).MemberPlan,
}))

export function MembersRoute(): JSX.Element {
  return <MembersPage plan={MemberPlan} />
}
