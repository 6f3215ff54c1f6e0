import type { MenuEntry, Service } from '../../src/domain/menu'
import { standingOf } from '../../src/domain/menu-standing'
import type { OpenCall } from '../runtime/procedure'
import { published } from './open'
import { serviceIn } from './stock'

/**
 * A line of the published menu as it can be had now, and what it is; nothing where it is not on the menu, is paused or
 * out of its season. One request: for whoever orders, books or joins what the menu says.
 */
export async function servedNow(
  call: Pick<OpenCall, 'db' | 'centre' | 'now'>,
  code: string,
): Promise<{ entry: MenuEntry; service: Service } | null> {
  const entry = (await published(call))?.entries.find((each) => each.code === code)
  const service = entry && serviceIn(entry)
  return entry && service && standingOf(entry, call.now) === 'served' ? { entry, service } : null
}
