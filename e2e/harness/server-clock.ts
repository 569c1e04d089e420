/** Loaded into the server before its first line (`node --import`): moves its clock to the journeys' morning. */
import { moveClock } from './clock.ts'

moveClock(Number(process.env['JOURNEY_CLOCK_OFFSET_MS']))
