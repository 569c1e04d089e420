/** What must hold of papers at any moment. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { InvariantCheck } from './invariants.ts'
import { pdfOf } from './papers.ts'

export const paperInvariants: readonly InvariantCheck[] = [
  {
    title: 'the bytes of every paper have its hash',
    violations: async (reader) => {
      const papers = await reader.selectFrom('paper').select(['id', 'sha256']).execute()
      const broken: string[] = []
      // One by one: all of them at once would be as large as the space is old.
      for (const { id, sha256 } of papers) {
        const pdf = await pdfOf(reader, id)
        const found = createHash('sha256')
          .update(pdf ?? '')
          .digest('hex')
        if (found !== sha256) broken.push(id)
      }
      return broken
    },
  },
  {
    title: 'every paper is of a bill, and was signed with a key of its location',
    violations: async (reader) => {
      const { rows } = await sql<{ id: string }>`select p.id from paper p
        left join bill b on b.id = p.bill_id and b.site_id = p.site_id
        left join signing_key k on k.id = p.key_id and k.site_id = p.site_id and k.since <= p.signed_at
        where b.id is null or k.id is null`.execute(reader)
      return rows.map(({ id }) => id)
    },
  },
]
