import type { Wish } from './posting'

/** Words by which someone says to be a woman, or a man. Who is only spoken of (男发, 女装) is not meant. */
const woman =
  /女(?!儿|婿|装|鞋|裤|裙|发|款|孩|生|童|性|厕|包)|阿姨|大姐|姐姐|[一-龥]姐(?!妹|夫|弟)|妈妈|大妈|宝妈|奶奶|婆婆|阿婆|外婆|大娘|大嫂|嫂子|阿嫂|师奶|姑娘|小姐|姐妹|女士|女性(?=护|照|社|志|义|教|理|医|工)|女生(?=帮|来|上门)|母亲/
const man =
  /男(?!发|装|鞋|裤|款|孩|生|童|性|厕|朋友|宝|士理|士剪)|大叔|叔叔|大哥|[一-龥]哥(?!哥)|哥哥|小伙|大爷|爷爷|伯伯|阿伯|阿叔|老头|爸爸|师傅仔|男士(?=帮|护|上门)|男性(?=护|照|社|志|义|教|理|医|工)|汉子|兄弟/

/** Who is served, not who serves: these do not state who comes. */
const served =
  /(给|替|为|帮|陪|专给|教|服务|面向|限|适合|针对|招|送)(各位|独居|高龄|空巢|失能|社区|小区|邻居|街坊|全职|准|新手|年轻|单亲)*的?(女士|男士|女性|男性|女生|男生|爷爷奶奶|爷爷|奶奶|婆婆|阿婆|阿姨|妈妈|宝妈|爸爸|大爷|大妈|大叔|姐妹|大姐|老头|叔叔|伯伯|母亲)(们|班|专场)?/g

const cantonese = /粤语|广东话|白话|讲粤|本地话|双语|粤普/
/** Written as Cantonese is spoken: whoever offers so speaks it. */
const written = /[嘅咗佢哋喺啲嚟畀谂嘢冇唔咁乜嗰揾攞瞓]|我识|识得|得闲|倾偈|细路|睇住/

const fee =
  /\d+(\.\d+)?\s*(元|块|¥|rmb)|[¥￥]\s*\d|[一二三四五六七八九十百千两]+(元|块钱|块)(?!蛋糕|地|布|砖)|收费|付费|收取|费用|成本费|材料费|工本费|人工费|上门费|服务费|学费|会费|押金|月费|年费|按(件|次|小时|时|平米|平方|天|月)(收|计|算)|明码|低价|优惠价|平价|有偿|AA|aa|分摊|均摊|[一二三四五六七八九]折|打折|起步价|小费|辛苦费|红包|套餐价|会员价|市场价|报价|先看后谈|面议/
const free =
  /免费|不收(任何)?(费用|费|钱)|不要钱|不谈钱|不花钱|分文不取|无偿|义务|公益|免收|不另收|零元|(?<!\d)0\s*元|白送|免押金/g

/**
 * Whether an offer's own text states what a person insists on. What is not stated is not assumed: a woman who must have
 * a woman is not sent someone who might be one.
 */
export function states(text: string, wish: Wish): boolean {
  const plain = text.normalize('NFKC')
  const serving = plain.replace(served, '')
  switch (wish) {
    case 'female_only':
      return woman.test(serving)
    case 'male_only':
      return man.test(serving)
    case 'cantonese':
      return cantonese.test(plain) || written.test(plain)
    case 'free_only':
      return !fee.test(plain.replace(free, ''))
  }
}
