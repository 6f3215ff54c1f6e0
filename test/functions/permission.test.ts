import { capabilities, covers, holds, scopeOf, scopesOf } from '../../src/domain/permission'
import { roles } from '../../src/domain/role'
import expected from './roles.json'

describe('permission', () => {
  test('every cell of the role table is as the centre wrote it', () => {
    expect([...roles]).toEqual(expected.roles)
    const actual = Object.fromEntries(
      capabilities.map((capability) => [capability, roles.map((role) => scopeOf(role, capability)).join(' ')]),
    )
    expect(actual).toEqual(expected.capabilities)
  })

  test('several roles give each their own scope and never a larger one', () => {
    expect(scopesOf(['resident', 'family-proxy'], 'sign-up')).toEqual(['own', 'family'])
    expect(scopesOf(['resident', 'volunteer'], 'sign-up')).toEqual(['own'])
    expect(holds(['resident', 'operator'], 'see-attendee-names')).toBe(true)
    expect(holds(['resident', 'volunteer'], 'see-attendee-names')).toBe(false)
  })

  test('no role deletes a rating, sees others’ ballots or edits what is assessed', () => {
    for (const capability of ['delete-rating', 'see-ballot-of-others', 'edit-scorecard-data'] as const)
      expect(holds(roles, capability)).toBe(false)
  })

  const anna = { _id: 'anna', organisation: 'org-a', team: 'team-a', family: [{ id: 'anna.kid' }] }

  test.each([
    ['own reaches oneself', ['resident'], 'sign-up', { person: 'anna' }, true],
    ['own does not reach family', ['resident'], 'sign-up', { person: 'anna.kid' }, false],
    ['family reaches one’s family', ['family-proxy'], 'sign-up', { person: 'anna.kid' }, true],
    ['family does not reach another’s', ['family-proxy'], 'sign-up', { person: 'bert.kid' }, false],
    ['organisation reaches one’s own', ['operator'], 'see-attendee-names', { organisation: 'org-a' }, true],
    ['organisation does not reach another', ['operator'], 'see-attendee-names', { organisation: 'org-b' }, false],
    ['team reaches one’s own', ['volunteer-captain'], 'see-attendee-names', { team: 'team-a' }, true],
    ['team does not reach what has no team', ['volunteer-captain'], 'see-attendee-names', { team: null }, false],
    ['centre reaches anything here', ['social-worker'], 'see-attendee-names', {}, true],
    ['a case is not opened by a role alone', ['social-worker'], 'see-case-note', {}, false],
    ['a role without it reaches nothing', ['system-admin'], 'sign-up', { person: 'anna' }, false],
  ] as const)('%s', (_, held, capability, thing, reaches) => {
    expect(covers({ ...anna, roles: held }, capability, thing)).toBe(reaches)
  })

  test('someone without a team or organisation reaches nothing that has none', () => {
    const alone = { ...anna, organisation: null, team: null, roles: ['operator', 'volunteer-captain'] as const }
    expect(covers(alone, 'see-attendee-names', { organisation: null, team: null })).toBe(false)
  })
})
