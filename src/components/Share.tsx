import { useState } from 'react'
import { Button as SystemButton, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { frame } from '../text/frame'
import { useDisplay } from './display'
import { pressable } from './press'
import './Share.css'

/** Shares this screen: a card in WeChat; on the web whatever the browser offers, else the link to paste. */
export function Share({ title }: { title: string }) {
  const { elder } = useDisplay()
  const words = frame(elder)
  const [copied, setCopied] = useState(false)
  if (process.env.TARO_ENV === 'weapp')
    return (
      <SystemButton className='pill share' openType='share' aria-label={words.share}>
        {words.share}
      </SystemButton>
    )
  const share = async () => {
    const url = window.location.href
    if (navigator.share) return navigator.share({ title, url }).catch(() => undefined)
    await Taro.setClipboardData({ data: url })
    setCopied(true)
  }
  return (
    <View className='pill' {...pressable({ onPress: () => void share() })}>
      {copied ? words.copied : words.share}
    </View>
  )
}
