import type { Reach, Series } from '../domain/order'
import type { DeskView } from '../domain/order-input'
import type { Known } from '../domain/order-desk-page'
import type { DeskRow } from '../domain/order-desk-row'
import { bandWords } from './bands'
import { minutesWords } from './hours-time'
import { counted, nbsp, unbroken } from './spacing'
import type { Refusal } from '../domain/refusal'

/** A box of the paper card, and what it may mean: an item of the menu, or words of its own. */
export interface CardBox {
  label: string
  items: readonly { label: string; item: string | null }[]
}

/** The words of the staff's screens of orders. */
export const deskWords = {
  title: '派单台',
  orderTitle: '处理这一单',
  cardTitle: '录点菜卡',
  printTitle: '点菜卡',
  views: {
    triage: '等派',
    unassigned: '没人接',
    overdue: '超时',
    week: '这七天',
    all: '全部',
  } satisfies Record<DeskView, string>,
  empty: { title: '这里没有要办的', next: '新的单子一到就在这里。' },
  days: '七天里的上门',
  loads: '谁手上有多少',
  load: (active: number, week: number, minutes: number, weekly: number | null) =>
    `手上 ${counted(active, '单')}，七天 ${counted(week, '次')} ${counted(minutes, '分钟')}` +
    (weekly === null ? '' : `，一周能做 ${counted(weekly, '次')}`),
  visits: (visits: number) => counted(visits, '次'),
  nobody: '还没有人接单',
  enterCard: '录点菜卡',
  print: '打印点菜卡',
  printDo: '打印这一页',
  printHint: '一页四张，剪开放在前台和敲门用。没有打印机，在电脑上打开这一页。',
  hidden: '这一单只有社工能看内容。请交给一位社工。',
  locked: '这一项只能社工来办，不放给义工，也不派给机构。',
  staffFirst: '里面的话可能不便让别人知道。看过没事，先点“看过，不涉及隐私”。',
  crisisFirst: '先找到人：打电话，打不通就查门牌、派社工上门。人平安了，再往下办。',
  pass: '看过，不涉及隐私',
  passReason: '看过，没有不便公开的内容',
  putUpWords: '放给义工接，交代的话也给看',
  putUpOnly: (said: boolean) => (said ? '放给义工接，交代的话不给看' : '放给义工接'),
  assign: '派给人、队伍或机构',
  assignStaff: '交给社工',
  assignTitle: (need: number) => (need > 1 ? '选两位，或选一支队伍、一家机构' : '派给谁？'),
  assignFind: '按称呼找',
  assignDo: '派给他们',
  use: '用服务方的东西',
  /** Under which heading whom it can be given to stands, the likeliest first. */
  known: {
    named: '菜单上办这样的',
    did: '以前办过这样的',
    people: '义工和社工',
    neither: '菜单上没写办这样的',
    cannot: '现在不能派',
  } satisfies Record<Known | 'people' | 'cannot', string>,
  whyNotNext: '证件到“服务方”或“义工”里查验；上门和陪孩子，先到“义工”里同意。',
  assignNone: '没找到，换个字再找。',
  kinds: { member: '', team: '队伍', organisation: '机构' },
  staffTag: '社工',
  crisisTag: '危急，马上联系',
  photoTag: '照片等您看',
  guide: '指个去处',
  guideText: '在哪儿办、找谁、带什么',
  guideHint: '比如：到街道党群中心二楼 3 号窗口，带身份证',
  guideDo: '告诉他',
  /** Of someone without a phone: nothing reaches them by itself. */
  guideKept: '记下，当面告诉',
  guideSeries: '这是每周一次的单，转过去的是：',
  series: { 'goes-on': '只这一次，下一周照常安排', ends: '整个系列，以后都不再安排' } satisfies Record<Series, string>,
  redo: '安排再办一次',
  redoReason: '问清楚了，再去一次',
  settle: '谈好了，算办好',
  confirmFor: '替他确认办好了',
  counts: (minutes: number) => `算办好，来的义工每人记 ${minutesWords(minutes)}服务时间。`,
  rateFor: '替他评一评',
  cancelFor: '取消这一单',
  sendFor: '替机构写上谁去',
  otherFor: '替他改：时间、住处、没来、没办好',
  address: '查门牌',
  phone: '查电话',
  dial: '打这个电话',
  addressWhy: '为什么要看？点单的人会知道',
  addressReasons: ['上门前核对', '打不通电话', '急事'],
  done: '办好了',
  endFor: '人已平安离开，算办完',
  complaint: '没办好的是：',
  left: '上门的人中途不能再办了，可能还在屋里。先给住户和他本人打电话，人走了再点“人已平安离开”。',
  cardTag: '纸卡',
  kin: '家里人',
  log: '来龙去脉',
  facts: {
    whom: '给谁',
    when: '时间',
    where: '楼栋',
    words: '交代',
    takers: '谁来',
    sent: '上门的人',
    reach: '怎么找',
    agreed: '监护人',
    contact: '报平安给',
  },
  noRoom: '还没写门牌',
  lacks: (need: number, lacks: number) => `要 ${counted(need, '个')}人，还差 ${counted(lacks, '位')}`,
  card: {
    lead: '照着纸卡勾，几下就好。',
    find: '怎么称呼',
    findHint: '写一两个字就列出来',
    known: '有记录的：',
    fresh: '没有记录，新写一位',
    band: '年纪',
    pick: '勾了哪一样？',
    other: '其他（写在下面）',
    which: (box: string) => `${box}，是哪一样？`,
    whichMissing: '再点一下是哪一样',
    findItem: '没有这一格？在菜单里找',
    when: '什么时候方便？',
    weekly: '每周一次',
    words: '其他，或要交代的',
    reach: '怎么找',
    consent: '本人同意记下称呼和住处，只用来办这一单',
    consentMissing: '先问一声本人同不同意',
    building: '住哪栋',
    room: '门牌（上门的人才看得到）',
    reachMissing: '选一种找得到他的办法',
    placed: '录好了',
    see: '看这一单',
    next: '再录一张',
    place: '录这一单',
    nameMissing: '写上怎么称呼',
    nothing: '勾一样，或写一句',
  },
  urgent: {
    title: (ask: boolean) => (ask ? '是现在吗？' : '先替他打电话'),
    text: '卡上的话像是急事。人还在危险里，先打电话，再录。',
    now: '是现在：录成危急，马上联系',
    nowNote: '排在派单台最前面，半小时内要有社工找到人。只有社工看得到。',
    over: '已经过去，照常录',
  },
  reach: {
    app: '手机上',
    desk: '到前台问',
    knock: '敲门',
    family: '找家人',
  } satisfies Record<Reach, string>,
  /** What stands on the paper card, and which of the menu each box is; several where the box may mean any of them. */
  boxes: [
    { label: '送饭', items: [{ label: '送饭', item: 'elder-meal-delivery' }] },
    { label: '搞卫生', items: [{ label: '搞卫生', item: 'elder-cleaning' }] },
    { label: '陪看病', items: [{ label: '陪看病', item: 'clinic-escort' }] },
    { label: '量血压', items: [{ label: '量血压', item: null }] },
    { label: '教手机', items: [{ label: '教手机', item: 'phone-one-to-one' }] },
    {
      label: '修水电',
      items: [
        { label: '水龙头、水管', item: 'tap-and-pipe' },
        { label: '灯、插座、电路', item: 'light-and-socket' },
        { label: '下水、马桶堵了', item: 'drain-unclog' },
        { label: '别的，写在下面', item: null },
      ],
    },
    { label: '找人聊天', items: [{ label: '找人聊天', item: 'elder-visit' }] },
  ] satisfies readonly CardBox[] as readonly CardBox[],
  /** Someone without an account asks to be forgotten. */
  forget: '删掉这个人的记录',
  forgotten: '删掉了',
  cardFront: (centre: string) => `${centre} 点菜卡`,
  cardLead: '想要什么，打勾交给前台：',
  cardOther: '其他：',
  cardHome: '我住：＿＿＿＿小区 ＿＿＿栋',
  cardName: '怎么称呼：＿＿＿＿＿',
  cardReach: `怎么找您：□${nbsp}前台 □${nbsp}敲门 □${nbsp}家人`,
} as const

