/** The words of a picture that has not been sent yet. */
export const snapshotWords = (elder: boolean) => ({
  change: '换一张',
  remove: elder ? '不要这张' : '拿掉',
  enlarge: '看大图，要点的照片',
  note: elder ? '点照片，看大的。' : '点照片看大图，看清了再交。',
})
