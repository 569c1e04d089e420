// `npm run check`: types, lint, walls and the fast tests, in under a minute.
import { run } from './guard.js'

run('tsc', ['-b'])
run('biome', ['check', '.'])
run('vitest', ['run', '--project', 'fast', '--project', 'client'])
