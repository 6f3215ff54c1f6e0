import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import * as ts from 'typescript'

/** One import: who imports what. `to` is a file of ours from the root, or a package's name as it is written. */
export interface Import {
  from: string
  to: string
  ours: boolean
  /** Only types are taken: nothing of it is there at run time. */
  typeOnly: boolean
}

/** Our files by their path from the root, with their text. */
export type Sources = ReadonlyMap<string, string>

const root = join(__dirname, '..', '..')
const folders = ['src', 'cloudfunctions', 'local', 'test', 'config']
const isSource = (file: string): boolean => /\.(tsx?|css|json)$/.test(file)

/** Every source file of the project. */
export function sources(): Sources {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isSource(entry.name))
      .map((entry) => posix.join(entry.parentPath.slice(root.length + 1).replaceAll('\\', '/'), entry.name)),
  )
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

/** Every import of these sources. One that leads to no file keeps the path that it would have. */
export const importsOf = (all: Sources): Import[] =>
  [...all].filter(([file]) => /\.tsx?$/.test(file)).flatMap(([file, text]) => importsIn(file, text, all))

function importsIn(from: string, text: string, all: Sources): Import[] {
  const found: Import[] = []
  const add = (written: ts.Node | undefined, typeOnly: boolean) => {
    if (!written || !ts.isStringLiteralLike(written)) return
    const ours = written.text.startsWith('.')
    const to = ours ? fileOf(posix.join(dirname(from), written.text), all) : written.text
    found.push({ from, to, ours, typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.isTypeOnly ?? false)
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && isLoading(node)) add(node.arguments[0], false)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(from, text, ts.ScriptTarget.ES2022, false))
  return found
}

const isLoading = ({ expression }: ts.CallExpression): boolean =>
  expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require')

const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']

const fileOf = (path: string, all: Sources): string =>
  endings.map((ending) => path + ending).find((file) => all.has(file)) ?? path
