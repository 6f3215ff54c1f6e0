import type { Asking, Template } from '../../src/domain/message'

/** WeChat's ids of the subscribe messages, by our own names: LINLI_TEMPLATES, as JSON. */
export const templateIds = (): Partial<Record<Template, string>> => JSON.parse(process.env.LINLI_TEMPLATES ?? '{}')

/** What can be asked about of these, in their order: what the deployment has no template for is left out. */
export function askingFor(templates: readonly Template[]): Asking[] {
  const ids = templateIds()
  return templates.flatMap((template) => {
    const id = ids[template]
    return id === undefined ? [] : [{ template, id }]
  })
}
