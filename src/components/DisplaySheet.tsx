import { frame } from '../text/frame'
import { Choice } from './Choice'
import { schemes, show, sizes, useDisplay } from './display'
import { Sheet } from './Sheet'

/** How large the text is and which colours it has; every choice shows at once. */
export function DisplaySheet({ onClose }: { onClose(): void }) {
  const { size, scheme, elder } = useDisplay()
  const words = frame(elder)
  return (
    <Sheet title={words.displayLabel} onClose={onClose}>
      <Choice
        label={words.sizeChoice}
        columns={3}
        value={size}
        options={sizes.map((value) => ({ value, label: words.sizes[value] }))}
        onChange={(chosen) => show({ size: chosen })}
      />
      <Choice
        label={words.schemeChoice}
        columns={3}
        value={scheme}
        options={schemes.map((value) => ({ value, label: words.schemes[value] }))}
        onChange={(chosen) => show({ scheme: chosen })}
      />
    </Sheet>
  )
}
