/** What a thing that can be pressed says of itself and does. */
export interface Pressed {
  /** What a screen reader says; needed where the words inside do not say it. */
  label?: string
  role?: 'button' | 'tab' | 'radio' | 'checkbox' | 'link'
  /** Chosen, for a radio, a checkbox or a tab. */
  on?: boolean
  disabled?: boolean
  onPress(): void
}

/**
 * The attributes of something to press, for WeChat and for the web at once: WeChat reads `aria-role` and wants words
 * for booleans; the web reads `role`, and needs a place in the order of focus and the keys that press.
 */
export function pressable({ label, role = 'button', on, disabled = false, onPress }: Pressed) {
  const press = () => {
    if (!disabled) onPress()
  }
  const state = on === undefined ? {} : { [role === 'tab' ? 'aria-selected' : 'aria-checked']: String(on) }
  return {
    ...(label !== undefined && { 'aria-label': label }),
    ...said(role),
    ...(disabled && { 'aria-disabled': 'true' }),
    ...state,
    hoverClass: disabled ? 'none' : 'pressed',
    onClick: press,
    ...(process.env.TARO_ENV === 'h5' && keyboard(press)),
  }
}

/** The role, as each side spells it. */
const said = (role: string) => (process.env.TARO_ENV === 'h5' ? { role } : { 'aria-role': role })

function keyboard(press: () => void) {
  return {
    tabindex: 0,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      press()
    },
  }
}

type Spoken = 'alert' | 'status' | 'img' | 'tablist' | 'radiogroup' | 'group' | 'main' | 'dialog' | 'heading'

/** What a thing is that is not pressed, for WeChat and for the web at once. */
export const spokenAs = (role: Spoken) => ({
  ...said(role),
  ...(process.env.TARO_ENV === 'h5' && role === 'heading' && { 'aria-level': 2 }),
})
