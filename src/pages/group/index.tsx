import { useCame } from '../../cloud/came'
import '../../text/group-refusals'
import { GroupList } from './GroupList'
import { GroupView } from './GroupView'
import './group.css'

/** Standing groups: everything, or those of an item of the menu, or the one that is named. */
export default function Groups() {
  const { id, item } = useCame()
  return id ? <GroupView id={id} /> : <GroupList item={item ?? null} />
}
