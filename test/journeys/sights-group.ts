import type { Visitor } from './visitor'

const choir = '/pages/group/index?c=lilan&id=gr-choir'
const desk = { as: 'st-sw-1', path: '/staff/group/index?c=lilan', says: '老街合唱队' }

const lays = (name: string | RegExp) => async (visitor: Visitor) => {
  await visitor.taps(name)
  await visitor.page.getByRole('dialog').waitFor()
}

/** Who has family of the same age joins first themselves. */
const joined = async (visitor: Visitor) => {
  if (!(await visitor.has('陈婉群在小组里'))) await visitor.taps(/^(加入小组|我要加入)$/)
  await visitor.sees('陈婉群在小组里')
}

/** The screens of standing groups. */
export const groupSights = [
  { name: 'group-list', as: 'r-01', path: '/pages/group/index?c=lilan', says: '榕树下太极队' },
  { name: 'group-own', as: 'r-01', path: choir, says: /^退出$/ },
  { name: 'group-leave', as: 'r-01', path: choir, says: /^退出$/, prepare: lays('退出') },
  { name: 'group-choose', as: 'r-03', path: choir, says: /谁加入？|谁去？/ },
  { name: 'group-joined', as: 'r-03', path: choir, says: '老街合唱队', prepare: joined },
  {
    name: 'group-another',
    as: 'r-03',
    path: choir,
    says: '老街合唱队',
    prepare: async (visitor: Visitor) => {
      await joined(visitor)
      await visitor.taps(/^家里人/)
      await visitor.sees('陈伯涛')
    },
  },
  { name: 'group-full', as: 'r-05', path: '/pages/group/index?c=lilan&id=gr-taichi', says: /^(排队等位子|我要排队)$/ },
  { name: 'group-item', as: 'r-05', path: '/pages/menu/item?c=lilan&code=choir', says: /^(加入小组|我要加入)$/ },
  { name: 'group-desk', ...desk },
  { name: 'group-people', ...desk, prepare: lays(/名单/) },
  { name: 'group-edit', ...desk, prepare: lays(/改一改/) },
  { name: 'group-new', ...desk, prepare: lays('新建小组') },
  {
    name: 'group-off',
    ...desk,
    prepare: async (visitor: Visitor) => {
      await lays(/名单/)(visitor)
      await visitor.page.getByRole('dialog').getByRole('button', { name: /移出/ }).first().click()
      await visitor.sees(/移出名单？/)
    },
  },
]
