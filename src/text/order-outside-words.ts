import type { VolunteerState } from '../domain/volunteer'

interface Outside {
  title: string
  next: string
  /** What one does about it. */
  act: string
}

const soon = (elder: boolean): string => (elder ? '同意了，就能来这里接单。' : '同意以后，邻居点的单就在这里接。')

/** What whoever does not serve yet finds in place of what there is to be served, by where they stand as a volunteer. */
export function outsideWords(state: VolunteerState | 'stranger' | 'none', elder: boolean): Outside {
  switch (state) {
    case 'stranger':
      return {
        title: elder ? '想帮邻居办事？' : '邻居点的单，义工在这里接',
        next: elder ? '先说怎么称呼您，再登记做义工。' : '先说怎么称呼您，再登记做义工，社工同意了就能接。',
        act: '先说怎么称呼您',
      }
    case 'none':
    case 'left':
      return {
        title: elder ? '想帮邻居办事？' : '邻居点的单，义工在这里接',
        next: elder
          ? '先登记做义工，社工同意了，就能来接单。'
          : '买菜取药、陪着看病、修修水电……登记做义工，社工看过、培训一次，就能在这里接单。',
        act: elder ? '我想帮忙' : '登记做义工',
      }
    case 'applied':
      return {
        title: '登记收到了，等社工看',
        next: `一般两三天，看过就告诉您。${soon(elder)}`,
        act: '看我的登记',
      }
    case 'training':
      return {
        title: '还差一次培训',
        next: `不到一小时，社工会约您。${soon(elder)}`,
        act: '看我的登记',
      }
    case 'suspended':
      return { title: '现在不能接单', next: '社工暂停了您的义工。有疑问，请找社工。', act: '看我的登记' }
    default:
      return { title: '刚刚有了变化', next: '再看一眼，就能接单了。', act: '看看最新的' }
  }
}
