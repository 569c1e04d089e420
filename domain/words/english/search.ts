/** Looking for a place, and the places one comes back to. */
export const search = {
  label: 'What do you need?',
  example: 'Room for 6, screen, Thu 14–16',
  submit: 'Search',
  unread: (typed: string) => `Not understood: ${typed}`,
  looking: 'Looking through the next weeks…',
} as const
