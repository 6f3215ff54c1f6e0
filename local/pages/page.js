// The developers' page. Everything from the database is put in as text, never as markup.
const main = document.querySelector('main')

/** An element with children: text, or elements. */
function el(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes ?? {}))
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value)
    else made.setAttribute(key, value)
  made.append(...children.filter((each) => each !== undefined && each !== null).map((each) => each))
  return made
}

const ask = async (what) => (await fetch(`data/${what}`)).json()
const time = (at) => new Date(at).toLocaleTimeString('en-GB', { hour12: false })
const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
const keysOf = (keys) =>
  Object.entries(keys)
    .map(([field, way]) => `${field} ${way === '2dsphere' ? 'on the map' : way === 1 ? '↑' : '↓'}`)
    .join(', ')

/** A table: heads whose names begin with "#" are numbers; a row is its cells, or {cells, bad, below}, a row of its own. */
function table(heads, rows, empty) {
  if (rows.length === 0) return el('p', {}, empty)
  const isNumber = heads.map((head) => head.startsWith('#'))
  const cell = (name, content, n) => el(name, isNumber[n] ? { class: 'number' } : {}, content)
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...heads.map((head, n) => cell('th', head.replace('#', ''), n)))),
    el(
      'tbody',
      {},
      ...rows.flatMap((row) => {
        const cells = Array.isArray(row) ? row : row.cells
        const own = el('tr', row.bad ? { class: 'bad' } : {}, ...cells.map((each, n) => cell('td', each, n)))
        return row.below ? [own, row.below(heads.length)] : [own]
      }),
    ),
  )
}

const requestRows = (requests) =>
  requests.map((each) => ({
    bad: each.code !== undefined,
    cells: [
      time(each.at),
      each.function ?? '',
      each.action.replace(/Documents?/, ''),
      each.collection,
      el('code', {}, each.query),
      ms(each.ms),
      each.code ?? '',
    ],
  }))
const requestHeads = ['Time', 'Function', 'Action', 'Collection', 'Query', '#Took', 'Refused']

async function documents(collection, after) {
  const found = await ask(
    `documents?collection=${encodeURIComponent(collection)}${after ? `&after=${encodeURIComponent(after)}` : ''}`,
  )
  const id = el('input', { 'aria-label': 'Id of a document', placeholder: '_id' })
  const one = el('div', {})
  const look = async () => {
    const [doc] = await ask(`documents?collection=${encodeURIComponent(collection)}&id=${encodeURIComponent(id.value)}`)
    one.replaceChildren(el('pre', {}, doc ? doc.text : 'No document has this id.'))
  }
  return [
    el('h2', {}, collection),
    el('p', {}, id, ' ', el('button', { onclick: look }, 'Look up')),
    one,
    ...found.map((doc) => el('details', {}, el('summary', {}, String(doc.id)), el('pre', {}, doc.text))),
    found.length === 0 ? el('p', {}, 'Nothing more here.') : undefined,
    found.length === 50
      ? el(
          'p',
          {},
          el(
            'a',
            { href: `#collections/${encodeURIComponent(collection)}/${encodeURIComponent(found.at(-1).key)}` },
            'Next 50',
          ),
        )
      : undefined,
  ]
}

const parts = {
  async collections(collection, after) {
    if (collection) return documents(collection, after)
    const found = await ask('collections')
    const rows = found.map(({ name, documents: count, indexes }) => [
      el('a', { href: `#collections/${encodeURIComponent(name)}` }, name),
      String(count),
      String(indexes),
    ])
    return [el('h2', {}, 'Collections'), table(['Name', '#Documents', '#Indexes'], rows, 'No collection was made yet.')]
  },
  async indexes() {
    const rows = (await ask('indexes')).map((each) => ({
      cells: [
        each.collection,
        each.index,
        keysOf(each.keys),
        each.unique ? 'unique' : '',
        String(each.served),
        each.for ?? '',
      ],
    }))
    const heads = ['Collection', 'Index', 'Fields', '', '#Served', 'Is there for']
    return [el('h2', {}, 'Indexes, and how often each served since the start'), table(heads, rows, 'None.')]
  },
  async queries() {
    const { slowFrom, slow, withoutIndex } = await ask('queries')
    const shapes = withoutIndex.map((each) => ({
      bad: true,
      cells: [
        each.collection,
        el('code', {}, each.query),
        String(each.times),
        each.allowed ? 'read everything' : 'refused',
      ],
    }))
    return [
      el('h2', {}, 'Queries that no index serves'),
      table(['Collection', 'Query', '#Times', 'What became of it'], shapes, 'None so far.'),
      el('h2', {}, `Slow requests, from ${slowFrom} ms on`),
      table(requestHeads, requestRows(slow), 'None so far.'),
    ]
  },
  async calls() {
    const rows = (await ask('calls')).map((each) => ({
      bad: each.outcome !== 'ok',
      below: (columns) =>
        el(
          'tr',
          { hidden: '' },
          el(
            'td',
            { colspan: columns },
            el('p', {}, `request ${each.requestId}`),
            table(requestHeads, requestRows(each.requests), 'It asked the database nothing.'),
          ),
        ),
      cells: [
        time(each.at),
        el(
          'details',
          {
            ontoggle: ({ target }) => {
              target.closest('tr').nextSibling.hidden = !target.open
            },
          },
          el('summary', {}, `${each.function}${each.procedure ? `.${each.procedure}` : ''}`),
        ),
        each.source,
        each.outcome,
        each.cold ? 'cold' : '',
        String(each.dbRequests),
        ms(each.ms),
      ],
    }))
    const heads = ['Time', 'Function', 'From', 'Ended', '', '#Requests', '#Took']
    return [el('h2', {}, 'Calls, the latest first'), table(heads, rows, 'No function was called yet.')]
  },
  async sent() {
    const rows = (await ask('sent')).map((each) => [
      time(each.at),
      each.api,
      el('pre', {}, JSON.stringify(each.data, null, 2)),
    ])
    return [
      el('h2', {}, 'What would have gone to WeChat'),
      table(['Time', 'API', 'Request'], rows, 'Nothing was sent yet.'),
    ]
  },
  async timers() {
    const rows = (await ask('timers')).map((each) => {
      const said = el('span', { role: 'status' })
      const run = async (event) => {
        event.target.disabled = true
        said.textContent = ' running …'
        const ended = await fetch(`timers/${each.name}`, { method: 'POST' })
        said.textContent = ` ${(await ended.json()).ended}`
        event.target.disabled = false
      }
      const due = each.running ? 'now' : each.due ? time(each.due) : 'only when told'
      return [
        each.name,
        each.function,
        el('code', {}, each.config),
        due,
        el('span', {}, el('button', { onclick: run }, 'Run now'), said),
      ]
    })
    return [el('h2', {}, 'Timers'), table(['Name', 'Function', 'Fields', 'Due', ''], rows, 'No function has a timer.')]
  },
}

async function show() {
  const [part = '', ...rest] = location.hash.slice(1).split('/').map(decodeURIComponent)
  const name = Object.hasOwn(parts, part) ? part : 'collections'
  for (const link of document.querySelectorAll('nav a'))
    if (link.hash === `#${name}`) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  try {
    main.replaceChildren(...(await parts[name](...rest)).filter(Boolean))
  } catch {
    main.replaceChildren(el('p', {}, 'The local CloudBase does not answer. Start it, then load this page again.'))
  }
}

addEventListener('hashchange', show)
for (const link of document.querySelectorAll('nav a'))
  link.addEventListener('click', () => link.hash === location.hash && show())
show()
