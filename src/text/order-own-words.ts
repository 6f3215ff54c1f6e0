/** What was said in one's own words, below the name of an order that has none. */
export const quotedWords = (said: string): string => `“${said}”`
