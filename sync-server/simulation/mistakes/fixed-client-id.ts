/** Every Y.Doc draws the same client id, in every life of the server and on every device. */
import type { Mistake } from './mistake.ts'

export const fixedClientId: Mistake = {
  title: 'fixed client id',
  foundBy: ['every struct of a server-written document is the server’s'],
  seenAt: 1,
  yjsClientId: 7,
}
