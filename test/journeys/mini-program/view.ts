import type { AssociatedBackend, CodeSpace } from 'glass-easel-miniprogram-adapter'
import { JSDOM } from 'jsdom'
import type { ComponentSettings, Package } from './package'

/** What WeChat's component framework takes for granted around it. */
const surroundings = ['document', 'Element', 'Node', 'HTMLElement', 'Event', 'CustomEvent', 'MutationObserver'] as const

/**
 * The view layer: WeChat's own component framework over a made-up document. Templates are compiled by the framework's
 * compiler; whatever it complains of is kept.
 */
export interface View {
  codeSpace: CodeSpace
  backend: AssociatedBackend
  document: Document
  complaints: string[]
  glass: typeof import('glass-easel')
  close(): void
}

export async function openView(built: Package): Promise<View> {
  const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true })
  Object.assign(globalThis, { window, ...Object.fromEntries(surroundings.map((name) => [name, window[name]])) })
  const glass = await import('glass-easel')
  const { MiniProgramEnv } = await import('glass-easel-miniprogram-adapter')
  const environment = new MiniProgramEnv()
  const codeSpace = environment.createCodeSpace('', true)
  const complaints = await addTemplates(built, codeSpace)
  for (const file of built.files.filter((each) => each.endsWith('.json') && built.has(each.replace(/json$/, 'js'))))
    codeSpace.addComponentStaticConfig(file.slice(0, -'.json'.length), built.json<ComponentSettings>(file))
  return {
    codeSpace,
    complaints,
    glass,
    backend: environment.associateBackend(),
    document: window.document,
    close: () => window.close(),
  }
}

interface Templates {
  contents: Map<string, unknown>
  groupList: unknown
  complaints: string[]
}

/** Compiled once, however many phones show them: nothing in them belongs to one phone. */
const compiled = new WeakMap<Package, Promise<Templates>>()

async function addTemplates(built: Package, codeSpace: CodeSpace): Promise<string[]> {
  const templates = compiled.get(built) ?? compile(built)
  compiled.set(built, templates)
  const { contents, groupList, complaints } = await templates
  for (const [path, content] of contents)
    codeSpace.addCompiledTemplate(path, { groupList, content } as Parameters<CodeSpace['addCompiledTemplate']>[1])
  return complaints
}

async function compile(built: Package): Promise<Templates> {
  const { TmplGroup } = await import('glass-easel-template-compiler')
  const group = new TmplGroup()
  const complaints: string[] = []
  const templates = built.files.filter((file) => file.endsWith('.wxml')).map((file) => file.slice(0, -'.wxml'.length))
  for (const path of templates) {
    const told: unknown = group.addTmpl(path, withColons(built.text(`${path}.wxml`)))
    if (Array.isArray(told)) complaints.push(...told.map((each) => `${path}.wxml: ${JSON.stringify(each)}`))
  }
  for (const file of built.files.filter((each) => each.endsWith('.wxs')))
    group.addScript(file.slice(0, -'.wxs'.length), built.text(file))
  const groupList = new Function(`return ${group.getTmplGenObjectGroups()}`)()
  return { groupList, complaints, contents: new Map(templates.map((path) => [path, groupList[path]])) }
}

/** The compiler wants `bind:tap` where WeChat takes `bindtap` too. */
const withColons = (template: string): string =>
  template.replace(/(\s)(capture-bind|capture-catch|mut-bind|bind|catch)([a-zA-Z]+)=/g, '$1$2:$3=')
