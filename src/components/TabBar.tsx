import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { frame } from '../text/frame'
import { useDisplay } from './display'
import { pressable, spokenAs } from './press'
import './TabBar.css'

const pages = {
  home: '/pages/home/index',
  activity: '/pages/activity/list',
  member: '/pages/table/index',
} as const

export type Tab = keyof typeof pages

const tabs = Object.keys(pages) as Tab[]

/** The tabs, part of the screen rather than of the system, so that they grow with the text. */
export function TabBar({ current }: { current: Tab }) {
  const { elder } = useDisplay()
  const words = frame(elder)
  return (
    <View className='tabs' {...spokenAs('tablist')}>
      {tabs.map((tab) => (
        <View
          key={tab}
          className={tab === current ? 'tab tab-on' : 'tab'}
          {...pressable({
            label: words.tabs[tab],
            role: 'tab',
            on: tab === current,
            onPress: () => {
              if (tab !== current) void Taro.switchTab({ url: pages[tab] })
            },
          })}
        >
          <View className='tab-sign' />
          <Text>{words.tabs[tab]}</Text>
        </View>
      ))}
    </View>
  )
}
