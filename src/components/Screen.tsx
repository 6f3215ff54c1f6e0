import { type ReactNode, useEffect, useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro, { useDidShow } from '@tarojs/taro'
import { frame } from '../text/frame'
import { DisplaySheet } from './DisplaySheet'
import { show, useDisplay } from './display'
import { dressSystem, topInset } from './frame'
import { pressable } from './press'
import { TabBar, type Tab } from './TabBar'
import './Screen.css'

interface ScreenProps {
  title: string
  /** The tab that this screen is; one that is no tab can be gone back from. */
  tab?: Tab
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
export function Screen({ title, tab, aside, action, sheet, children }: ScreenProps) {
  const { size, scheme, elder } = useDisplay()
  const [choosing, setChoosing] = useState(false)
  const words = frame(elder)
  useEffect(() => dressSystem({ size, scheme }), [size, scheme])
  useDidShow(() => {
    dressSystem({ size, scheme })
    void Taro.setNavigationBarTitle({ title }).catch(() => undefined)
  })

  return (
    <View className={`screen size-${size} scheme-${scheme}`}>
      <View className='screen-top' style={{ paddingTop: `${topInset()}px` }}>
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
            className='pill'
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
      <View className='screen-body' {...(process.env.TARO_ENV === 'h5' && { role: 'main' })}>
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

/** Back to where one came from; from a shared card there is nothing to go back to, so it leads home. */
function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/home/index' })
}
