import type { PropsWithChildren } from 'react'
import { useLaunch } from '@tarojs/taro'
import { begin } from './cloud/transport'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  useLaunch(begin)
  return children
}
