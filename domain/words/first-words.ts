/**
 * What Today and Book say before anybody has tapped anything. Every sentence here is paid for at each cold start, so it holds no more
 * than those two screens paint; all of it is part of the whole catalogue too.
 */
import { amounts } from './english/amounts.ts'
import { book } from './english/book.ts'
import { search } from './english/search.ts'
import { shell } from './english/shell.ts'
import { states } from './english/states.ts'
import { today } from './english/today.ts'

export const firstEnglish = { amounts, app: shell, bookings: book, search, states, today } as const
