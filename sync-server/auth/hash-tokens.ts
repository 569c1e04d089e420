/**
 * better-auth keeps the token of a sign-in in plain text, so that a copy of the database would sign anybody in. This stands between it
 * and its own adapter: the column holds the SHA-256, the cookie the token. A fast hash is enough, because the token is random (190 bits).
 *
 * Guarantee: no call of better-auth writes or looks up a token unhashed, and whoever looked one up gets back the one they gave.
 */
import { createHash } from 'node:crypto'
import type { getAdapter } from 'better-auth/db/adapter'

type Adapter = Awaited<ReturnType<typeof getAdapter>>
type TransactionAdapter = Omit<Adapter, 'transaction'>
type Where = NonNullable<Parameters<Adapter['findMany']>[0]['where']>
interface Query {
  readonly model: string
  readonly where?: Where | undefined
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

export function hashTokens(base: Adapter): Adapter {
  return {
    ...hashing(base),
    transaction: (work) => base.transaction((inside) => work(hashing(inside))),
  }
}

function hashing<Base extends TransactionAdapter>(base: Base): Base {
  return {
    ...base,
    create: async (query) => {
      const created = await base.create({ ...query, data: hashedFields(query.model, query.data) })
      return restored(created, query.model === 'session' ? tokenIn(query.data) : null)
    },
    findOne: async (query) => restored(await base.findOne(hashed(query)), tokenSought(query)),
    update: async (query) => {
      const update = hashedFields(query.model, query.update)
      return restored(await base.update(hashed({ ...query, update })), tokenSought(query))
    },
    findMany: (query) => base.findMany(hashed(query)),
    count: (query) => base.count(hashed(query)),
    updateMany: (query) =>
      base.updateMany(hashed({ ...query, update: hashedFields(query.model, query.update) })),
    delete: (query) => base.delete(hashed(query)),
    deleteMany: (query) => base.deleteMany(hashed(query)),
    consumeOne: async (query) => restored(await base.consumeOne(hashed(query)), tokenSought(query)),
  } satisfies TransactionAdapter as Base // every method of the base, some of them replaced
}

function hashed<Q extends Query>(query: Q): Q {
  if (query.model !== 'session' || query.where === undefined) return query
  const where = query.where.map((one) => {
    if (one.field !== 'token') return one
    if (Array.isArray(one.value)) return { ...one, value: one.value.map(String).map(hashToken) }
    return { ...one, value: hashToken(String(one.value)) }
  })
  return { ...query, where }
}

function hashedFields<Fields extends object>(model: string, fields: Fields): Fields {
  const token = model === 'session' ? tokenIn(fields) : null
  return token === null ? fields : { ...fields, token: hashToken(token) }
}

function tokenIn(fields: object): string | null {
  return 'token' in fields && typeof fields.token === 'string' ? fields.token : null
}

function tokenSought({ model, where = [] }: Query): string | null {
  const sought = model === 'session' ? where.find((one) => one.field === 'token')?.value : null
  return typeof sought === 'string' ? sought : null
}

function restored<Row>(row: Row, token: string | null): Row {
  return row === null || token === null ? row : { ...row, token }
}
