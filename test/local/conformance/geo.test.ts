import { expectRefused, Place } from './place'

/** Places on the map, from the manuals of both vendors. Distances are great circles on a sphere of 6,378.1 km. */
const where = { name: 'location', keys: { location: '2dsphere' as const }, serves: 'what is near' }
const place = Place.open({ attractions: { indexes: [where] } })

const tower = [113.30593, 23.1361155] as const
const mountain = [113.306789, 23.1564721] as const
const palace = [116.3949659, 39.9163447] as const
const wall = [116.2328567, 40.242373] as const

/** The SDK's types know points only. */
type Made = new (parts: unknown) => object
type Geo = typeof place.database.Geo &
  Record<'LineString' | 'Polygon' | 'MultiPoint' | 'MultiLineString' | 'MultiPolygon', Made>
const geo = () => place.database.Geo as Geo
const point = ([lng, lat]: readonly [number, number]) => new (geo().Point)(lng, lat)
const line = (...places: [number, number][]) => new (geo().LineString)(places.map(point))
const polygon = (...rings: [number, number][][]) => new (geo().Polygon)(rings.map((ring) => line(...ring)))
const square = (at: number, size: number): [number, number][] => [
  [at, at],
  [at + size, at],
  [at + size, at + size],
  [at, at + size],
  [at, at],
]

describe('what is near', () => {
  beforeAll(() =>
    place.lay(
      [
        { _id: 'Canton Tower', city: 'Guangzhou', location: point(tower) },
        { _id: 'Baiyun Mountain', city: 'Guangzhou', location: point(mountain) },
        { _id: 'The Palace Museum', city: 'Beijing', location: point(palace) },
        { _id: 'Great Wall', city: 'Beijing', location: point(wall) },
        { _id: 'nowhere', city: 'Beijing' },
      ] as never,
      'attractions',
    ),
  )

  const attractions = () => place.database.collection('attractions')
  const near = (at: readonly [number, number], distances: object = {}) => ({
    location: place.database.command.geoNear({ geometry: point(at), ...distances }),
  })
  const ids = async (filter: object) => (await attractions().where(filter).get()).data.map((doc) => doc._id)
  const all = ['Canton Tower', 'Baiyun Mountain', 'The Palace Museum', 'Great Wall']

  test.each<[string, object, string[]]>([
    ['comes nearest first', {}, all],
    ['comes within a distance', { maxDistance: 3000 }, all.slice(0, 2)],
    ['comes from a distance on', { minDistance: 1000, maxDistance: 3000 }, ['Baiyun Mountain']],
    ['may be none', { minDistance: 4000, maxDistance: 5000 }, []],
  ])('%s', async (_, distances, found) => expect(await ids(near(tower, distances))).toEqual(found))

  test('comes in the order that is asked for, where one is', async () => {
    const { data } = await attractions().where(near(tower)).orderBy('_id', 'desc').get()
    expect(data.map((doc) => doc._id)).toEqual(['The Palace Museum', 'Great Wall', 'Canton Tower', 'Baiyun Mountain'])
  })

  test('comes with other conditions, skipped and cut; it is counted', async () => {
    const beijing = { ...near(tower), city: 'Beijing' }
    expect(await ids(beijing)).toEqual(['The Palace Museum', 'Great Wall'])
    expect((await attractions().where(near(tower)).skip(1).limit(2).get()).data.map((doc) => doc._id)).toEqual(
      all.slice(1, 3),
    )
    expect((await attractions().where(beijing).count()).total).toBe(2)
  })

  const stage = (options: object) =>
    attractions()
      .aggregate()
      .geoNear({ near: point(tower), spherical: true, distanceField: 'distance', ...options } as never)

  test('the stage tells the distance in metres, as far as a sphere of 6,378.1 km has them', async () => {
    const { data } = await stage({ query: { city: 'Guangzhou' }, distanceMultiplier: 1, includeLocs: 'at' }).end()
    const [zero, distance] = data.map((row: { distance: number }) => row.distance)
    // Twice the arc sine of the haversine's root, worked out apart.
    expect([zero, Math.round(distance)]).toEqual([0, 2268])
    expect(data[1]).toMatchObject({ _id: 'Baiyun Mountain', at: { type: 'Point', coordinates: [...mountain] } })
  })

  test('the stage takes distances, a limit, a key and stages behind it', async () => {
    expect((await stage({ limit: 2, key: 'location' }).end()).data).toHaveLength(2)
    expect((await stage({ maxDistance: 3000, minDistance: 1000 }).end()).data).toHaveLength(1)
    const { data } = await stage({ distanceMultiplier: 0.001 }).project({ distance: 1 }).limit(3).end()
    expect(data.map((row: { distance: number }) => Math.round(row.distance))).toEqual([0, 2, 1890])
  })

  test.each<[string, object, RegExp]>([
    ['without spherical', { spherical: false }, /spherical/],
    ['without a field for the distance', { distanceField: undefined }, /distanceField/],
    ['with an unknown option', { uniqueDocs: true }, /uniqueDocs/],
    ['with a limit of nothing', { limit: -1 }, /limit/],
    ['with a distance that is none', { maxDistance: 'far' }, /maxDistance/],
  ])('the stage %s is refused', (_, options, words) => expectRefused(stage(options).end(), words))

  test('is refused behind another stage, inside alternatives, and where no index of places is known', async () => {
    const pipeline = attractions().aggregate().match({ city: 'Beijing' })
    await expectRefused(
      pipeline.geoNear({ near: point(tower), distanceField: 'd', spherical: true } as never).end(),
      /\$geoNear/,
    )
    await expectRefused(attractions().aggregate().match(near(tower)).end(), /\$nearSphere/)
    await expectRefused(
      attractions()
        .where(place.database.command.or([near(tower), { city: 'x' }]))
        .get(),
      /\$nearSphere/,
    )
    const elsewhere = place.things
      .aggregate()
      .geoNear({ near: point(tower), distanceField: 'd', spherical: true } as never)
    await expectRefused(elsewhere.end(), /2dsphere/)
  })

  test('a field with an index of places takes nothing else', async () => {
    await expectRefused(attractions().add({ location: 'here' }), /geo keys/)
    await expectRefused(attractions().add({ location: { type: 'Point', coordinates: [200, 0] } }), /geo keys/)
    await expectRefused(attractions().where({ _id: 'nowhere' }).update({ location: 5 }), /geo keys/)
  })
})

