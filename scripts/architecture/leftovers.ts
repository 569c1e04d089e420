/** What does not keep the rules yet, or has a reason not to. Numbers only ever fall, and a line goes when its place is clean. */

/** Files over 300 lines, each with the reason why it is one thing. None may pass 400. */
export const longFiles: Readonly<Record<string, string>> = {}

/** Functions over 70 lines of their own: `path name`, and how long they may be. */
export const longFunctions: Readonly<Record<string, number>> = {
  'client/account/sign-in-page.tsx SignInPage': 90,
  'client/bookings/book-page.tsx BookPage': 142,
  'client/bookings/booking-sheet.tsx BookingSheet': 111,
  'sync-server/main.ts startPortal': 90,
}

/** Sentences that still stand in screens instead of domain/words. A screen that is not here has none. */
export const sentencesLeft: Readonly<Record<string, number>> = {
  'client/account/me-page.tsx': 13,
  'client/account/sign-in-page.tsx': 9,
  'client/app/routes.tsx': 2,
  'client/app/shell.tsx': 14,
  'client/bookings/book-page.tsx': 10,
  'client/bookings/booking-card.tsx': 7,
  'client/bookings/booking-sheet.tsx': 7,
  'client/bookings/bookings-page.tsx': 4,
  'client/operator/day-page.tsx': 2,
  'client/today/today-page.tsx': 8,
}
