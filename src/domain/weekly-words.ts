/** Words that say how often: every week, or so many times a week. */
const weekly =
  /每一?个?(周|星期|礼拜)|逢(周|星期|礼拜)|(周周|一个?(周|星期|礼拜))(来|做|去|要|打扫|上)?[一两二三四五六1-6](次|趟|回|天|节)/

/** What denies it. */
const denied = /(不用|不要|不必|不是|别)每/

/** Whether a sentence asks for something again every week. */
export const saysWeekly = (text: string): boolean => weekly.test(text) && !denied.test(text)
