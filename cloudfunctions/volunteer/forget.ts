import type { Database } from '../runtime/database'
import { removeFile } from '../runtime/storage'

/** Takes the pictures of someone's certificates away, before what is kept of them goes. */
export async function forgetDocuments(db: Database, id: string): Promise<void> {
  const volunteer = await db.volunteers.get(id)
  for (const { file } of volunteer?.qualifications ?? []) if (file) await removeFile(file)
}
