import { capacity } from './capacity'
import { addLicence, checkLicence, dropLicence } from './licences'
import { list, page, save } from './page'
import { linkPerson, unlinkPerson } from './people'
import { add, bring, draw, giveBack, takeBack } from './resources'
import { uses } from './uses'
import { loads, week } from './week'

export const procedures = {
  list,
  page,
  save,
  addLicence,
  checkLicence,
  dropLicence,
  bring,
  add,
  draw,
  giveBack,
  takeBack,
  linkPerson,
  unlinkPerson,
  uses,
  week,
  loads,
  capacity,
}
