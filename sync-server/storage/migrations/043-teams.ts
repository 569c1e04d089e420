/** Where a team is at home, what comes with it, what its people may use, and who is asked to join. Teams had no location of their own: that of whoever manages them. */
import { type Kysely, sql } from 'kysely'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    `alter table team add column site_id text not null default ''`,
    `update team set site_id = coalesce((select site_id from member_site where member_id = team.manager_id and position = 0), '')`,
    'alter table team add column tier_id text',
    'alter table team add column seats integer',
    `alter table member add column team_limits text not null default '{"quotas":[],"money":null}'`,
    `create table team_invitation (team_id text not null references team (id), member_id text not null references member (id),
      body text not null, primary key (team_id, member_id))`,
    'create table team_week (team_id text not null references team (id), week text not null, body text not null, primary key (team_id, week))',
    'create index team_invitation_of_member on team_invitation (member_id)',
  ]) {
    await sql.raw(statement).execute(db)
  }
}
