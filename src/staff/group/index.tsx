import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Empty } from '../../components/Empty'
import { Loading } from '../../components/Loading'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import type { DeskGroup } from '../../domain/group-page'
import { deskGroupWords, groupDeskWords as words } from '../../text/group-desk-words'
import '../../text/group-refusals'
import '../../text/staff-refusals'
import { GroupSheet } from './GroupSheet'
import { PeopleSheet } from './PeopleSheet'
import './group.css'

type Opened = { kind: 'edit'; group: DeskGroup | undefined } | { kind: 'people'; group: DeskGroup }

/** The desk of standing groups: each with its people, its meetings and its end. */
export default function GroupDeskPage() {
  const { params } = useRouter()
  // Names of others are not for a phone to remember.
  const desk = useQuery('group.desk', () => call.group.desk({}), false)
  const [opened, setOpened] = useState<Opened>()
  const { value } = desk
  const named = value?.groups.filter(({ id }) => params.id === undefined || id === params.id) ?? []
  const groups = [...named].sort((one, other) => Number(other.open) - Number(one.open))
  const done = async (toast: string) => {
    setOpened(undefined)
    void Taro.showToast({ title: toast, icon: 'none' })
    await desk.refresh()
  }
  const close = () => setOpened(undefined)
  const sheet =
    opened?.kind === 'people' ? (
      <PeopleSheet group={opened.group} onClose={close} onDone={done} onChanged={desk.refresh} />
    ) : (
      opened && <GroupSheet group={opened.group} items={value?.items ?? []} onClose={close} onDone={done} />
    )
  return (
    <Screen title={words.title} wide sheet={sheet}>
      {desk.problem && <Trouble problem={desk.problem} retry={desk.refresh} />}
      {!value && desk.loading && <Loading cards={3} />}
      {value && (
        <View>
          {value.makes && value.items.length === 0 && <View className='soft'>{words.noItems}</View>}
          {value.makes && value.items.length > 0 && (
            <Button kind='plain' onPress={() => setOpened({ kind: 'edit', group: undefined })}>
              {words.newGroup}
            </Button>
          )}
          {groups.length === 0 && <Empty {...words.empty} />}
          <View className='groups-rows'>
            {groups.map((group) => (
              <Card key={group.id}>
                <View className='groups-name'>{group.name}</View>
                <View className='soft'>{[group.meets, group.place].join('，')}</View>
                <View className='soft'>{deskGroupWords(group)}</View>
                {group.open && group.leader === null && <View className='soft'>{words.ledByNobody}</View>}
                {group.open && (
                  <View className='groups-ways'>
                    <Button
                      kind='plain'
                      label={`${words.people}：${group.name}`}
                      onPress={() => setOpened({ kind: 'people', group })}
                    >
                      {words.people}
                    </Button>
                    <Button
                      kind='plain'
                      label={`${words.edit}：${group.name}`}
                      onPress={() => setOpened({ kind: 'edit', group })}
                    >
                      {words.edit}
                    </Button>
                  </View>
                )}
              </Card>
            ))}
          </View>
        </View>
      )}
    </Screen>
  )
}
