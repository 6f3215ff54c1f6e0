import type { procedures as activity } from './activity/procedures'
import type { procedures as audit } from './audit/procedures'
import type { procedures as attendance } from './attendance/procedures'
import type { procedures as centre } from './centre/procedures'
import type { procedures as household } from './household/procedures'
import type { procedures as member } from './member/procedures'
import type { procedures as menu } from './menu/procedures'
import type { procedures as message } from './message/procedures'
import type { procedures as provider } from './provider/procedures'
import type { procedures as rating } from './rating/procedures'
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
  menu: ApiOf<typeof menu>
  provider: ApiOf<typeof provider>
}
