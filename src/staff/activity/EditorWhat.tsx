import { View } from '@tarojs/components'
import { useState } from 'react'
import { FieldError } from '../../components/FieldError'
import { Button } from '../../components/Button'
import { Field } from '../../components/Field'
import { Lines } from '../../components/Lines'
import { Sheet } from '../../components/Sheet'
import { Chip } from '../../components/Chip'
import type { Category } from '../../domain/catalogue'
import { editorWords, planLabels } from '../../text/editor-words'
import type { EditorPart } from './editor-part'

interface EditorWhatProps extends EditorPart {
  categories: readonly Category[]
}

/** What it is: its name, what is done there, its category. */
export function EditorWhat({ plan, change, wrong, categories }: EditorWhatProps) {
  const [choosing, setChoosing] = useState(false)
  const category = categories.find(({ code }) => code === plan.category)
  const { hints } = editorWords
  return (
    <View>
      <View className='subheading editor-heading'>{editorWords.sections.what}</View>
      <Field
        label={planLabels.title}
        hint={hints.title}
        value={plan.title ?? ''}
        error={wrong('title')}
        maxLength={30}
        onChange={(title) => change({ title: title || null })}
      />
      <View className='field'>
        <View className='field-label'>{planLabels.category}</View>
        <Button
          kind='plain'
          label={`${planLabels.category}：${category?.name ?? editorWords.choose}`}
          onPress={() => setChoosing(true)}
        >
          {category?.name ?? plan.category ?? editorWords.choose}
        </Button>
        <FieldError error={wrong('category')} />
      </View>
      <Lines
        label={planLabels.description}
        hint={hints.description}
        value={plan.description ?? ''}
        maxLength={600}
        onChange={(description) => change({ description: description || null })}
      />
      <Field
        label={planLabels.bring}
        hint={hints.bring}
        value={plan.bring ?? ''}
        maxLength={60}
        onChange={(bring) => change({ bring: bring || null })}
      />
      {choosing && (
        <Sheet title={planLabels.category} onClose={() => setChoosing(false)}>
          <View className='roster-chips'>
            {categories.map(({ code, name }) => (
              <Chip
                key={code}
                kind='radio'
                on={code === plan.category}
                onPress={() => {
                  change({ category: code })
                  setChoosing(false)
                }}
              >
                {name}
              </Chip>
            ))}
          </View>
        </Sheet>
      )}
    </View>
  )
}
