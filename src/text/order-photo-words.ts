/** The words of an order's picture. */
export const photoWords = (elder: boolean) => ({
  add: elder ? '拍张照片给他看' : '加张照片',
  change: '换张照片',
  waits: elder ? '社工先看，再给上门的人看。' : '等社工看过，上门的人就看得到这张照片。',
  passed: elder ? '上门的人看得到。' : '社工看过了，上门的人看得到。',
  added: '照片加上了',
  failed: '照片读不出来，换一张试试',
  lost: {
    title: '照片没传上去',
    text: '单子已经收到，不会丢。照片再传一次？',
    ok: '再传一次',
    cancel: '先不传',
    mild: true,
  },
})

/** What the desk does with a picture that nobody looked at yet. */
export const photoDesk = {
  photo: '点单人拍的照片',
  waits: '照片还没看过，上门的人现在看不到。',
  pass: '照片看过，给上门的人看',
  drop: '拿掉这张照片',
  dropQuestion: { title: '拿掉这张照片？', text: '照片会删掉，点单的人会收到消息。', ok: '拿掉', cancel: '再想想' },
  none: '照片打不开，刷新一下再看。',
}
