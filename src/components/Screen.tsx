import { type ReactNode, useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { frame } from '../text/frame'
import { DisplaySheet } from './DisplaySheet'
import { show, useDisplay } from './display'
import { dressSystem, topInset } from './frame'
import { pressable, spokenAs } from './press'
import { TabBar, type Tab } from './TabBar'
import { goBack } from './ways'
import './Screen.css'

interface ScreenProps {
  title: string
  /** The tab that this screen is; one that is no tab can be gone back from. */
  tab?: Tab
  /** At a desk the screen may take more of its width. */
  wide?: boolean
  /** A further control at the top, such as sharing. */
  aside?: ReactNode
  /** What one can do here, kept within the thumb's reach at the bottom. */
  action?: ReactNode
  /** A sheet that lies over the screen. */
  sheet?: ReactNode
  children: ReactNode
}

/**
 * The frame of every screen: its size and colours, the top bar with the title and the switch for large type, and at
 * the bottom what one can do, or the tabs.
 */
export function Screen({ title, tab, wide = false, aside, action, sheet, children }: ScreenProps) {
  const { size, scheme, elder } = useDisplay()
  const [choosing, setChoosing] = useState(false)
  const words = frame(elder)
  useEffect(() => dressSystem({ size, scheme }), [size, scheme])
  useDidShow(() => {
    dressSystem({ size, scheme })
    void Taro.setNavigationBarTitle({ title }).catch(() => undefined)
  })

  return (
    <View className={`screen size-${size} scheme-${scheme}${wide ? ' screen-wide' : ''}`}>
      <View className='screen-top' style={{ paddingTop: topInset() }}>
        {tab ? (
          <Text className='screen-title'>{title}</Text>
        ) : (
          <View className='screen-back' {...pressable({ label: words.backFrom(title), onPress: goBack })}>
            <Text className='screen-back-sign'>‹</Text>
            <Text className='screen-title'>{title}</Text>
          </View>
        )}
        <View className='screen-aside'>
          {aside}
          <View
            className='pill pill-size'
            {...pressable({
              label: words.sizeLabel,
              onPress: () => show({ size: elder ? 'standard' : 'large' }),
            })}
          >
            {words.size}
          </View>
          <View
            className='pill pill-round'
            {...pressable({ label: words.displayLabel, onPress: () => setChoosing(true) })}
          >
            <View className='half-moon' />
          </View>
        </View>
      </View>
      <View className='screen-body' {...spokenAs('main')}>
        {children}
      </View>
      {(action || tab) && (
        <View className='screen-foot'>
          {action && <View className='screen-action'>{action}</View>}
          {tab && <TabBar current={tab} />}
        </View>
      )}
      {sheet}
      {choosing && <DisplaySheet onClose={() => setChoosing(false)} />}
    </View>
  )
}
