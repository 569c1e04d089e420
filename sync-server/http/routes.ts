import type { Context, Hono } from 'hono'
import type { SignedIn } from '../auth/auth.ts'

/** Who sends this request, or null. */
export type SignedInOf = (context: Context) => Promise<SignedIn | null>

/** Adds the routes of one noun to the app. */
export type Routes = (app: Hono, signedInOf: SignedInOf) => void
