import type { DeskLoan } from '../../domain/loan-page'

/** The parts of the desk, the one that is looked at most first. */
export const parts = ['come', 'late', 'out', 'things'] as const
export type Part = (typeof parts)[number]

/** In which part of the desk a loan is listed. */
export const partOf = ({ state, late }: DeskLoan): Part => (late > 0 ? 'late' : state === 'out' ? 'out' : 'come')
