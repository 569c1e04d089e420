/** Why the server ends a socket or a channel. 4400-4499 are final for that socket: the client acts instead of retrying blindly. */
export const closeCodes = {
  /** A frame that cannot be read. The app keeps its data and reconnects after a pause. */
  malformed: 4400,
  /** Sign in again; the outbox is kept. */
  'sign-in': 4401,
  /** Not yours, or not there: the same answer for both. */
  forbidden: 4403,
  /** The first frame did not come within three seconds, or nothing was heard for twenty. */
  silent: 4408,
  /** This replica must start over: drop the copy, take the epoch offered. */
  'start-over': 4409,
  /** A frame, document or backlog above its limit. */
  'too-large': 4413,
  /** Update the app; its outbox is still accepted. */
  update: 4426,
  /** Slow down: reconnect with back-off. */
  'slow-down': 4429,
  /** The server is going down in good order: reconnect with back-off. */
  'going-away': 4503,
} as const
export type CloseReason = keyof typeof closeCodes
export type CloseCode = (typeof closeCodes)[CloseReason]
