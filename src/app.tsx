import { lazy, type PropsWithChildren, Suspense } from 'react'
import { View } from '@tarojs/components'
import Taro, { useLaunch } from '@tarojs/taro'
import { begin } from './cloud/transport'
import { onNewVersion } from './cloud/update'
import { newVersion } from './text/frame'
import './app.css'

// Only a local build knows of demo persons: elsewhere the condition is false as written, and the import is not made.
const ActAs = BUILD_LOCAL ? lazy(() => import('./pages/ActAs')) : undefined

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    begin()
    onNewVersion(async () => (await Taro.showModal(newVersion)).confirm)
  })
  if (!ActAs) return children
  // Before the pages, in a place of its own from the first: on the web only the last thing in the app is shown.
  return (
    <>
      <View>
        <Suspense fallback={null}>
          <ActAs />
        </Suspense>
      </View>
      {children}
    </>
  )
}
