import type { ActivityMessage, Template } from '../../src/domain/message'
import type { LatestChange } from '../../src/domain/push'

/** WeChat's limit of a `thing`. It refuses the whole message where one field is longer, or empty. */
const most = 20

/** A text on one line, no longer than a `thing` may be, however WeChat counts a character beyond the common ones. */
function thing(text: string): { value: string } {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return { value: line || '—' }
  let cut = ''
  for (const character of line) {
    if (cut.length + character.length >= most) break
    cut += character
  }
  return { value: `${cut}…` }
}

/** At most five Chinese characters, so only our own words. */
type Phrase = '已报上' | '等您回话' | '已补上' | '取消' | '改期' | '换地点'
const phrase = (text: Phrase) => ({ value: text })

const pad = (number: number): string => String(number).padStart(2, '0')

/** "2026年12月3日 09:30", at the centre. */
function time(at: number): { value: string } {
  const local = new Date(at + 8 * 60 * 60 * 1000)
  const date = `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日`
  return { value: `${date} ${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}` }
}

const canLeave = '来不了点“退掉”，不算爽约'

/** The fields of a template, in the order in which they were chosen on WeChat's platform. */
export function fieldsOf(
  template: Template,
  message: ActivityMessage,
  place: string,
  change?: LatestChange,
): Record<string, { value: string }> {
  const { title, startsAt, kind, reason, expiresAt } = message
  switch (template) {
    case 'signup-success':
      return {
        thing1: thing(title),
        time2: time(startsAt),
        thing3: thing(place),
        phrase4: phrase('已报上'),
        thing5: thing('来不了请早点退，位子让给邻居'),
      }
    case 'waitlist-promoted':
      return {
        thing1: thing(title),
        time2: time(startsAt),
        phrase3: phrase(kind === 'offered' ? '等您回话' : '已补上'),
        thing4: thing(
          kind === 'offered' ? `${time(expiresAt ?? 0).value.slice(-5)} 前点一下才算` : '来不了请早点退，好让后面的人',
        ),
      }
    case 'activity-change':
      return {
        thing1: thing(title),
        phrase2: phrase(kind === 'cancelled' ? '取消' : change?.time === false ? '换地点' : '改期'),
        time3: time(startsAt),
        thing4: thing(reason ?? ''),
        thing5: thing(kind === 'cancelled' ? '点开看看别的活动' : change?.place ? `新地点：${change.place}` : canLeave),
      }
    case 'activity-reminder':
      return { thing1: thing(title), time2: time(startsAt), thing3: thing(place), thing4: thing('来了请签到') }
  }
}
