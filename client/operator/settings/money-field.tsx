import type { JSX } from 'solid-js'
import { words } from '../../ui/words.ts'
import { NumberField } from './fields.tsx'

/** An amount as people write it, kept in minor units; not a number while nothing is typed. */
export function MoneyField(props: {
  readonly label: string
  readonly currency: string
  readonly minor: number
  readonly hint?: string
  readonly problem: string | null
  readonly onChange: (minor: number) => void
}): JSX.Element {
  const digits = () => words.amounts.currencyDigits(props.currency)
  return (
    <NumberField
      label={`${props.label}, ${props.currency}`}
      value={props.minor / 10 ** digits()}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      problem={props.problem}
      onChange={(value) => props.onChange(Math.round(value * 10 ** digits()))}
    />
  )
}
