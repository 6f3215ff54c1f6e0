/** The screens of standing groups. */
export const groupSights = [
  { name: 'group-list', as: 'r-01', path: '/pages/group/index?c=lilan', says: '榕树下太极队' },
  { name: 'group-own', as: 'r-01', path: '/pages/group/index?c=lilan&id=gr-choir', says: /^退出$/ },
  { name: 'group-full', as: 'r-05', path: '/pages/group/index?c=lilan&id=gr-taichi', says: /^(排队等位子|我要排队)$/ },
  { name: 'group-item', as: 'r-05', path: '/pages/menu/item?c=lilan&code=choir', says: /^(加入小组|我要加入)$/ },
  { name: 'group-desk', as: 'st-sw-1', path: '/staff/group/index?c=lilan', says: '老街合唱队' },
]
