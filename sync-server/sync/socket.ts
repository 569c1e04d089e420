/**
 * What the sync room needs of a connection, so that a simulated link can stand where `ws` does. Messages arrive in order or the
 * connection ends; nothing is sent twice.
 */
export interface Socket {
  /** False from the moment it closes on: what is sent then goes nowhere. */
  readonly isOpen: boolean
  /** Bytes taken over that have not left this process yet. */
  readonly bufferedBytes: number
  sendText(text: string): void
  /** One message, from its parts. `onSent` is called when it has left this process, or never will. */
  sendBytes(parts: readonly Uint8Array[], onSent?: () => void): void
  /** What is sent meanwhile leaves in one go. */
  together(send: () => void): void
  /** Asks for a sign of life that needs nothing of the page: a browser answers even for a sleeping tab. */
  ping(): void
  /** Says why, then ends. A peer that does not answer is cut off. */
  close(code: number, reason: string): void
  /** Ends at once. */
  terminate(): void
  onMessage(listener: (message: string | Uint8Array) => void): void
  onPong(listener: () => void): void
  onClose(listener: () => void): void
}
