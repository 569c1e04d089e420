/** The table of addresses, and the one place where rooms meet: a page gets other rooms' parts as props. */
import { Navigate, Route, Router } from '@solidjs/router'
import type { Component, JSX } from 'solid-js'
import { readIdentity } from '../store/identity.ts'
import { page } from './chunks.ts'
import { Shell } from './shell.tsx'
import { keepWantedPage } from './wanted-page.ts'

const TodayRoute = page(async () => (await import('./today-route.tsx')).TodayRoute)
const BookPage = page(async () => (await import('../bookings/book-page.tsx')).BookPage)
const PlanRoute = page(async () => (await import('./plan-route.tsx')).PlanRoute)
const BookingsPage = page(async () => (await import('../bookings/bookings-page.tsx')).BookingsPage)
const MeRoute = page(async () => (await import('./me-route.tsx')).MeRoute)
const ProfilePage = page(
  async () => (await import('../account/profile/profile-page.tsx')).ProfilePage,
)
const CommunityPage = page(
  async () => (await import('../community/community-page.tsx')).CommunityPage,
)
const OwnMessagesPage = page(
  async () => (await import('../community/messages/messages-page.tsx')).MessagesPage,
)
const ThreadPage = page(
  async () => (await import('../community/messages/thread-page.tsx')).ThreadPage,
)
const MessageSettingsPage = page(
  async () => (await import('../community/messages/message-settings-page.tsx')).MessageSettingsPage,
)
const SigningInPage = page(
  async () => (await import('../account/signing-in/signing-in-page.tsx')).SigningInPage,
)
const NotificationsPage = page(
  async () => (await import('../account/news/notifications-page.tsx')).NotificationsPage,
)
const BillsPage = page(async () => (await import('../billing/bills-page.tsx')).BillsPage)
const BillPage = page(async () => (await import('../billing/bill-page.tsx')).BillPage)
const PaymentMethodsPage = page(
  async () => (await import('../billing/payment-methods-page.tsx')).PaymentMethodsPage,
)
const TeamPage = page(async () => (await import('../account/team/team-page.tsx')).TeamPage)
const WeekPage = page(async () => (await import('../account/team/week-page.tsx')).WeekPage)
const HelpPage = page(async () => (await import('../support/help-page.tsx')).HelpPage)
const NewRequestPage = page(
  async () => (await import('../support/new-request-page.tsx')).NewRequestPage,
)
const ArticlePage = page(async () => (await import('../support/article-page.tsx')).ArticlePage)
const TicketPage = page(async () => (await import('../support/ticket-page.tsx')).TicketPage)
const SignInPage = page(async () => (await import('../account/sign-in-page.tsx')).SignInPage)
const DayPage = page(async () => (await import('../operator/day-page.tsx')).DayPage)
const SettingsPage = page(
  async () => (await import('../operator/settings/settings-page.tsx')).SettingsPage,
)
const ClosuresPage = page(async () => (await import('../operator/closures-page.tsx')).ClosuresPage)
const CalendarRoute = page(async () => (await import('./calendar-route.tsx')).CalendarRoute)
const MoneyRoute = page(async () => (await import('./money-route.tsx')).MoneyRoute)
const MembersRoute = page(async () => (await import('./members-route.tsx')).MembersRoute)
const JoinPage = page(async () => (await import('../account/joining/join-page.tsx')).JoinPage)
const RequestsPage = page(async () => (await import('../operator/requests-page.tsx')).RequestsPage)
const MessagesPage = page(
  async () => (await import('../operator/support/messages-page.tsx')).MessagesPage,
)
const HappeningsPage = page(
  async () => (await import('../operator/happenings/happenings-page.tsx')).HappeningsPage,
)
const DoorPage = page(async () => (await import('../operator/door/door-page.tsx')).DoorPage)
const PlanEditorPage = page(
  async () => (await import('../operator/plan-editor/editor-page.tsx')).PlanEditorPage,
)
const SetUpPage = page(async () => (await import('../account/set-up-page.tsx')).SetUpPage)
const LobbyRoute = page(async () => (await import('./lobby-route.tsx')).LobbyRoute)
const NotFound = page(async () => (await import('./not-found.tsx')).NotFound)

export function Portal(): JSX.Element {
  return (
    <Router root={Shell}>
      <Route path="/" component={signedIn(TodayRoute)} />
      <Route path="/book" component={signedIn(BookPage)} />
      <Route path="/plan" component={signedIn(PlanRoute)} />
      <Route path="/bookings" component={signedIn(BookingsPage)} />
      <Route path="/me" component={signedIn(MeRoute)} />
      <Route path="/me/profile" component={signedIn(ProfilePage)} />
      <Route path="/community" component={signedIn(CommunityPage)} />
      <Route path="/community/messages" component={signedIn(OwnMessagesPage)} />
      <Route path="/community/messages/:member" component={signedIn(ThreadPage)} />
      <Route path="/me/messages" component={signedIn(MessageSettingsPage)} />
      <Route path="/me/sign-in" component={signedIn(SigningInPage)} />
      <Route path="/me/notifications" component={signedIn(NotificationsPage)} />
      <Route path="/me/bills" component={signedIn(BillsPage)} />
      <Route path="/me/payment-methods" component={signedIn(PaymentMethodsPage)} />
      <Route path="/me/team" component={signedIn(TeamPage)} />
      <Route path="/me/team/week/:week?" component={signedIn(WeekPage)} />
      <Route path="/me/help" component={signedIn(HelpPage)} />
      <Route path="/me/help/new" component={signedIn(NewRequestPage)} />
      <Route path="/me/help/answers/:article" component={signedIn(ArticlePage)} />
      <Route path="/me/help/requests/:ticket" component={signedIn(TicketPage)} />
      <Route path="/bills/:bill" component={signedIn(BillPage)} />
      <Route path="/operator" component={signedIn(DayPage)} />
      <Route path="/operator/calendar" component={signedIn(CalendarRoute)} />
      <Route path="/operator/requests" component={signedIn(RequestsPage)} />
      <Route path="/operator/messages/:part?" component={signedIn(MessagesPage)} />
      <Route path="/operator/events" component={signedIn(HappeningsPage)} />
      <Route path="/operator/events/:event/door" component={signedIn(DoorPage)} />
      <Route path="/operator/closures" component={signedIn(ClosuresPage)} />
      <Route path="/operator/members/:member?" component={signedIn(MembersRoute)} />
      <Route path="/operator/money/:part?" component={signedIn(MoneyRoute)} />
      <Route path="/operator/settings/:part?" component={signedIn(SettingsPage)} />
      <Route path="/operator/floor/:floor?" component={signedIn(PlanEditorPage)} />
      <Route path="/sign-in" component={SignInPage} />
      <Route path="/join/:token" component={JoinPage} />
      <Route path="/lobby" component={LobbyRoute} />
      <Route path="/set-up" component={SetUpPage} />
      <Route path="*" component={NotFound} />
    </Router>
  )
}

/** A page for somebody signed in on this device; everybody else is shown the door, and comes back to it from there. */
function signedIn(Page: Component): Component {
  return () => {
    if (readIdentity() !== null) return <Page />
    keepWantedPage()
    return <Navigate href="/sign-in" />
  }
}
