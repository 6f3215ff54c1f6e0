/**
 * Does something for each in turn, as timers do: one that fails keeps none of the others waiting. The first fault is
 * thrown when all had their turn, so that it is logged.
 */
export async function inTurn<Thing>(
  things: Iterable<Thing> | AsyncIterable<Thing>,
  act: (thing: Thing) => Promise<unknown>,
): Promise<void> {
  const faults: unknown[] = []
  for await (const thing of things) await act(thing).catch((fault: unknown) => faults.push(fault))
  if (faults.length > 0) throw faults[0]
}
