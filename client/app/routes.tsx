/** The table of addresses, and the one place where rooms meet: a page gets other rooms' parts as props. */
import { Navigate, Route, Router } from '@solidjs/router'
import { type Component, type JSX, lazy } from 'solid-js'
import { readIdentity } from '../store/identity.ts'
import { Shell } from './shell.tsx'

const TodayRoute = lazy(async () => ({ default: (await import('./today-route.tsx')).TodayRoute }))
const BookPage = lazy(async () => ({
  default: (await import('../bookings/book-page.tsx')).BookPage,
}))
const PlanRoute = lazy(async () => ({ default: (await import('./plan-route.tsx')).PlanRoute }))
const BookingsPage = lazy(async () => ({
  default: (await import('../bookings/bookings-page.tsx')).BookingsPage,
}))
const MePage = lazy(async () => ({ default: (await import('../account/me-page.tsx')).MePage }))
const SignInPage = lazy(async () => ({
  default: (await import('../account/sign-in-page.tsx')).SignInPage,
}))
const DayPage = lazy(async () => ({ default: (await import('../operator/day-page.tsx')).DayPage }))
const SettingsPage = lazy(async () => ({
  default: (await import('../operator/settings/settings-page.tsx')).SettingsPage,
}))
const ClosuresPage = lazy(async () => ({
  default: (await import('../operator/closures-page.tsx')).ClosuresPage,
}))
const CalendarPage = lazy(async () => ({
  default: (await import('../operator/calendar/calendar-page.tsx')).CalendarPage,
}))
const RequestsPage = lazy(async () => ({
  default: (await import('../operator/requests-page.tsx')).RequestsPage,
}))
const SetUpPage = lazy(async () => ({
  default: (await import('../account/set-up-page.tsx')).SetUpPage,
}))

const NotFound = lazy(async () => ({ default: (await import('./not-found.tsx')).NotFound }))

export function Portal(): JSX.Element {
  return (
    <Router root={Shell}>
      <Route path="/" component={signedIn(TodayRoute)} />
      <Route path="/book" component={signedIn(BookPage)} />
      <Route path="/plan" component={signedIn(PlanRoute)} />
      <Route path="/bookings" component={signedIn(BookingsPage)} />
      <Route path="/me" component={signedIn(MePage)} />
      <Route path="/operator" component={signedIn(DayPage)} />
      <Route path="/operator/calendar" component={signedIn(CalendarPage)} />
      <Route path="/operator/requests" component={signedIn(RequestsPage)} />
      <Route path="/operator/closures" component={signedIn(ClosuresPage)} />
      <Route path="/operator/settings/:part?" component={signedIn(SettingsPage)} />
      <Route path="/sign-in" component={SignInPage} />
      <Route path="/set-up" component={SetUpPage} />
      <Route path="*" component={NotFound} />
    </Router>
  )
}

/** A page for somebody signed in on this device; everybody else is shown the door. */
function signedIn(Page: Component): Component {
  return () => (readIdentity() === null ? <Navigate href="/sign-in" /> : <Page />)
}
