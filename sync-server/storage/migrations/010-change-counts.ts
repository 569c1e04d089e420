/**
 * The database counts the changes of its tables itself, whoever makes them, so that a server may keep what it read and sees within its own
 * transaction whether that still stands. What operators set up is counted in a row, which commits and rolls back with the change. Bookings
 * are written under the settlement's lock; on PostgreSQL a sequence counts them, because a row would make writers wait for each other that
 * the guard lets race.
 */
import { type Kysely, sql } from 'kysely'
import type { Engine } from '../storage.ts'

/** Every table that catalogues and people are read from. */
const spaceTables = [
  ...['setting', 'site', 'floor_plan', 'resource', 'closure', 'tier', 'rate'],
  ...['team', 'member', 'member_site'],
]

export async function migrate(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const statements = engine === 'sqlite' ? onSqlite() : onPostgres()
  for (const statement of statements) await sql.raw(statement).execute(db)
}

function onSqlite(): readonly string[] {
  const count = (table: string, subject: string) =>
    ['insert', 'update', 'delete'].map(
      (change) => `create trigger ${table}_${change}_counts after ${change} on ${table}
        begin update change_count set ${subject} = ${subject} + 1; end`,
    )
  return [
    'create table change_count (bookings integer not null, space integer not null)',
    'insert into change_count (bookings, space) values (0, 0)',
    ...count('booking', 'bookings'),
    ...spaceTables.flatMap((table) => count(table, 'space')),
  ]
}

function onPostgres(): readonly string[] {
  const count = (table: string, subject: string) =>
    `create trigger ${table}_counts after insert or update or delete on ${table}
      for each statement execute function count_${subject}()`
  return [
    'create sequence booking_change',
    'create table space_change (n bigint not null)',
    'insert into space_change (n) values (0)',
    `create function count_bookings() returns trigger language plpgsql as $$
      begin perform nextval('booking_change'); return null; end $$`,
    `create function count_space() returns trigger language plpgsql as $$
      begin update space_change set n = n + 1; return null; end $$`,
    `create view change_count as
      select (select last_value from booking_change) as bookings, (select n from space_change) as space`,
    count('booking', 'bookings'),
    ...spaceTables.map((table) => count(table, 'space')),
  ]
}
