/** When the doors are open, day by day; closing may lie past midnight and belongs to the day it began. */
import { createMemo, For, type JSX, Show } from 'solid-js'
import type { OpeningHours, OpenSpan } from '../../../domain/sites/opening-hours.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { CheckField } from './fields.tsx'
import { SettingFrame } from './setting-frame.tsx'
import { createSetting } from './setting-state.ts'
import { TimeField } from './try-it.tsx'

export function HoursPart(props: { readonly space: Space }): JSX.Element {
  const stamp = createMemo(() => fingerprint(props.space.catalogue.site.hours))
  return (
    <Show when={stamp()} keyed>
      {(_stamp) => <HoursForm space={props.space} />}
    </Show>
  )
}

function HoursForm(props: { readonly space: Space }): JSX.Element {
  const setting = createSetting({
    kind: 'hours.save',
    key: `hours/${props.space.catalogue.site.id}`,
    catalogue: () => props.space.catalogue,
    before: () => props.space.catalogue.site.hours,
    start: props.space.catalogue.site.hours,
    bodyOf: (hours: OpeningHours) => ({ hours }),
    onSaved: () => undefined,
  })
  return (
    <SettingFrame space={props.space} setting={setting} label={words.settings.parts.hours}>
      <HoursFields
        hours={setting.value()}
        problemAt={(day) => setting.problemAt(`hours.${day}`)}
        onChange={setting.set}
      />
    </SettingFrame>
  )
}

const usual: OpenSpan = { opens: 8 * 60, closes: 18 * 60 }

export function HoursFields(props: {
  readonly hours: OpeningHours
  readonly problemAt: (day: number) => string | null
  readonly onChange: (hours: OpeningHours) => void
}): JSX.Element {
  const setDay = (day: number, spans: readonly OpenSpan[]) =>
    props.onChange(
      props.hours.map((one, index) => (index === day ? spans : one)) as unknown as OpeningHours, // as many days as before
    )
  return (
    <For each={words.amounts.weekdayNames}>
      {(name, day) => (
        <fieldset class="hours-day stack" data-gap="small">
          <legend>{name}</legend>
          <For
            each={(props.hours[day()] ?? []).map((_, index) => index)}
            fallback={<p class="soft">{words.settings.hours.closed}</p>}
          >
            {(index) => (
              <SpanFields
                day={name}
                span={props.hours[day()]?.[index] ?? usual}
                onChange={(span) => setDay(day(), (props.hours[day()] ?? []).with(index, span))}
                onRemove={() => setDay(day(), (props.hours[day()] ?? []).toSpliced(index, 1))}
              />
            )}
          </For>
          <p class="soft" data-problem="">
            {props.problemAt(day())}
          </p>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            onClick={() => setDay(day(), [...(props.hours[day()] ?? []), usual])}
          >
            {words.settings.hours.add(name)}
          </button>
        </fieldset>
      )}
    </For>
  )
}

function SpanFields(props: {
  readonly day: string
  readonly span: OpenSpan
  readonly onChange: (span: OpenSpan) => void
  readonly onRemove: () => void
}): JSX.Element {
  const isLate = () => props.span.closes > 1440
  const close = (minute: number, isNextDay: boolean) =>
    props.onChange({ ...props.span, closes: (minute % 1440) + (isNextDay ? 1440 : 0) })
  return (
    <div class="row" data-align="end">
      <TimeField
        label={words.settings.hours.opens}
        minute={props.span.opens}
        onChange={(opens) => props.onChange({ ...props.span, opens })}
      />
      <TimeField
        label={words.settings.hours.closes}
        minute={props.span.closes % 1440}
        onChange={(minute) => close(minute, isLate() || minute === 0)}
      />
      <CheckField
        label={words.settings.hours.nextDay}
        isOn={props.span.closes >= 1440}
        onChange={(isNextDay) => close(props.span.closes, isNextDay)}
      />
      <button
        type="button"
        class="button"
        data-kind="quiet"
        aria-label={words.settings.hours.remove(props.day)}
        onClick={() => props.onRemove()}
      >
        {words.settings.remove}
      </button>
    </div>
  )
}
