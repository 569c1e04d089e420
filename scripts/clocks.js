// `npm run clocks`: the tests of the rules and of the server on every pinned day in every pinned zone. An hour or so on two cores.
import { run } from './guard.js'

process.env['EVERY_CLOCK'] = '1'
run('vitest', ['run', '--project', 'clock*'])
