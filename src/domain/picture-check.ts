/** A picture that WeChat was asked about, under the number by which its answer will come. */
export interface PictureCheck {
  /** WeChat's `trace_id`. */
  _id: string
  centre: string
  of: 'order' | 'activity'
  /** The order's or the activity's id. */
  about: string
  file: string
  at: number
}
