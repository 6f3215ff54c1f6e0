import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { arrival } from './arrival'
import { goToCentre } from './centre'

/** What the page's address says besides; the centre that it names is where one is from now on. */
export function useCame(): Partial<Record<string, string>> {
  const { params } = useRouter()
  // Before the page asks for anything.
  useState(() => {
    const { centre } = arrival(params)
    if (centre) goToCentre(centre)
    return centre
  })
  return params
}
