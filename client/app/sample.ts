/** Whether this is the sample space: asked on contact, remembered for the metro, and in any case before the first paint of the ribbon. */
import { type Accessor, createSignal } from 'solid-js'

const SAMPLE_KEY = 'portal.sample'

export interface SamplePerson {
  readonly name: string
  readonly email: string
  readonly role: string
}

const [isSample, setIsSample] = createSignal(localStorage.getItem(SAMPLE_KEY) === '1')

export const isSampleSpace: Accessor<boolean> = isSample

/** The people of the sample space, none anywhere else or without a connection. */
export async function fetchSamplePeople(): Promise<readonly SamplePerson[]> {
  const response = await fetch('/api/sample').catch(() => null)
  if (response === null) return []
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  const isHere = response.ok && isJson
  setIsSample(isHere)
  if (isHere) localStorage.setItem(SAMPLE_KEY, '1')
  else localStorage.removeItem(SAMPLE_KEY)
  return isHere ? ((await response.json()) as { people: readonly SamplePerson[] }).people : []
}
