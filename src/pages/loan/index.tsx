import { call } from '../../cloud/call'
import { useCame } from '../../cloud/came'
import { ThingList } from './ThingList'
import { ThingView } from './ThingView'
import '../../text/loan-refusals'
import './loan.css'

/** What the centre lends: everything, or as much of it as an item of the menu means, or the one thing that is named. */
export default function Lending() {
  const { id, item } = useCame()
  return id ? <ThingView id={id} open={() => call.loan.open({ thing: id })} /> : <ThingList item={item ?? null} />
}
