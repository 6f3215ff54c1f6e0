import { Screen } from '../../components/Screen'
export default function Soon() {
  return <Screen title='…' tab='activity'>{null}</Screen>
}