describe('what lies within, and what crosses', () => {
  const shapes = () => ({
    inside: point([5, 5]),
    rim: point([0, 5]),
    hole: point([15, 15]),
    outside: point([30, 30]),
    line: line([2, 2], [8, 3]),
    crossing: line([-5, 5], [5, 5]),
    beyond: line([-5, -5], [-5, 30]),
    small: polygon(square(2, 3)),
    around: polygon(square(-10, 60)),
    overlapping: polygon(square(8, 5)),
    points: new (geo().MultiPoint)([point([1, 1]), point([9, 9])]),
    scattered: new (geo().MultiPoint)([point([1, 1]), point([40, 40])]),
    lines: new (geo().MultiLineString)([line([1, 1], [2, 2]), line([3, 3], [4, 4])]),
    polygons: new (geo().MultiPolygon)([polygon(square(1, 1)), polygon(square(5, 1))]),
    text: 'somewhere',
  })
  type Name = keyof ReturnType<typeof shapes>

  beforeAll(() => place.lay(Object.entries(shapes()).map(([_id, at]) => ({ _id, at })) as never))

  const found = async (condition: unknown) =>
    (await place.things.where({ at: condition }).get()).data.map((doc) => doc._id).sort()
  const names = (text: string): string[] => text.split(' ').sort()

  const ten = () => polygon(square(0, 10))
  const ring = () => polygon(square(-20, 60), square(12, 6))

  test.each<[string, () => object, string]>([
    ['a square', ten, 'inside rim line small points lines polygons'],
    ['a square with a hole', ring, 'inside rim line crossing beyond small points scattered lines polygons outside'],
    [
      'two squares together',
      () => new (geo().MultiPolygon)([ten(), polygon(square(29, 2))]),
      'inside rim line small points lines polygons outside',
    ],
  ])('within %s', async (_, geometry, wanted) => {
    const { command: _c } = place.database
    expect(await found(_c.geoWithin({ geometry: geometry() as never }))).toEqual(names(wanted))
  })

  test('within a circle, whose radius is an angle', async () => {
    const { command: _ } = place.database
    const degrees = (angle: number) => (angle * Math.PI) / 180
    expect(await found(_.geoWithin({ centerSphere: [[5, 5], degrees(1)] } as never))).toEqual(['inside'])
    expect(await found(_.geoWithin({ centerSphere: [point([5, 5]), degrees(5.1)] } as never))).toEqual(
      names('inside rim line small'),
    )
  })

  test.each<[string, () => object, string]>([
    ['a point', () => point([5, 5]), 'inside crossing small around polygons'],
    ['a line', () => line([-10, 30.5], [40, 29]), 'around'],
    ['a line through the squares', () => line([5, -5], [5, 20]), 'inside line crossing small around polygons'],
    ['a square', ten, 'inside rim line crossing small around overlapping points scattered lines polygons'],
    ['several points', () => new (geo().MultiPoint)([point([30, 30]), point([15, 15])]), 'outside hole around'],
    [
      'several lines',
      () => new (geo().MultiLineString)([line([29, 30], [31, 30]), line([-6, 0], [-4, 0])]),
      'around beyond',
    ],
    [
      'several squares',
      () => new (geo().MultiPolygon)([polygon(square(29, 2)), polygon(square(14, 2))]),
      'outside hole around',
    ],
  ])('crossing %s', async (_, geometry, wanted) => {
    const { command: _c } = place.database
    expect(await found(_c.geoIntersects({ geometry: geometry() as never }))).toEqual(names(wanted))
  })

  test('edges are great circles: half way between two places of one latitude they lie nearer to the pole', async () => {
    const { command: _ } = place.database
    await place.lay([
      { _id: 'above', at: point([45, 61]) },
      { _id: 'below', at: point([45, 59]) },
    ] as never)
    const wide = polygon([
      [0, 50],
      [90, 50],
      [90, 60],
      [0, 60],
      [0, 50],
    ])
    expect(await found(_.geoWithin({ geometry: wide }))).toEqual(['above'])
  })

  test('across the line where the date changes', async () => {
    const { command: _ } = place.database
    await place.lay([
      { _id: 'fiji', at: point([179.9, -17]) },
      { _id: 'east', at: point([-179.9, -17]) },
      { _id: 'far', at: point([0, -17]) },
    ] as never)
    const strip = polygon([
      [179, -20],
      [-179, -20],
      [-179, -10],
      [179, -10],
      [179, -20],
    ])
    expect(await found(_.geoWithin({ geometry: strip }))).toEqual(['east', 'fiji'])
  })

  test.each<[string, object, RegExp]>([
    [
      'within a line',
      {
        $geoWithin: {
          $geometry: {
            type: 'LineString',
            coordinates: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      },
      /\$geoWithin/,
    ],
    [
      'within a box of plane coordinates',
      {
        $geoWithin: {
          $box: [
            [0, 0],
            [1, 1],
          ],
        },
      },
      /\$box/,
    ],
    [
      'a polygon that is not closed',
      {
        $geoWithin: {
          $geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [1, 1],
                [2, 0],
              ],
            ],
          },
        },
      },
      /\$geoWithin/,
    ],
    [
      'a latitude beyond the pole',
      { $geoIntersects: { $geometry: { type: 'Point', coordinates: [0, 91] } } },
      /\$geoIntersects/,
    ],
    ['near on a plane', { $near: [0, 0] }, /\$near/],
    [
      'near a line',
      {
        $nearSphere: {
          $geometry: {
            type: 'LineString',
            coordinates: [
              [0, 0],
              [1, 1],
            ],
          },
        },
      },
      /\$nearSphere/,
    ],
  ])('%s is refused', (_, at, words) => expectRefused(place.raw.where({ at }).get(), words))

  test('an answer has the SDK’s own geometries, of every kind', async () => {
    const all = shapes()
    await place.lay([{ _id: 'all', ...all }] as never)
    const [doc] = (await place.things.doc('all').get()).data
    for (const name of Object.keys(all) as Name[]) expect(doc[name]).toEqual(all[name])
    expect(doc.polygons).toBeInstanceOf(geo().MultiPolygon)
  })
})
