import { kid } from './world'

const intent = 'intent-hostile-1'
const reason = '看看能不能'
const thing = { thing: 'one-chair' }
const loan = { intent, ...thing, loan: 'intent-huang-one' }
const child = kid('one', 'huang', 'k1').id
const holder = child.split('.')[0]
const theirs = { intent, ...thing, person: child }

/** Aimed at what is someone else's, with what they are told. */
const aimed = (input: Record<string, unknown>, told: string): [Record<string, unknown>, string][] => [[input, told]]

/** What is expected of lending. */
export const loanExpectations = {
  'loan.list': { needs: 'anyone', input: {}, writes: false },
  'loan.open': { needs: 'anyone', input: thing, writes: false },
  'loan.mine': { needs: 'see-own-record', input: {}, writes: false },
  'loan.borrow': { needs: 'borrow-item', input: theirs, writes: true, strangers: aimed(theirs, 'not-your-family') },
  'loan.take': { needs: 'borrow-item', input: loan, writes: true, strangers: aimed(loan, 'not-found') },
  'loan.cancel': { needs: 'borrow-item', input: loan, writes: true, strangers: aimed(loan, 'not-found') },
  'loan.extend': { needs: 'borrow-item', input: loan, writes: true, strangers: aimed(loan, 'not-found') },
  'loan.desk': { needs: 'manage-loan', input: {}, writes: false, lists: true as const },
  'loan.scan': {
    needs: 'manage-loan',
    input: { code: 'LLM.m.1.0123456789abcdef' },
    writes: false,
    lists: true as const,
  },
  'loan.find': { needs: 'manage-loan', input: { ...thing, words: '黄秀' }, writes: false },
  'loan.handOut': { needs: 'manage-loan', input: loan, writes: true },
  'loan.lend': { needs: 'manage-loan', input: { intent, ...thing, holder, person: child }, writes: true },
  'loan.lendGuest': {
    needs: 'manage-loan',
    input: { intent, ...thing, name: '路过的人', band: '60-79', building: 'b-1', consent: true },
    nullable: ['building'],
    writes: true,
  },
  'loan.takeBack': {
    needs: 'manage-loan',
    input: { ...loan, condition: 'worn', note: '轮子有点歪' },
    nullable: ['note'],
    writes: true,
  },
  'loan.lose': { needs: 'manage-loan', input: { ...loan, reason }, writes: true },
  'loan.mended': { needs: 'manage-loan', input: { intent, ...thing, pieces: 1 }, writes: true },
  'loan.contact': { needs: 'manage-loan', input: { ...loan, reason }, writes: true },
  'loan.saveThing': {
    needs: 'manage-loan',
    input: {
      intent,
      ...thing,
      version: 1,
      name: '轮椅',
      item: 'wheelchair-loan',
      glyph: 'wheelchair',
      note: '先试坐',
      deposit: '登记就行',
      days: 14,
      stock: 5,
      open: true,
    },
    nullable: ['deposit'],
    writes: true,
  },
}
