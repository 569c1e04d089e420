/** The one door of the news room: what it settles, what it hears of settlements, and what it sends later. */
import type { JobHandler } from '../jobs/job-runner.ts'
import type { Storage } from '../storage/storage.ts'
import { keepLookingAhead, makeLookAhead } from './look-ahead.ts'
import { makeRemind } from './remind.ts'
import { makeRemindOfEvents } from './remind-of-events.ts'
import type { SendPorts } from './say-news.ts'
import { makeSendNews, makeSendTogether } from './send-news.ts'
import { choiceKinds } from './settle-choice.ts'
import { tellMembers } from './tell.ts'
import { SEND, SEND_TOGETHER } from './write-news.ts'

export function registerNews() {
  return {
    kinds: choiceKinds,
    tell: tellMembers,
    keepLooking: keepLookingAhead,
    /** What is done beside everything else. */
    jobs: (storage: Storage): ReadonlyMap<string, JobHandler> =>
      new Map([makeRemind(storage), makeRemindOfEvents(storage), makeLookAhead(storage)]),
    /** What waits for somebody else's mail system, and has a runner of its own so that nothing else waits for it. */
    sending: (ports: SendPorts) => ({
      handlers: new Map<string, JobHandler>([
        [SEND, makeSendNews(ports)],
        [SEND_TOGETHER, makeSendTogether(ports)],
      ]),
      /** An hour between attempts, once they have grown: more of them than a day has. */
      attemptsMax: 40,
    }),
  }
}
