import type { OrderRefusal } from '../domain/order-refusal'
import { refresh, stay, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'
import { orderTimeRefusals } from './order-time-refusals'
import './rest-refusals'
import { dayWords } from './time'

/** "120 或 110". */
const callWords = (numbers: readonly string[]): string => numbers.join(' 或 ')

/** Why something about an order was refused. */
const orderRefusals: Wordings<OrderRefusal['reason']> = {
  ...orderTimeRefusals,
  'order-emergency': ({ ask, numbers }) => ({
    title: ask ? '是现在吗？' : '先打电话',
    message: ask
      ? `要是正在发生，马上打 ${callWords(numbers)}，别等点单。`
      : `这件事等不得点单，请现在就打 ${callWords(numbers)}。`,
    next: '也可以请值班社工马上联系您。',
    elder: { message: `现在就打 ${callWords(numbers)}。`, next: '也可以叫社工打给您。' },
    actions: [stay],
  }),
  'order-other-way': () => ({
    title: '这一项不用点单',
    message: '它是报名参加、加入小组或借用的。',
    next: '回到菜单，从那一项里进去。',
    elder: { message: '这一项不是点单的。', next: '回菜单里找它。' },
    actions: [{ label: '回去看看', action: 'back' }, stay],
  }),
  'order-item-gone': () => ({
    title: '菜单上没有了',
    message: '这一项中心暂时不做了。',
    next: '用自己的话说一说，我们想办法。',
    elder: { message: '这一项现在没有了。', next: '直接说您要什么。' },
    actions: [stay],
  }),
  'order-open-already': ({ placedAt }, now) => ({
    title: '这一样已经点过了',
    message: `您 ${dayWords(placedAt, now)} 已经点过，还没办完。`,
    next: '先看看那一单办到哪儿了；还要，就再点一次。',
    elder: { message: '您点过这个，还没办完。', next: '先看看那一单。' },
    actions: [stay],
  }),
  'order-taken': () => ({
    title: '有人先接了',
    message: '就在刚才，另一位邻居接下了这一单。',
    next: '谢谢您！看看别的单，也一样需要您。',
    elder: { message: '别人先接了。', next: '看看别的单吧。' },
    actions: [refresh, stay],
  }),
  'order-closed': () => ({
    title: '这一单已经结了',
    message: '它已经办完、取消或转到别处了。',
    next: '还需要，就再点一单。',
    elder: { message: '这一单已经完了。', next: '还要就再点一次。' },
    actions: [refresh, stay],
  }),
  'order-not-yours': () => ({
    title: '这一单不归您',
    message: '只有点单的人、接单的人和经办的社工能看、能办。',
    next: '回到自己的单子看看。',
    elder: { message: '这一单是别人的。', next: '看看自己的单子。' },
    actions: [{ label: '回去看看', action: 'back' }, stay],
  }),
  'order-crisis-stays': () => ({
    title: '社工会先打电话来',
    message: '请人马上联系的，不能自己取消，由社工来关。',
    next: '没事了，社工打来时说一声就行。',
    elder: { message: '社工会打给您。', next: '没事了，电话里说一声。' },
    actions: [stay],
  }),
  'order-partner-awaited': () => ({
    title: '等另一位到了一起进门',
    message: '您已经说过到了。为了大家安心，两个人一起上门。',
    next: '过了约的时间还没来，点“同伴没来”，先不进门。',
    elder: { message: '等另一位来，一起进门。', next: '他不来，就点“同伴没来”。' },
    actions: [refresh, stay],
  }),
  'order-unsent': () => ({
    title: '先写上去的是哪两位',
    message: '这一项要两个人一起上门，点单的人要知道是谁来。',
    next: '点“写上谁去”，写两个名字，再点“到了”。',
    elder: { message: '要两个人去，先写名字。', next: '点“写上谁去”。' },
    actions: [refresh, stay],
  }),
  'order-not-now': () => ({
    title: '现在还做不了这一步',
    message: '这一单刚刚有了变化。',
    next: '看一眼最新的情况，再接着办。',
    elder: { message: '这一单刚变了。', next: '看看最新的。' },
    actions: [refresh, stay],
  }),
  'order-own': () => ({
    title: '自己家的单不能接',
    message: '这是您自己或家里人的单。',
    next: '请别的邻居来，您去帮别家。',
    elder: { message: '这是您家的单。', next: '让别的邻居来接。' },
    actions: [stay],
  }),
  'order-adults-only': () => ({
    title: '上门的单要成年人接',
    message: '没满十八岁，不安排上门。',
    next: '看看在中心做的单，一样帮得上忙。',
    elder: { message: '上门要大人去。', next: '换一个在中心做的。' },
    actions: [refresh, stay],
  }),
  'order-not-cleared': ({ topic, whose }) => {
    const what = topic === 'home-visits' ? '上门' : '陪孩子'
    return whose === 'own'
      ? {
          title: `${what}要社工先同意`,
          message: `为了大家安心，义工${what}要先培训，再由社工点头。`,
          next: `到“我的帮忙”看培训到哪一步了，跟社工说想学${what}；不用${what}的单，现在就能接。`,
          elder: { message: `${what}要社工先同意。`, next: '跟社工说一声，先做别的单。' },
          actions: [refresh, stay],
        }
      : {
          title: `有人还不能${what}`,
          message: `选的义工里，有人没有经社工同意${what}。`,
          next: '换一位；或到“义工”里给这一位登记培训、点同意。',
          elder: { message: `选的人还不能${what}。`, next: '换一位，或先在“义工”里同意。' },
          actions: [stay],
        }
  },
  'order-second-missing': () => ({
    title: '要两个人一起去',
    message: '这一项上门须两人同行。',
    next: '再选一位，或交给一支队伍。',
    elder: { message: '上门要两个人。', next: '再选一位。' },
    actions: [stay],
  }),
  'order-guardian': () => ({
    title: '先问问监护人',
    message: '这一项给孩子做，要一位监护人同意。',
    next: '点一下是谁同意的，再交。',
    elder: { message: '给孩子的，要大人同意。', next: '点一下谁同意的。' },
    actions: [stay],
  }),
  'order-unsettled': () => ({
    title: '先定下是哪一样',
    message: '这是居民自己说的一件事，还没说定是菜单上的哪一样、要不要上门。',
    next: '点“归到菜单”，选一样，或说清去不去家里、去几个人，再派。',
    elder: { message: '还没定下是哪一样。', next: '先点“归到菜单”。' },
    actions: [refresh, stay],
  }),
  'order-no-door': () => ({
    title: '这一单不用上门',
    message: '不是上门的单，门牌不给看。',
    next: '在中心或说好的地方碰头；要改成上门，请社工改。',
    elder: { message: '这一单不上门。', next: '在说好的地方碰头。' },
    actions: [stay],
  }),
  'order-staff-only': () => ({
    title: '这一单只能社工来办',
    message: '里面的事不便让别人知道，不放给义工，也不派给机构。',
    next: '请交给一位社工跟进。',
    elder: { message: '这一单要社工办。', next: '交给一位社工。' },
    actions: [stay],
  }),
  'order-rated': () => ({
    title: '已经说过了',
    message: '这一单您已经评过。',
    next: '还有话说，可以点“不满意，找社工”。',
    elder: { message: '您评过了。', next: '有话就找社工说。' },
    actions: [refresh, stay],
  }),
  'order-licence': ({ whose, name, demanded }) => {
    const what = demanded === null ? '证件' : `“${demanded}”`
    return whose === 'own'
      ? {
          title: `这一单要${what}`,
          message: `${name}的${what}还没传上来、没查验，或者过期了。`,
          next: '到“我的帮忙”传证件；机构的证件在“服务方”里传。社工查验了就能接。',
          elder: { message: `还没有查验过您的${what}。`, next: '到“我的帮忙”传证件，或拿给社工看。' },
          actions: [refresh, stay],
        }
      : {
          title: '证件没查验，或过期了',
          message: `这一项要先查验${what}，${name}现在不能派。`,
          next: '到“服务方”或“义工”里查验证件，或者派给别人。',
          elder: { message: `${name}的证件不行。`, next: '先查验，或换别人。' },
          actions: [stay],
        }
  },
  'order-unlisted': ({ name }) => ({
    title: '菜单上没写他家办这样',
    message: `菜单上这一样没有写${name}，以前也没办过。`,
    next: '问清楚能办，再点“还是派给他家”；或派给菜单上写着的。',
    elder: { message: `菜单上没写${name}办这样。`, next: '问清楚再派，或换一家。' },
    actions: [stay],
  }),
  'order-nobody-there': ({ name }) => ({
    title: '那边还没有人',
    message: `${name}现在没有人能回话，派过去没人看得到。`,
    next: '先到“服务方”或“义工”里把人加进去，或另选一家。',
    elder: { message: `${name}现在没有人。`, next: '先加人，或换一家。' },
    actions: [stay],
  }),
}

learnRefusals(orderRefusals)
