import type { Element, Node } from 'glass-easel'
import type { Root } from 'glass-easel-miniprogram-adapter'
import type { View } from './view'

/** One page of the mini-program as a person has it before them: what it says, and what one can touch. */
export class Screen {
  readonly path: string
  readonly root: Root
  private readonly view: View

  constructor(path: string, root: Root, view: View) {
    this.path = path
    this.root = root
    this.view = view
  }

  /** All the words that stand on it. */
  get text(): string {
    return this.words(this.root.getComponent())
  }

  /** Touches the innermost thing that is called so, by what a screen reader says of it or by its own words. */
  tap(name: string): void {
    const found = this.named(name)
    if (!found) throw new Error(`nothing on ${this.path} is called “${name}”; it says: ${this.text}`)
    this.send(found, 'tap')
  }

  has(name: string): boolean {
    return this.named(name) !== undefined
  }

  /** Writes into the field of that label. */
  write(label: string, text: string): void {
    const field = this.all().find((node) => isField(node) && attribute(node, 'aria-label').startsWith(label))
    if (!field) throw new Error(`there is no field “${label}” on ${this.path}; it says: ${this.text}`)
    this.send(field, 'input', { value: text })
  }

  private send(node: Element, type: string, detail: object = {}): void {
    const { Event } = this.view.glass
    Event.dispatchEvent(node, new Event(type, detail, { bubbles: true, composed: true }))
  }

  private named(name: string): Element | undefined {
    const innermostFirst = this.all().reverse()
    const called = (node: Element) => attribute(node, 'aria-label')
    return (
      innermostFirst.find((node) => called(node) === name) ??
      innermostFirst.find((node) => this.words(node).trim() === name) ??
      innermostFirst.find((node) => called(node).includes(name)) ??
      innermostFirst.find((node) => this.words(node).includes(name))
    )
  }

  /** Every element, outer ones first. */
  private all(): Element[] {
    const found: Element[] = []
    const walk = (node: Node): void => {
      if (this.view.glass.TextNode.isTextNode(node)) return
      if (this.view.glass.Component.isComponent(node)) return walk(node.getShadowRoot() as Node)
      found.push(node)
      node.childNodes.forEach(walk)
    }
    walk(this.root.getComponent() as Node)
    return found
  }

  private words(node: Node): string {
    const { TextNode, Component } = this.view.glass
    if (TextNode.isTextNode(node)) return plain(node.textContent)
    if (Component.isComponent(node)) return this.words(node.getShadowRoot() as Node)
    return node.childNodes.map((child) => this.words(child)).join('')
  }
}

const backing = (node: Element) => node.$$ as unknown as globalThis.Element | null

const attribute = (node: Element, name: string): string => plain(backing(node)?.getAttribute?.(name) ?? '')

/** Without the signs that only keep words on one line. */
const plain = (text: string): string => text.replaceAll('\u2060', '').replaceAll('\u00a0', ' ')

const isField = (node: Element): boolean => ['INPUT', 'TEXTAREA'].includes(backing(node)?.tagName ?? '')