/** For whom a row of the desk's list is, and where. */
export const deskWhom = ({ who, self, band, building }: DeskRow): string[] => {
  const whose = self ? who : who === null ? deskWords.kin : `${who}的${deskWords.kin}`
  return [whose, bandWords(band), building].filter((each) => each !== null)
}

/** Before what is kept of someone without an account is deleted. */
export const forgetQuestion = (name: string) => ({
  title: `删掉${unbroken(name)}的记录？`,
  text: '本人请您删的时候用。称呼、住处、交代的话都删掉，没办的单子取消，约好的退掉，找不回来。借走的东西先收回来。',
  ok: '删掉',
  cancel: '不删',
})

/** Before it is given to whom the menu does not name for it. */
export const unlistedQuestion = (name: string) => ({
  title: '菜单上没写他家办这样，还派吗？',
  text: `菜单上这一样没有写${name}，以前也没办过。问清楚能办，再派。`,
  ok: '还是派给他家',
  cancel: '再看看',
  mild: true,
})

/** Why it cannot be given to someone, in a few words beside their name; nothing where it can. */
export const whyNotChosen = (whyNot: Refusal | null): string | null =>
  whyNot === null
    ? null
    : whyNot.reason === 'order-licence'
      ? '证件没查验或过期'
      : whyNot.reason === 'order-not-cleared'
        ? whyNot.topic === 'home-visits'
          ? '还不能上门'
          : '还不能陪孩子'
        : '现在不能派'
