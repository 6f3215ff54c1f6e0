import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { chanceId } from '../../cloud/chance'
import { useAction } from '../../cloud/useAction'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { Field } from '../../components/Field'
import { LinkRow } from '../../components/LinkRow'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import type { DeskTimetable } from '../../domain/booking-page'
import { bookingDeskWords as words } from '../../text/booking-desk-words'
import { MenuSheet } from '../MenuSheet'
import { OffSheet } from './OffSheet'
import { type Series, told } from './series'

interface SeriesFormProps {
  title: string
  /** Nothing for a new one. */
  timetable?: DeskTimetable
  series: Series
  onSaved?(): Promise<void>
}

type Input = NonNullable<ReturnType<typeof told>['input']>

/** What is opened, when, for how many: the fields of a series, and a day on which it is closed. */
export function SeriesForm({ title, timetable, series: before, onSaved }: SeriesFormProps) {
  const [id] = useState(() => timetable?.id ?? chanceId(16))
  const [series, setSeries] = useState(before)
  const [shown, setShown] = useState(false)
  const [sheet, setSheet] = useState<'item' | 'off'>()
  const save = useAction((intent, input: Input) =>
    call.booking.saveTimetable({ intent, timetable: id, version: timetable?.version ?? 0, ...input }),
  )
  const { wrong, input } = told(series)
  const set = (change: Partial<Series>) => setSeries((old) => ({ ...old, ...change }))
  const after = async (answer: { ok: boolean } | undefined) => {
    if (!answer?.ok) return
    void Taro.showToast({ title: words.saved, icon: 'none' })
    if (onSaved) await onSaved()
    else await Taro.navigateBack()
  }
  const go = async () => {
    setShown(true)
    if (input) await after(await save.run(input))
  }
  const field = (
    name: keyof Series & ('title' | 'place' | 'note' | 'provider' | Times),
    label: string,
    most: number,
    hint?: string,
  ) => (
    <Field
      label={label}
      value={series[name]}
      maxLength={most}
      {...(hint !== undefined && { hint })}
      error={shown && wrong[name] ? words.wrong : null}
      onChange={(text) => set({ [name]: text })}
    />
  )
  return (
    <Screen
      title={title}
      sheet={
        sheet === 'item' ? (
          <MenuSheet
            words={{ title: words.item, categories: words.categories, noItems: words.noItems }}
            onClose={() => setSheet(undefined)}
            onChoose={(item) => {
              setSheet(undefined)
              set({ item, ...(series.title === '' && { title: item.name }) })
            }}
          />
        ) : (
          sheet === 'off' &&
          timetable && (
            <OffSheet timetable={timetable} onClose={() => setSheet(undefined)} onDone={async () => onSaved?.()} />
          )
        )
      }
      action={
        <Button busy={save.busy} onPress={go}>
          {words.save}
        </Button>
      }
    >
      {!timetable && (
        <View className='slots-chips' aria-label={words.kind} {...spokenAs('radiogroup')}>
          {(['service', 'room'] as const).map((kind) => (
            <Chip key={kind} kind='radio' on={series.kind === kind} onPress={() => set({ kind })}>
              {words.kinds[kind]}
            </Chip>
          ))}
        </View>
      )}
      {series.kind === 'service' && (
        <LinkRow
          label={words.item}
          note={series.item?.name ?? (shown ? words.wrong : words.itemNone)}
          onPress={() => setSheet('item')}
        />
      )}
      {field('title', words.name, 20)}
      {field('place', words.place, 30)}
      {field('note', words.note, 80)}
      {series.kind === 'service' && field('provider', words.provider, 20)}
      <View className='slots-chips' aria-label={words.weekdays} {...spokenAs('group')}>
        {[1, 2, 3, 4, 5, 6, 0].map((weekday) => (
          <Chip
            key={weekday}
            on={series.weekdays.includes(weekday)}
            label={`周${words.weekdayNames[weekday]}`}
            onPress={() =>
              set({
                weekdays: series.weekdays.includes(weekday)
                  ? series.weekdays.filter((each) => each !== weekday)
                  : [...series.weekdays, weekday],
              })
            }
          >
            {`周${words.weekdayNames[weekday]}`}
          </Chip>
        ))}
      </View>
      <View className='slots-pair'>
        {field('opens', words.opens, 5, words.clockHint)}
        {field('closes', words.closes, 5, words.clockHint)}
      </View>
      {field('minutes', words.minutes, 3)}
      <View className='slots-pair'>
        {series.kind === 'service' ? field('capacity', words.capacity, 3) : field('people', words.people, 3)}
        {series.kind === 'service' ? field('wait', words.wait, 2) : field('most', words.most, 1)}
      </View>
      <View className='slots-pair'>
        {field('from', words.from, 12, words.dateHint)}
        {field('until', words.until, 12, words.dateHint)}
      </View>
      <View className='slots-chips' {...spokenAs('radiogroup')}>
        <Chip kind='radio' on={!series.approval} onPress={() => set({ approval: false })}>
          {words.noApproval}
        </Chip>
        <Chip kind='radio' on={series.approval} onPress={() => set({ approval: true })}>
          {words.approval}
        </Chip>
      </View>
      {timetable && (
        <View>
          <View className='slots-chips' {...spokenAs('radiogroup')}>
            <Chip kind='radio' on={series.open} onPress={() => set({ open: true })}>
              {words.open}
            </Chip>
            <Chip kind='radio' on={!series.open} onPress={() => set({ open: false })}>
              {words.closed}
            </Chip>
          </View>
          <LinkRow label={words.off} note={words.offNote} onPress={() => setSheet('off')} />
          <View className='soft slots-none'>{words.kept}</View>
        </View>
      )}
      {save.problem && (
        <Trouble
          problem={save.problem}
          retry={async () => after(await save.again())}
          refresh={() => void onSaved?.()}
          close={save.dismiss}
        />
      )}
    </Screen>
  )
}

type Times = 'opens' | 'closes' | 'minutes' | 'capacity' | 'wait' | 'people' | 'most' | 'from' | 'until'
