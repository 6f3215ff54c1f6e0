import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../cloud/call'
import { useAction } from '../../cloud/useAction'
import { useQuery } from '../../cloud/useQuery'
import { Button } from '../../components/Button'
import { useConfirm } from '../../components/Confirm'
import { LinkRow } from '../../components/LinkRow'
import { Loading } from '../../components/Loading'
import { spokenAs } from '../../components/press'
import { Screen } from '../../components/Screen'
import { Trouble } from '../../components/Trouble'
import { useNow } from '../../components/useNow'
import type { Composer } from '../../domain/menu-page'
import '../../text/menu-refusals'
import { chosenWords, composerWords as words, factWords, publishConfirm } from '../../text/menu-staff-words'
import { ComposerHead } from './ComposerHead'
import { Dropped } from './Dropped'
import { MinimumSheet } from './MinimumSheet'
import { dot } from '../../text/spacing'
import './menu.css'

const go = (url: string) => () => void Taro.navigateTo({ url })

/** The menu as staff compose it: how far it is, category by category, and the way to let residents read it. */
export default function ComposeMenu() {
  const now = useNow()
  const composer = useQuery('menu.compose', () => call.menu.compose({}))
  const { value } = composer
  const [question, ask] = useConfirm()
  const [setting, setSetting] = useState(false)
  const publish = useAction((intent, version: number) => call.menu.publish({ intent, version }))
  const send = async (page: Composer) => {
    if (!(await ask(publishConfirm(page.unpublished)))) return
    const answer = await publish.run(page.version)
    if (answer.ok) void Taro.showToast({ title: words.published, icon: 'none' })
    await composer.refresh()
  }
  const minimum = setting && value && (
    <MinimumSheet
      minimum={value.minimum}
      most={value.categories.length}
      onClose={() => setSetting(false)}
      onSaved={composer.refresh}
    />
  )
  return (
    <Screen
      title={words.title}
      wide
      sheet={question || minimum}
      action={
        value?.publishes && (
          <View className='composer-actions'>
            <Button kind='plain' onPress={go('/staff/menu/preview')}>
              {words.preview}
            </Button>
            <Button busy={publish.busy} disabled={value.unpublished === 0} onPress={() => send(value)}>
              {words.publish}
            </Button>
          </View>
        )
      }
    >
      {composer.problem && <Trouble problem={composer.problem} retry={composer.refresh} />}
      {publish.problem && (
        <Trouble
          problem={publish.problem}
          retry={() => void publish.again()}
          refresh={composer.refresh}
          close={publish.dismiss}
        />
      )}
      {!value && composer.loading && <Loading cards={5} />}
      {value && (
        <View>
          <ComposerHead page={value} now={now} onMinimum={() => setSetting(true)} />
          <Dropped page={value} refresh={composer.refresh} />
          <LinkRow label={words.groups} onPress={go('/staff/group/index')} />
          <LinkRow label={words.providers} onPress={go('/staff/provider/index')} />
          <View className='subheading composer-part' {...spokenAs('heading')}>
            {words.categories}
          </View>
          <View className='composer-categories'>
            {value.categories.map(({ code, name, chosen, stock, served }) => (
              <View key={code} className='composer-category'>
                <LinkRow
                  label={name}
                  note={`${chosenWords(chosen, stock)}${dot}${served ? words.counts : words.notCounts}`}
                  onPress={go(`/staff/menu/category?code=${code}`)}
                />
              </View>
            ))}
          </View>
          {value.facts.length > 0 && <View className='subheading composer-part'>{words.history}</View>}
          {[...value.facts].reverse().map((fact) => (
            <View key={fact.id} className='soft'>
              {factWords(fact, now)}
            </View>
          ))}
        </View>
      )}
    </Screen>
  )
}
