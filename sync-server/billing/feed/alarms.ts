/** What whoever keeps the books must hear of: each once, however often it happens. */
import type { Instant } from '../../../domain/values/instant.ts'
import type { Storage, Tx } from '../../storage/storage.ts'

export const alarmKinds = [
  /** Somebody sends messages that the processor did not sign. */
  'bad-signature',
  /** The processor takes the key no more: no money moves. */
  'key-refused',
  /** A signed message of the other half of the processor, live or test. */
  'other-half',
  /** A message in another version of the API than this code was written for. */
  'other-version',
  /** The processor knows nothing of what it told of. */
  'not-there',
  /** Nobody here knew what a message was about, for a month. */
  'never-ours',
  /** Messages may be lost: the processor forgets them after thirty days. */
  'too-late',
  /** The bank of a payer has taken money back, or decided about it. */
  'disputed',
  /** A call of ours can never be carried out: no money moved, and somebody has to look why. */
  'call-refused',
  /** Somebody asks for pages to enter cards again and again. */
  'many-pages',
] as const
export type AlarmKind = (typeof alarmKinds)[number]

export interface Alarm {
  readonly kind: AlarmKind
  /** What it is about: with the kind it is the alarm's identity. */
  readonly about: string
  readonly at: Instant
}

export async function raise(tx: Tx, { kind, about, at }: Alarm): Promise<void> {
  await tx
    .insertInto('payment_alarm')
    .values({ key: `${kind}:${about}`, kind, at, detail: about })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

export function raiseAlone(storage: Storage, alarm: Alarm): Promise<void> {
  return storage.transaction((tx) => raise(tx, alarm))
}
