import type { procedures as activity } from './activity/procedures'
import type { procedures as audit } from './audit/procedures'
import type { procedures as attendance } from './attendance/procedures'
import type { procedures as booking } from './booking/procedures'
import type { procedures as centre } from './centre/procedures'
import type { procedures as household } from './household/procedures'
import type { procedures as hours } from './hours/procedures'
import type { procedures as group } from './group/procedures'
import type { procedures as loan } from './loan/procedures'
import type { procedures as member } from './member/procedures'
import type { procedures as menu } from './menu/procedures'
import type { procedures as message } from './message/procedures'
import type { procedures as proof } from './proof/procedures'
import type { procedures as order } from './order/procedures'
import type { procedures as provider } from './provider/procedures'
import type { procedures as introduction } from './introduction/procedures'
import type { procedures as need } from './need/procedures'
import type { procedures as offer } from './offer/procedures'
import type { procedures as rating } from './rating/procedures'
import type { procedures as shift } from './shift/procedures'
import type { procedures as volunteer } from './volunteer/procedures'
import type { ApiOf } from './runtime/procedure'

/** The whole API as a type: what each procedure of each function takes and answers. */
export interface Api {
  audit: ApiOf<typeof audit>
  centre: ApiOf<typeof centre>
  household: ApiOf<typeof household>
  member: ApiOf<typeof member>
  activity: ApiOf<typeof activity>
  attendance: ApiOf<typeof attendance>
  message: ApiOf<typeof message>
  rating: ApiOf<typeof rating>
  hours: ApiOf<typeof hours>
  proof: ApiOf<typeof proof>
  volunteer: ApiOf<typeof volunteer>
  shift: ApiOf<typeof shift>
  order: ApiOf<typeof order>
  group: ApiOf<typeof group>
  loan: ApiOf<typeof loan>
  booking: ApiOf<typeof booking>
  menu: ApiOf<typeof menu>
  provider: ApiOf<typeof provider>
  need: ApiOf<typeof need>
  offer: ApiOf<typeof offer>
  introduction: ApiOf<typeof introduction>
}
