import { noInput } from '../../src/domain/input'
import type { Pass } from '../../src/domain/attendance'
import { procedure } from '../runtime/procedure'
import { checkIn, open } from './check-in'
import { passOf } from './codes'
import { code, desk } from './desk'
import { admit, scan, undo, walkIn } from './entry'

/** My own code, for staff to read. */
const pass = procedure({
  needs: 'check-in-self',
  input: noInput,
  run: async ({ centre, member, now }): Promise<Pass> => ({ now, ...passOf(centre._id, member._id, now) }),
})

export const procedures = { open, pass, checkIn, desk, code, scan, admit, walkIn, undo }
