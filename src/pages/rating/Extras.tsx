import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Button } from '../../components/Button'
import { Chip } from '../../components/Chip'
import { useDisplay } from '../../components/display'
import { Field } from '../../components/Field'
import { spokenAs } from '../../components/press'
import { type Dimension, highTags, lowTags, type RatingPage, type RatingTag } from '../../domain/rating'
import { ratingWords, tagWords } from '../../text/rating-words'
import { askedOf, type Ballot } from './ballot'

interface ExtrasProps {
  page: RatingPage
  ballot: Ballot
  overall: number | null
  question(of: Dimension): ReactNode
  onChange(ballot: Ballot): void
}

/** The most reasons that one gives. */
const most = 6

/** Reasons, words and further questions, for those who like to say more; folded away until asked for. */
export function Extras({ page, ballot, overall, question, onChange }: ExtrasProps) {
  const { elder } = useDisplay()
  const words = ratingWords(elder)
  const [open, setOpen] = useState(ballot.tags.length > 0 || ballot.comment !== '' || ballot.contact)
  if (!open)
    return (
      <View className='rating-part'>
        <Button kind='plain' onPress={() => setOpen(true)}>
          {words.more}
        </Button>
      </View>
    )
  const low = overall !== null && overall <= 2
  const toggle = (tag: RatingTag) => {
    const has = ballot.tags.includes(tag)
    if (!has && ballot.tags.length >= most) return
    onChange({ ...ballot, tags: has ? ballot.tags.filter((each) => each !== tag) : [...ballot.tags, tag] })
  }
  const reasons = overall !== null && overall <= 3 ? lowTags : highTags
  return (
    <View className='rating-part'>
      {/* In plain wording reasons are asked only of those who were not content. */}
      {overall !== null && (!elder || low) && (
        <View aria-label={words.tags} {...spokenAs('group')}>
          <View className='field-label'>{words.tags}</View>
          <View className='rating-tags'>
            {[...new Set([...ballot.tags, ...reasons])].map((tag) => (
              <Chip key={tag} on={ballot.tags.includes(tag)} onPress={() => toggle(tag)}>
                {tagWords[tag]}
              </Chip>
            ))}
          </View>
        </View>
      )}
      {!elder && askedOf(page).optional.map(question)}
      <Field
        label={words.comment}
        hint={words.commentHint}
        maxLength={200}
        value={ballot.comment}
        onChange={(comment) => onChange({ ...ballot, comment })}
      />
      <View className='rating-tags'>
        <Chip on={ballot.contact} onPress={() => onChange({ ...ballot, contact: !ballot.contact })}>
          {words.contact}
        </Chip>
      </View>
      <View className='soft rating-part'>{words.contactNote}</View>
    </View>
  )
}
