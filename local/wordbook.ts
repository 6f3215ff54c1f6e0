import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import supplement from '../cloudfunctions/thesaurus/supplement-matching.json'
import { prepared, thesaurus } from '../cloudfunctions/thesaurus/thesaurus'
import { type Wordbook, wordbook } from '../src/domain/matching/wordbook'

/** The wordbook of what lies in the project. */
export const made = (): Wordbook => wordbook(supplement, thesaurus.concepts, prepared().plain)

/** As a file: one pattern a line, so that a change of it can be read. */
const written = ({ classes, patterns }: Wordbook): string =>
  `{\n"classes": ${JSON.stringify(classes)},\n"patterns": [\n${patterns.map((each) => JSON.stringify(each)).join(',\n')}\n]\n}\n`

if (require.main === module)
  writeFileSync(join(__dirname, '../cloudfunctions/thesaurus/wordbook.json'), written(made()))
