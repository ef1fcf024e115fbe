import type { CompanyKey, DepartmentKey, SkillKey } from "./catalogue.ts";
import type { ShiftKey } from "./shifts.ts";

/** The sixty invented people of the sample desk, one a line; larger desks repeat their posts under other names. */

export interface Post {
  readonly name: string;
  /** The part of the address before the `@`. */
  readonly mail: string;
  readonly department: DepartmentKey;
  readonly shift: ShiftKey;
  readonly company: CompanyKey;
  readonly skills: readonly SkillKey[];
}

type Row = readonly [name: string, mail: string, shift: ShiftKey, company: CompanyKey, ...skills: SkillKey[]];

const TABLE: { readonly [K in DepartmentKey]: readonly Row[] } = {
  tech: [
    ["李娜", "li.na", "day", "spruce", "login", "rights"],
    ["周子轩", "zhou.zixuan", "early", "spruce", "network", "hardware", "english"],
    ["马骏", "ma.jun", "split", "spruce", "hardware", "network"],
    ["张伟", "zhang.wei", "split", "spruce", "api", "network", "english", "login"],
    ["Daniel Kim", "daniel.kim", "late", "bluewater", "api", "english"],
    ["罗志强", "luo.zhiqiang", "night", "spruce", "network", "api", "all"],
    ["宋雅楠", "song.yanan", "saturday", "spruce", "hardware", "all"],
    ["郑凯", "zheng.kai", "empty", "spruce", "hardware"],
    ["陈思远", "chen.siyuan", "splitTueSat", "spruce", "api", "migration"],
    ["吴佳怡", "wu.jiayi", "peaks", "chenxing", "login", "rights"],
    ["欧阳明", "ouyang.ming", "sixDays", "spruce", "network", "login"],
    ["黄俊杰", "huang.junjie", "mornings", "chenxing", "hardware", "login"],
    ["孙浩然", "sun.haoran", "evenings", "chenxing", "login", "network"],
    ["Oliver Brandt", "oliver.brandt", "europe", "bluewater", "api", "migration", "english"],
  ],
  global: [
    ["Priya Nair", "priya.nair", "ten", "bluewater", "english", "invoice", "vip"],
    ["Mateo García", "mateo.garcia", "europe", "bluewater", "spanish", "english"],
    ["Hannah Schmidt", "hannah.schmidt", "empty", "bluewater", "english"],
    ["高天翔", "gao.tianxiang", "weekend", "spruce", "english", "vip", "login"],
    ["佐藤葵", "sato.aoi", "japan", "bluewater", "japanese", "english"],
    ["Emily Carter", "emily.carter", "nightSunThu", "bluewater", "english", "vip"],
    ["Lucía Fernández", "lucia.fernandez", "nightTueSat", "bluewater", "spanish", "english"],
    ["Noah Williams", "noah.williams", "evenings", "bluewater", "english", "login"],
    ["山本陽菜", "yamamoto.hina", "threePeaks", "bluewater", "japanese"],
    ["Camila Rojas", "camila.rojas", "weekendSplit", "bluewater", "spanish", "refund"],
    ["Aisha Rahman", "aisha.rahman", "nightBroken", "bluewater", "english", "all"],
    ["何雨晴", "he.yuqing", "mornings", "spruce", "english", "japanese"],
  ],
  billing: [
    ["林雨桐", "lin.yutong", "day", "spruce", "english", "invoice", "refund"],
    ["Grace Okafor", "grace.okafor", "late", "bluewater", "english", "invoice", "refund"],
    ["王梓涵", "wang.zihan", "split", "spruce", "invoice", "refund"],
    ["刘芳", "liu.fang", "mornings", "chenxing", "invoice"],
    ["赵敏", "zhao.min", "evenings", "chenxing", "invoice", "refund"],
    ["司马晴", "sima.qing", "threeDays", "spruce", "invoice", "compliance"],
    ["Jonas Weber", "jonas.weber", "peaks", "bluewater", "invoice", "english"],
    ["曹雪", "cao.xue", "weekend", "chenxing", "refund"],
    ["彭飞", "peng.fei", "weekendSplit", "chenxing", "refund", "invoice"],
  ],
  presales: [
    ["徐静怡", "xu.jingyi", "ten", "spruce", "api", "vip"],
    ["胡一鸣", "hu.yiming", "threePeaks", "spruce", "vip", "english"],
    ["朱丽", "zhu.li", "weekend", "chenxing", "vip"],
    ["Sofia Rossi", "sofia.rossi", "europe", "bluewater", "english", "spanish", "vip"],
    ["郭涛", "guo.tao", "twoDays", "spruce", "api", "migration"],
    ["梁诗琪", "liang.shiqi", "splitTueSat", "chenxing", "vip", "login"],
    ["谢宇", "xie.yu", "peaks", "chenxing", "login"],
    ["韩梅", "han.mei", "weekendSplit", "spruce", "vip", "all"],
  ],
  success: [
    ["唐婉清", "tang.wanqing", "split", "spruce", "vip", "migration"],
    ["冯磊", "feng.lei", "early", "spruce", "migration", "api"],
    ["于欣", "yu.xin", "threePeaks", "chenxing", "vip"],
    ["Liam Murphy", "liam.murphy", "late", "bluewater", "english", "vip", "migration"],
    ["董洁", "dong.jie", "mornings", "chenxing", "login", "rights"],
    ["萧然", "xiao.ran", "twoDays", "spruce", "rights", "vip"],
    ["程小雨", "cheng.xiaoyu", "evenings", "chenxing", "login", "refund"],
    ["Mei-Ling Tan", "meiling.tan", "weekend", "bluewater", "english", "vip"],
    ["沈浩", "shen.hao", "twoDays", "spruce", "migration", "network"],
  ],
  quality: [
    ["曾雅琪", "zeng.yaqi", "threeDays", "spruce", "compliance", "all"],
    ["彭程", "peng.cheng", "twoDays", "spruce", "compliance"],
    ["吕思琪", "lv.siqi", "sixDays", "chenxing", "compliance", "refund"],
    ["Chloé Dubois", "chloe.dubois", "ten", "bluewater", "compliance", "english"],
    ["蒋文博", "jiang.wenbo", "threeDays", "spruce", "compliance", "rights"],
    ["蔡明月", "cai.mingyue", "peaks", "chenxing", "compliance"],
    ["丁磊", "ding.lei", "nightBroken", "spruce", "all", "login"],
    ["Amara Diallo", "amara.diallo", "empty", "bluewater", "compliance", "english"],
  ],
};

function postsOf(department: DepartmentKey): readonly Post[] {
  return TABLE[department].map(([name, mail, shift, company, ...skills]) => ({
    name,
    mail,
    department,
    shift,
    company,
    skills,
  }));
}

/** By department, as Feishu lists them: nothing in the product may rely on their order. */
export const POSTS: readonly Post[] = [
  ...postsOf("tech"),
  ...postsOf("global"),
  ...postsOf("billing"),
  ...postsOf("presales"),
  ...postsOf("success"),
  ...postsOf("quality"),
];
