import { call } from '../../cloud/call'
import { useCame } from '../../cloud/came'
import { ThingList } from './ThingList'
import { ThingView } from './ThingView'
import '../../text/loan-refusals'
import './loan.css'

/** What the centre lends: everything, or the one thing that the address names. */
export default function Lending() {
  const { id } = useCame()
  return id ? <ThingView id={id} open={() => call.loan.open({ thing: id })} /> : <ThingList />
}
