/** Who calls a function, as the cloud would know them. */
export interface Caller {
  /** web: the browser's sign-in. wx: a mini-program. timer: a trigger. function: another function. */
  source: 'web' | 'wx' | 'timer' | 'function'
  /** How the function that calls was called itself: "wx_client", "wx_client,scf". */
  through?: string
  /** The id that the web sign-in gave; none for someone who has not signed in. */
  uid?: string
  openid?: string
}

export const environment = 'linli-local'
export const region = 'ap-shanghai'

/** The variables that the cloud sets in each function's process, none of which says who calls. */
export function processEnvironment(name: string, wire: string): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: region,
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: environment,
    SCF_FUNCTIONNAME: name,
    TCB_ENV: environment,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: wire }),
    TZ: 'UTC',
  }
}

/** What was called by what, as `getWXContext().SOURCE` has it. */
export function chainOf({ source, through }: Caller): string {
  if (source === 'function') return through ? `${through},scf` : 'scf'
  return { web: 'web_client', wx: 'wx_client', timer: 'wx_trigger' }[source]
}

/** What a call tells of its caller, and only in its own context. */
function callerVariables(caller: Caller): Record<string, string> {
  const told: Record<string, string> = { TCB_ENV: environment, SCF_NAMESPACE: environment }
  const tcbKeys = ['TCB_ENV', 'SCF_NAMESPACE']
  const wxKeys: string[] = []
  if (caller.source === 'timer') told.TRIGGER_SRC = 'timer'
  if (caller.source === 'web') {
    Object.assign(told, { TCB_SOURCE: 'web_client', TCB_SOURCE_IP: '127.0.0.1' })
    tcbKeys.push('TCB_SOURCE', 'TCB_SOURCE_IP')
    if (caller.uid !== undefined) {
      Object.assign(told, { TCB_UUID: caller.uid, TCB_ISANONYMOUS_USER: 'false', LOGINTYPE: 'CUSTOM' })
      tcbKeys.push('TCB_UUID', 'TCB_ISANONYMOUS_USER')
    }
  }
  if (caller.source === 'wx' && caller.openid !== undefined) {
    Object.assign(told, { TCB_SOURCE: 'wx_client', WX_OPENID: caller.openid, WX_APPID: 'wx-local' })
    tcbKeys.push('TCB_SOURCE')
    wxKeys.push('WX_OPENID', 'WX_APPID')
  }
  if (caller.source === 'function') {
    told.TCB_SOURCE = chainOf(caller)
    tcbKeys.push('TCB_SOURCE')
  }
  told.TCB_CONTEXT_KEYS = tcbKeys.join(',')
  if (wxKeys.length > 0) told.WX_CONTEXT_KEYS = wxKeys.join(',')
  return told
}

/** The second argument of a function, as the cloud makes it. */
export function functionContext(
  name: string,
  requestId: string,
  caller: Caller,
  limits: { seconds: number; megabytes: number },
): Record<string, unknown> {
  const told = callerVariables(caller)
  return {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: limits.megabytes,
    time_limit_in_ms: limits.seconds * 1000,
    request_id: requestId,
    environment: JSON.stringify(told),
    environ: Object.entries(told)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
    function_version: '$LATEST',
    function_name: name,
    namespace: environment,
    tencentcloud_region: region,
  }
}
