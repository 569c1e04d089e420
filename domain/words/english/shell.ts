/** What stands around every page from the start: the places, and what is said until there is something to show. */

export const shell = {
  /** The name of the window until the location is known. */
  portal: 'Member portal',
  places: {
    today: 'Today',
    book: 'Book',
    plan: 'Plan',
    bookings: 'Bookings',
    community: 'Community',
    me: 'Me',
    arrivals: 'Arrivals',
    floor: 'Draw the floor',
    calendar: 'Calendar',
    requests: 'Requests',
    messages: 'Messages',
    closures: 'Closures',
    money: 'Money',
    members: 'Members',
    join: 'Join',
    settings: 'Settings',
    more: 'More',
    signIn: 'Sign in',
    setUp: 'Set up your space',
  },
  mainNavigation: 'Main',
  spaceNavigation: 'For staff',
  skipToContent: 'Skip to content',
  sampleRibbon: 'Sample data',
  location: 'Location',
  firstVisitOffline: 'Open this once with a connection. After that it works offline.',
  arriving: 'Fetching your space…',
} as const
