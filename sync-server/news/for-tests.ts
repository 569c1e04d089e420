/** A space that tells its members, with a real mail server, a clock and a runner that the test moves. */
import { must } from '../../domain/values/assert.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { makeJobRunner } from '../jobs/job-runner.ts'
import { openMailServer, type TestMailServer } from '../mail/for-tests.ts'
import { type Mailer, makeSmtpMailer } from '../mail/mailer.ts'
import { makeTicketMarks } from '../mail/ticket-marks.ts'
import type { Pusher } from '../push/pusher.ts'
import { openTestSpace, sampleAt, type TestSpace } from '../settlement/for-tests.ts'
import { provenDocuments } from '../settlement/proven-documents.ts'
import type { MakeDatabase } from '../storage/for-tests.ts'
import type { Storage } from '../storage/storage.ts'
import { registerNews } from './register.ts'
import { makeStopLinks } from './stop-link.ts'
import { tellMembers } from './tell.ts'

export interface TellingSpace {
  readonly space: TestSpace
  readonly storage: Storage
  readonly mail: TestMailServer
  readonly url: string
  /** Does what is due, reminders first, and gives how many mails the server has by then. */
  runAll(mailer?: Mailer): Promise<number>
  /** What became of each piece of news, the oldest first. */
  states(): Promise<readonly string[]>
  /** Opens another server over the same database. */
  another(): Promise<Storage>
}

/** Where members of a test write to. */
export const inboundMail = {
  address: 'help@portal.example',
  secret: 'a-secret-of-the-mail-system',
}

const URL_OF_PORTAL = 'https://portal.example'

export async function inTellingSpace(
  makeDatabase: MakeDatabase,
  now: Instant,
  work: (telling: TellingSpace) => Promise<void>,
): Promise<void> {
  const database = await makeDatabase(sampleAt(now))
  const mail = await openMailServer()
  try {
    const storage = await database.open()
    const space = await openTestSpace(storage, now, provenDocuments, tellMembers)
    await work({
      ...{ space, storage, mail, url: URL_OF_PORTAL },
      runAll: async (mailer) => {
        await runnerOf(storage, space, 'house', mailer ?? null).runDue()
        await runnerOf(storage, space, 'sending', mailer ?? smtp(mail)).runDue()
        return mail.mails.length
      },
      states: async () => {
        const rows = await storage.read
          .selectFrom('news')
          .select(['kind', 'state'])
          .orderBy('made_at')
          .orderBy('key')
          .execute()
        return rows.map(({ kind, state }) => `${kind} ${state}`)
      },
      another: () => database.open(),
    })
  } finally {
    await mail.close()
    await database.remove()
  }
}

/** Nobody has a device here that wants anything pushed. */
const noPusher: Pusher = { publicKey: '', push: async () => ({ kind: 'gone' }) }

export function smtp(mail: TestMailServer): Mailer {
  return makeSmtpMailer(mail.url, 'Portal <portal@portal.example>')
}

/** What the server runs, for one of its two lanes. */
export function runnerOf(
  storage: Storage,
  space: Pick<TestSpace, 'now' | 'log'>,
  lane: 'house' | 'sending',
  mailer: Mailer | null,
  pusher: Pusher = noPusher,
) {
  const { handlers, ...more } =
    lane === 'house'
      ? { handlers: registerNews().jobs(storage) }
      : sendingOf(storage, must(mailer, 'sending needs one'), pusher)
  // The other rooms' jobs wait: this runner knows none of them.
  return makeJobRunner({
    ...{ storage, handlers, lane: { kinds: [...handlers.keys()], isOwn: true }, ...more },
    now: () => space.now,
    log: (line) => space.log.push(line),
  })
}

function sendingOf(storage: Storage, mailer: Mailer, pusher: Pusher) {
  return registerNews().sending({
    ...{ storage, mailer, pusher, stopLinks: makeStopLinks('secret'), url: () => URL_OF_PORTAL },
    marks: makeTicketMarks(inboundMail),
  })
}

/** From now on the space's own jobs tell too, as those of a server do. */
export function tellInJobs({ space, storage, mail }: TellingSpace): void {
  const { handlers } = sendingOf(storage, smtp(mail), noPusher)
  for (const [kind, handler] of [...registerNews().jobs(storage), ...handlers]) {
    space.jobHandlers.set(kind, handler)
  }
}
