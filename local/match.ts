import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { matcher } from '../cloudfunctions/thesaurus/matcher'
import { type MatchingSet, predict } from './matching-set'

const usage = 'Use: npm run match -- SET.json --out PREDICTIONS.json'

/** Answers the needs of a set with the offers of it that fit, best first; an empty list where nothing does. */
function main(): void {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new Error(usage)
  const set = JSON.parse(readFileSync(file, 'utf8')) as MatchingSet
  const answers = `${JSON.stringify(predict(set, matcher()), null, 1)}\n`
  if (values.out) writeFileSync(values.out, answers)
  else process.stdout.write(answers)
}

try {
  main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
