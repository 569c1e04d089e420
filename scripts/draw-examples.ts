/**
 * For tests: properties draw the same examples in every `npm test`, so that what fails does so for whoever changed something, and again when
 * it is run again. `npm run properties` draws others, round by round.
 */
import fc from 'fast-check'

/** Every round of `npm run properties` has its own. */
const seed = Number(process.env['PROPERTY_SEED'] ?? 1)

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed })
