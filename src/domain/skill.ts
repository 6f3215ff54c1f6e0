import * as v from 'valibot'

/**
 * What a volunteer can do, by the codes of the centre's thesaurus, in groups so that one's own are found in a glance;
 * how each is said stands in the text.
 */
export const skillsByGroup = {
  home: [
    'skill-plumbing',
    'skill-electrical',
    'skill-appliance',
    'skill-carpentry',
    'skill-painting-plaster',
    'skill-locksmith',
    'skill-sewing',
    'skill-bike-repair',
    'skill-ebike-repair',
    'skill-knife-sharpening',
    'skill-computer',
  ],
  care: [
    'skill-haircut',
    'skill-cooking',
    'skill-cleaning',
    'skill-nursing',
    'skill-rehab',
    'skill-doctor',
    'skill-first-aid',
    'skill-tcm',
    'skill-elder-companion',
    'skill-storytelling-record',
    'skill-sign-language',
    'skill-special-ed',
    'skill-counselling',
    'skill-listening',
  ],
  learning: [
    'skill-childcare',
    'skill-story-reading',
    'skill-tutor-maths',
    'skill-tutor-english',
    'skill-tutor-chinese',
    'skill-drawing',
    'skill-coding',
    'skill-family-social-work',
    'skill-mentor',
    'skill-phone-teaching',
  ],
  leisure: [
    'skill-instrument',
    'skill-sports-coach',
    'skill-swim',
    'skill-hosting',
    'skill-dialect',
    'skill-boardgame',
    'skill-photo',
    'skill-singing',
    'skill-dance',
    'skill-taichi-yoga',
    'skill-calligraphy',
    'skill-chess',
    'skill-gardening',
    'skill-craft',
    'skill-outdoor-lead',
    'skill-read-lead',
    'skill-tea',
  ],
  errands: [
    'skill-strong',
    'skill-driving',
    'skill-pet-care',
    'skill-free-time',
    'skill-translation',
    'skill-paperwork',
    'skill-hr',
    'skill-business',
    'skill-baking',
    'skill-law',
    'skill-mediation',
    'skill-antifraud',
    'skill-patrol',
    'skill-drug-social-work',
  ],
  leading: ['skill-design', 'skill-organise', 'skill-facilitate'],
} as const

export type SkillGroup = keyof typeof skillsByGroup
export type Skill = (typeof skillsByGroup)[SkillGroup][number]

export const skills: readonly Skill[] = Object.values(skillsByGroup).flat()

export const skillInput = v.picklist(skills)
