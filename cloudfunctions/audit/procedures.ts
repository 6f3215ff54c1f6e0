import { contact, reveal } from './contact'
import { mine } from './mine'

export const procedures = { mine, contact, reveal }
