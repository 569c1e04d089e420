/** Notices a peer that is gone without having closed. Anything heard counts, an answered ping too, which needs nothing of the page. */
import { heard, makeHeartbeat, stepHeartbeat } from '../../domain/wire/heartbeat.ts'
import type { Clock } from './clock.ts'
import type { Socket } from './socket.ts'

export interface Pulse {
  /** To be called about once a second. */
  beat(): void
}

export function makePulse(socket: Socket, clock: Clock, onDead: () => void): Pulse {
  let heartbeat = makeHeartbeat(clock.now())
  const hear = () => {
    heartbeat = heard(heartbeat, clock.now())
  }
  socket.onMessage(hear)
  socket.onPong(hear)
  return {
    beat: () => {
      const step = stepHeartbeat(heartbeat, clock.now())
      heartbeat = step.beat
      if (step.verdict === 'ask') socket.ping()
      if (step.verdict === 'dead') onDead()
    },
  }
}
