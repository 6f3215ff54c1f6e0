import { View } from '@tarojs/components'
import { Chip } from '../../components/Chip'
import { spokenAs } from '../../components/press'
import type { OrderChoice } from '../../domain/order-desk-page'
import { deskWords as words, whyNotChosen } from '../../text/order-desk-words'
import { dot } from '../../text/spacing'

interface ChoicesProps {
  choices: readonly OrderChoice[]
  chosen: readonly OrderChoice[]
  onChoose(choice: OrderChoice): void
}

/** Whom it can be given to: who does such things first, by the menu; others below, and said to be that. */
export function Choices({ choices, chosen, onChoose }: ChoicesProps) {
  const parts = partsOf(choices)
  return (
    <View>
      {parts.map(([title, within]) => (
        <View key={title} aria-label={title} {...spokenAs('group')}>
          {parts.length > 1 && <View className='soft desk-note'>{title}</View>}
          <View className='desk-chips desk-note'>
            {within.map((choice) => (
              <Chip
                key={choice.id}
                on={chosen.some(({ id }) => id === choice.id)}
                disabled={choice.whyNot !== null}
                label={[`${choice.name} ${words.kinds[choice.kind]}`, whyNotChosen(choice.whyNot)]
                  .filter(Boolean)
                  .join('，')}
                onPress={() => onChoose(choice)}
              >
                {[choice.name, choice.staff ? words.staffTag : words.kinds[choice.kind]].filter(Boolean).join(dot)}
              </Chip>
            ))}
          </View>
        </View>
      ))}
      {reasonsOf(choices).map(([reason, names]) => (
        <View key={reason} className='soft desk-note'>{`${reason}：${names.join('、')}`}</View>
      ))}
      {choices.some(({ whyNot }) => whyNot !== null) && <View className='soft desk-note'>{words.whyNotNext}</View>}
    </View>
  )
}

/** The choices under what is known of them, in the order in which they are likely. */
function partsOf(choices: readonly OrderChoice[]): [title: string, within: OrderChoice[]][] {
  const parts = new Map<string, OrderChoice[]>()
  for (const title of Object.values(words.known)) parts.set(title, [])
  for (const choice of choices) {
    const { whyNot, known } = choice
    parts.get(whyNot === null ? words.known[known ?? 'people'] : words.known.cannot)?.push(choice)
  }
  return [...parts].filter(([, within]) => within.length > 0)
}

/** Why some cannot be chosen, each reason once with whom it is about. */
function reasonsOf(choices: readonly OrderChoice[]): [reason: string, names: string[]][] {
  const reasons = new Map<string, string[]>()
  for (const { name, whyNot } of choices) {
    const reason = whyNotChosen(whyNot)
    if (reason !== null) reasons.set(reason, [...(reasons.get(reason) ?? []), name])
  }
  return [...reasons]
}
