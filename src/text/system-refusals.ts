import { retry, stay, type Wordings } from './refusal-wording'

export type SystemReason = 'not-found' | 'bad-input' | 'server-busy' | 'fault' | 'offline' | 'timeout'

/** What may go wrong anywhere, whoever asks for whatever. */
export const systemRefusals: Wordings<SystemReason> = {
  'not-found': () => ({
    title: '这一页不在了',
    message: '可能被撤下，或链接旧了。',
    next: '回首页找一找，或问前台。',
    elder: { message: '这个没有了。', next: '回首页看看。' },
    actions: [
      { label: '回首页', action: 'home' },
      { label: '返回', action: 'back' },
    ],
  }),
  'bad-input': () => ({
    title: '有一处没填对',
    message: '填的内容有一处认不出来。',
    next: '看一看填的对不对，改一下再来。',
    elder: { message: '有一处没填对，不要紧。', next: '改一下，再点一次。' },
    actions: [{ label: '改一改', action: 'close' }],
  }),
  'server-busy': () => ({
    title: '人多，排一下',
    message: '同一时间来的人太多。',
    next: '等几秒再点，重复点也只算一次。',
    elder: { message: '人太多，等一会儿。', next: '过一会儿再点一次。' },
    actions: [retry, stay],
  }),
  fault: () => ({
    title: '没弄好，不怪您',
    message: '是我们这边出了点问题，已经记下来了。',
    next: '再点一次试试；还不行，把下面的编号告诉前台。',
    elder: { message: '没弄好，不怪您。', next: '再点一次，还不行就叫人。' },
    actions: [retry, stay],
  }),
  offline: () => ({
    title: '现在没有网',
    message: '手机没连上网，刚才这一下没有办成。',
    next: '连上网再试一次。',
    elder: { message: '没网了，等一下。', next: '有网了再点一次。' },
    actions: [retry, stay],
  }),
  timeout: () => ({
    title: '等太久了',
    message: '没收到回音，不知道成没成。',
    next: '再试一次，重复点也只算一次；也可以到“我的”里看一眼。',
    elder: { message: '没反应，别着急。', next: '再点一次，不会重复报。' },
    actions: [retry, { label: '看我的', action: 'my-table' }],
  }),
}
