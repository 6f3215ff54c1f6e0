import { mergeInternalComponents } from '@tarojs/shared'
import spoken from './spoken.json'

mergeInternalComponents(spoken)
