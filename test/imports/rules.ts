import type { Import } from './imports'

/** What a part of the tree may import: other parts, and packages. */
interface Part {
  /** Its own files. */
  is: RegExp
  parts: RegExp[]
  packages: RegExp[]
}

const taro = /^(@tarojs\/(components|taro)|react)$/
const valibot = /^valibot$/
const node = /^node:/
const sdk = '@cloudbase/node-sdk'

const domain = /^src\/domain\//
const text = /^src\/text\//
const cloud = /^src\/cloud\//
const components = /^src\/components\//
/** What several residents' pages share lies beside their folders; and so does what several of the staff's do. */
const pagesShared = /^src\/pages\/[^/]+$/
const staffShared = /^src\/staff\/[^/]+$/
const runtime = /^cloudfunctions\/runtime\//
const api = 'cloudfunctions/api.ts'

/** Which way dependencies run. A part is the first that a file fits. */
const parts: Record<string, Part> = {
  domain: { is: domain, parts: [domain], packages: [valibot] },
  text: { is: text, parts: [text, domain], packages: [/^dayjs(\/.+)?$/] },
  cloud: { is: cloud, parts: [cloud, domain, /^cloudfunctions\/api\.ts$/], packages: [taro, /^ical-generator$/] },
  // Domain-agnostic: a component knows people's words, not the domain's nouns, and never asks the cloud.
  components: { is: components, parts: [components, text], packages: [taro, /^uqr$/] },
  app: { is: /^src\/([^/]+$|custom-tab-bar\/)/, parts: [/^src\/(?!staff\/)/], packages: [taro] },
  pages: {
    is: /^src\/pages\//,
    parts: [pagesShared, components, cloud, text, domain],
    packages: [taro, valibot],
  },
  staff: {
    is: /^src\/staff\//,
    parts: [staffShared, components, cloud, text, domain],
    packages: [taro, valibot, /^uqr$/],
  },
  runtime: { is: runtime, parts: [runtime, domain], packages: [valibot, node, /^@cloudbase\/node-sdk$/] },
  // A sheet of paper is drawn where its facts are: with type of its own, and a code to check it by.
  proof: {
    is: /^cloudfunctions\/proof\//,
    parts: [/^cloudfunctions\//, domain],
    packages: [valibot, node, /^pdfkit$/, /^uqr$/, /^font:/],
  },
  functions: {
    is: /^cloudfunctions\//,
    parts: [/^cloudfunctions\//, domain],
    packages: [valibot, node, /^pinyin-pro$/],
  },
  tools: { is: /^(local|test|config)\//, parts: [/./], packages: [/./] },
}

/** A page's or a staff screen's own folder: `src/pages/activity/`. */
const ownFolder = (file: string): string | undefined => /^src\/(pages|staff)\/[^/]+\//.exec(file)?.[0]

const partOf = (file: string): [string, Part] | undefined => Object.entries(parts).find(([, { is }]) => is.test(file))

/** Why this import must not be, in one sentence; nothing where it may. */
export function whyNot({ from, to, ours, typeOnly }: Import): string | undefined {
  const found = partOf(from)
  if (!found) return `${from} lies in no part of the tree`
  const [name, part] = found
  const no = (why: string) => `${from} → ${to}: ${why}`
  if (name === 'tools') return undefined
  if (!ours) {
    if (to === sdk && name !== 'runtime') return no('only cloudfunctions/runtime touches the SDK')
    return part.packages.some((allowed) => allowed.test(to)) ? undefined : no(`${name} does without this package`)
  }
  if (/^(local|test)\//.test(to)) return no('nothing shipped imports local or test')
  if (to === api && name !== 'cloud') return no('only src/cloud knows the type of the whole API')
  if (to === api && !typeOnly) return no('the API is a type; nothing of it is shipped with the screens')
  const folder = ownFolder(from)
  if (folder && to.startsWith(folder)) return undefined
  if (folder && ownFolder(to)) return no('a screen’s folder is its own; what is shared lies beside the folders')
  return part.parts.some((allowed) => allowed.test(to)) ? undefined : no(`${name} must not depend on it`)
}
