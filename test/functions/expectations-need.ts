const intent = 'intent-hostile-1'
const reason = '看看能不能'
const corrected = {
  concept: 'leaking-tap',
  when: [{ weekday: 6, from: 540, to: 720 }],
  where: 'home',
  band: '60-79',
}
const nullable = Object.keys(corrected)
/** 黄秀莲's, for staff only. */
const need = { need: 'n-13' }
const offer = { offer: 'o-01' }
const introduction = { introduction: 'no-such' }

/** Of what is someone else's they are told no more than of what is not there. */
const hidden = (input: Record<string, unknown>): { strangers: [Record<string, unknown>, string][] } => ({
  strangers: [[input, 'not-found']],
})

/** What is expected of each procedure about needs, offers and introductions. */
export const needExpectations = {
  'need.read': {
    needs: 'post-need',
    input: { text: '水管一直滴水', item: 'tap-and-pipe' },
    nullable: ['item'],
    writes: false,
  },
  'need.post': {
    needs: 'post-need',
    input: { intent, text: '水管一直滴水', ...corrected, shown: 'name', quiet: false },
    nullable,
    writes: true,
  },
  'need.open': { needs: 'post-need', input: need, writes: false, ...hidden(need) },
  'need.square': {
    needs: 'see-need-square',
    input: { category: 'home-repair', before: { at: 5, id: 'n-01' } },
    nullable: ['category', 'before'],
    writes: false,
  },
  'need.mine': { needs: 'see-own-record', input: {}, writes: false },
  'need.want': {
    needs: 'post-need',
    input: { intent, ...need },
    writes: true,
    ...hidden({ intent, ...need }),
  },
  'need.unwant': {
    needs: 'post-need',
    input: { intent, ...need, want: 'intent-of-hers' },
    writes: true,
    ...hidden({ intent, ...need, want: 'intent-of-hers' }),
  },
  'need.solve': {
    needs: 'post-need',
    input: { intent, ...need, solved: true },
    writes: true,
    ...hidden({ intent, ...need, solved: true }),
  },
  'need.withdraw': {
    needs: 'post-need',
    input: { intent, ...need },
    writes: true,
    ...hidden({ intent, ...need }),
  },
  'need.queue': { needs: 'answer-need', input: { show: 'due' }, writes: false },
  'need.take': { needs: 'answer-need', input: { intent, ...need }, writes: true },
  'need.reply': { needs: 'answer-need', input: { intent, ...need, text: '今天下午有人来看' }, writes: true },
  'need.decide': { needs: 'moderate-content', input: { intent, ...need, pass: true, reason }, writes: true },
  'need.close': {
    needs: 'answer-need',
    input: { intent, ...need, solved: false, why: 'nobody-can', text: '这次没找到人' },
    nullable: ['why'],
    writes: true,
  },
  'need.picture': { needs: 'run-report', input: {}, writes: false },
  'need.kept': { needs: 'anyone', input: {}, writes: false },
  'need.survey': { needs: 'post-need', input: {}, writes: false },
  'need.answerSurvey': {
    needs: 'post-need',
    input: { intent, needs: ['home-repair'], brings: ['culture-sport'] },
    writes: true,
  },

  'offer.post': {
    needs: 'post-offer',
    input: {
      intent,
      text: '我会修水管',
      concept: 'skill-plumbing',
      when: corrected.when,
      places: ['home'],
      bands: ['60-79'],
      capacity: 2,
      shown: 'neighbour',
    },
    nullable: ['concept', 'when', 'places'],
    writes: true,
  },
  'offer.open': { needs: 'post-offer', input: offer, writes: false, ...hidden(offer) },
  'offer.turn': {
    needs: 'post-offer',
    input: { intent, ...offer, to: 'pause' },
    writes: true,
    ...hidden({ intent, ...offer, to: 'pause' }),
  },
  'offer.decide': {
    needs: 'moderate-content',
    input: { intent, ...offer, pass: true, holds: ['电工证'], reason },
    writes: true,
  },

  'introduction.ask': {
    needs: 'post-need',
    input: { intent, ...need, ...offer, shares: true },
    writes: true,
    ...hidden({ intent, ...need, ...offer, shares: true }),
  },
  'introduction.agree': {
    needs: 'post-need',
    input: { intent, ...introduction, shares: true },
    writes: true,
    ...hidden({ intent, ...introduction, shares: true }),
  },
  'introduction.open': {
    needs: 'post-need',
    input: introduction,
    writes: false,
    ...hidden(introduction),
  },
  'introduction.step': {
    needs: 'post-need',
    input: { intent, ...introduction, to: 'decline' },
    writes: true,
    ...hidden({ intent, ...introduction, to: 'decline' }),
  },
  'introduction.gave': {
    needs: 'post-need',
    input: { intent, ...introduction, minutes: 60 },
    writes: true,
    ...hidden({ intent, ...introduction, minutes: 60 }),
  },
  'introduction.feedback': {
    needs: 'post-need',
    input: { intent, ...introduction, good: true, words: '谢谢' },
    nullable: ['words'],
    writes: true,
    ...hidden({ intent, ...introduction, good: true, words: '谢谢' }),
  },
}
