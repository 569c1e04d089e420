import { type ComponentProps, type JSX, lazy, Show, Suspense } from 'solid-js'

const PayLine = lazy(async () => ({ default: (await import('./pay-line.tsx')).PayLine }))

/** Only where anything is paid when it is booked. */
export function PayPart(props: ComponentProps<typeof PayLine>): JSX.Element {
  return (
    <Show when={props.catalogue.rates.some(({ isPrepaid }) => isPrepaid)}>
      <Suspense>
        <PayLine {...props} />
      </Suspense>
    </Show>
  )
}
