/**
 * Entries of the ledger that charge for something. Half of all entries do, and their kind is how an index begins: an engine that finds them by
 * it reads half the ledger for one booking. Asked like this it cannot, and takes the index of whatever else is asked for.
 */
import { type SqlBool, sql } from 'kysely'

export const isCharge = sql<SqlBool>`cause_kind || '' = 'charge'`
