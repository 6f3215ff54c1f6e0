import type { Visitor } from './visitor'

/** What volunteers see of their hours, what their staff see, and proofs. */
export const hoursSights = [
  { name: 'hours', as: 'r-01', path: '/pages/hours/index', says: /别人帮我/ },
  { name: 'hours-record', as: 'r-07', path: '/pages/hours/record', says: /培训/ },
  { name: 'hours-none', as: 'r-10', path: '/pages/hours/index', says: /还没有记下来/ },
  {
    name: 'hours-service',
    as: 'r-07',
    path: '/pages/hours/index',
    says: /便民维修日/,
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/便民维修日/)
      await visitor.sees('经过')
    },
  },
  {
    name: 'hours-appeal',
    as: 'r-07',
    path: '/pages/hours/index',
    says: /便民维修日/,
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/便民维修日/)
      await visitor.taps(/时间不对，我要说一说/)
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  { name: 'hours-desk', as: 'st-sw-2', path: '/staff/hours/index', says: /等点头的|都处理完了/ },
  { name: 'hours-late', as: 'st-sw-2', path: '/staff/hours/late', says: '来过，补上' },
  {
    name: 'hours-late-sheet',
    as: 'st-sw-2',
    path: '/staff/hours/late',
    says: '来过，补上',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^来过，补上/)
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  { name: 'proof', as: 'r-07', path: '/pages/proof/index', says: '开证明' },
  { name: 'proof-verify', path: '/pages/proof/verify', says: '核对证明' },
]
