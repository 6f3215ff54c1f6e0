/** True in the web build that talks to the local CloudBase and may act as any demo person. */
declare const BUILD_LOCAL: boolean

/** The cloud environment; empty in a local build. */
declare const BUILD_ENV: string

/** The centre that opens where no code or card named one. */
declare const BUILD_CENTRE: string

declare module '*.css'
