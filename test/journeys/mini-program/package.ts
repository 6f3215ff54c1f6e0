import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

export interface AppSettings {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  lazyCodeLoading?: string
  tabBar?: { list: { pagePath: string }[] }
}

export interface ComponentSettings {
  component?: boolean
  usingComponents?: Record<string, string>
}

/** A built mini-program, as it would be uploaded. */
export class Package {
  readonly files: string[]
  readonly app: AppSettings
  readonly folder: string
  private readonly texts = new Map<string, string>()

  /** The one that lies there: what is built stays as it is while tests run. */
  static at(folder: string): Package {
    const known = packages.get(folder) ?? new Package(folder)
    packages.set(folder, known)
    return known
  }

  constructor(folder: string) {
    this.folder = folder
    this.files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => posix.join(entry.parentPath.slice(folder.length + 1), entry.name))
      .sort()
    this.app = this.json<AppSettings>('app.json')
  }

  /** Every page's path, those of subpackages too. */
  get pages(): string[] {
    const further = (this.app.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((page) => posix.join(root, page)),
    )
    return [...this.app.pages, ...further]
  }

  has(file: string): boolean {
    return existsSync(join(this.folder, file))
  }

  text(file: string): string {
    const text = this.texts.get(file) ?? readFileSync(join(this.folder, file), 'utf8')
    this.texts.set(file, text)
    return text
  }

  json<Content>(file: string): Content {
    return JSON.parse(this.text(file)) as Content
  }

  /** The components that a page or a component uses, by path. */
  used(path: string): string[] {
    const { usingComponents = {} } = this.json<ComponentSettings>(`${path}.json`)
    return Object.values(usingComponents).map((written) =>
      written.startsWith('/') ? written.slice(1) : posix.join(posix.dirname(path), written),
    )
  }
}

const packages = new Map<string, Package>()
