import { useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import { actAs, type DemoPerson, demoPeople, localIdentity } from '../cloud/visitor'
import { Choice } from '../components/Choice'
import { useDisplay } from '../components/display'
import { pressable } from '../components/press'
import { Sheet } from '../components/Sheet'
import { demoWords } from '../text/demo'
import './ActAs.css'

const stranger = 'stranger'

/** A strip over every screen of a local build: as whom one acts, and a way to act as someone else. */
export default function ActAs() {
  const { size, scheme } = useDisplay()
  const [people, setPeople] = useState<DemoPerson[]>([])
  const [choosing, setChoosing] = useState(false)
  useEffect(() => {
    demoPeople().then(setPeople, () => undefined)
  }, [])
  const current = people.find(({ id }) => id === localIdentity())
  const options = [
    { value: stranger, label: demoWords.stranger, note: demoWords.strangerNote },
    ...people.map(({ id, name, note }) => ({ value: id, label: name, note })),
  ]
  return (
    <View className={`demo size-${size} scheme-${scheme}`}>
      <View className='demo-strip' {...pressable({ label: demoWords.title, onPress: () => setChoosing(true) })}>
        <Text className='demo-who'>{demoWords.strip(current?.name ?? demoWords.stranger)}</Text>
        <Text className='demo-change'>{demoWords.change}</Text>
      </View>
      {choosing && (
        <Sheet title={demoWords.title} onClose={() => setChoosing(false)}>
          <Choice
            label={demoWords.strip(current?.name ?? demoWords.stranger)}
            options={options}
            value={current?.id ?? stranger}
            onChange={(id) => actAs(people.find((each) => each.id === id) ?? null)}
          />
        </Sheet>
      )}
    </View>
  )
}
