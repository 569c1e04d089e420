/** The table of addresses, and the one place where rooms meet: a page gets other rooms' parts as props. */
import { Navigate, Route, Router } from '@solidjs/router'
import { type Component, type JSX, lazy } from 'solid-js'
import { readIdentity } from '../store/identity.ts'
import { words } from '../ui/words.ts'
import { Shell } from './shell.tsx'

const FreeNow = lazy(async () => ({
  default: (await import('../bookings/free-now.tsx')).FreeNow,
}))
const UsualCard = lazy(async () => ({
  default: (await import('../bookings/usual-card.tsx')).UsualCard,
}))
const TodayPage = lazy(async () => {
  const { TodayPage: Page } = await import('../today/today-page.tsx')
  const { BookingCard } = await import('../bookings/booking-card.tsx')
  const { isDismissed } = await import('../bookings/dismissed.ts')
  return {
    default: () => (
      <Page card={BookingCard} free={FreeNow} usual={UsualCard} isDismissed={isDismissed} />
    ),
  }
})
const BookPage = lazy(async () => ({
  default: (await import('../bookings/book-page.tsx')).BookPage,
}))
const PlanPage = lazy(async () => {
  const { PlanPage: Page } = await import('../floor/plan-page.tsx')
  const { BookingCard } = await import('../bookings/booking-card.tsx')
  const { BookingSheet } = await import('../bookings/booking-sheet.tsx')
  const { DateStrip } = await import('../bookings/date-strip.tsx')
  const { requestBooking } = await import('../bookings/request-booking.ts')
  return {
    default: () => (
      <Page days={DateStrip} sheet={BookingSheet} card={BookingCard} request={requestBooking} />
    ),
  }
})
const BookingsPage = lazy(async () => ({
  default: (await import('../bookings/bookings-page.tsx')).BookingsPage,
}))
const MePage = lazy(async () => ({ default: (await import('../account/me-page.tsx')).MePage }))
const SignInPage = lazy(async () => ({
  default: (await import('../account/sign-in-page.tsx')).SignInPage,
}))
const DayPage = lazy(async () => ({ default: (await import('../operator/day-page.tsx')).DayPage }))
const ClosuresPage = lazy(async () => ({
  default: (await import('../operator/closures-page.tsx')).ClosuresPage,
}))
const SetUpPage = lazy(async () => ({
  default: (await import('../account/set-up-page.tsx')).SetUpPage,
}))

export function Portal(): JSX.Element {
  return (
    <Router root={Shell}>
      <Route path="/" component={signedIn(TodayPage)} />
      <Route path="/book" component={signedIn(BookPage)} />
      <Route path="/plan" component={signedIn(PlanPage)} />
      <Route path="/bookings" component={signedIn(BookingsPage)} />
      <Route path="/me" component={signedIn(MePage)} />
      <Route path="/operator" component={signedIn(DayPage)} />
      <Route path="/operator/closures" component={signedIn(ClosuresPage)} />
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

function NotFound(): JSX.Element {
  return (
    <main class="page" id="main" tabindex="-1">
      <h1>{words.app.notFoundTitle}</h1>
      <p>{words.app.notFoundSentence}</p>
      <a class="button" href="/">
        {words.app.goToToday}
      </a>
    </main>
  )
}
