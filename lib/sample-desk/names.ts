import { cycle } from "./seeded.ts";

/** Names for desks larger than the table of sixty: given and family names combined. A few repeat in thousands, as in life. */

const FAMILY =
  "王 wang,李 li,张 zhang,刘 liu,陈 chen,杨 yang,黄 huang,赵 zhao,吴 wu,周 zhou,徐 xu,孙 sun,马 ma,朱 zhu,胡 hu,郭 guo,何 he,林 lin,罗 luo,高 gao,郑 zheng,梁 liang,谢 xie,宋 song,唐 tang,许 xu,邓 deng,韩 han,冯 feng,曹 cao,彭 peng,曾 zeng,肖 xiao,田 tian,董 dong,潘 pan,袁 yuan,蔡 cai,蒋 jiang,余 yu,于 yu,杜 du,叶 ye,程 cheng,魏 wei,苏 su,吕 lv,丁 ding,任 ren,卢 lu,姚 yao,沈 shen,钟 zhong,姜 jiang,崔 cui,谭 tan,陆 lu,范 fan,汪 wang,廖 liao,石 shi,金 jin,韦 wei,贾 jia,夏 xia,付 fu,方 fang,邹 zou,熊 xiong,白 bai,孟 meng,秦 qin,邱 qiu,侯 hou,江 jiang,尹 yin,薛 xue,闫 yan,雷 lei,龙 long,黎 li,史 shi,陶 tao,贺 he,毛 mao,郝 hao,顾 gu,龚 gong,邵 shao,欧阳 ouyang";
const GIVEN =
  "子涵 zihan,雨桐 yutong,浩然 haoran,欣怡 xinyi,梓轩 zixuan,思远 siyuan,佳宁 jianing,俊杰 junjie,诗涵 shihan,明轩 mingxuan,若曦 ruoxi,天宇 tianyu,静怡 jingyi,志远 zhiyuan,晓彤 xiaotong,文博 wenbo,雅琪 yaqi,建国 jianguo,婉清 wanqing,一诺 yinuo,嘉豪 jiahao,慧敏 huimin,宇航 yuhang,美琳 meilin,承志 chengzhi,海燕 haiyan,鹏 peng,颖 ying,磊 lei,婷 ting,强 qiang,洁 jie,波 bo,琳 lin,超 chao,萍 ping,凯 kai,娟 juan,斌 bin,霞 xia,睿 rui,瑶 yao,晨 chen,倩 qian,阳 yang,薇 wei,健 jian,璐 lu,毅 yi,妍 yan,昊 hao,丹 dan,翔 xiang,蕾 lei,旭 xu,莹 ying,亮 liang,岚 lan,晖 hui,桐 tong,子墨 zimo,语嫣 yuyan,振华 zhenhua,雪梅 xuemei,家辉 jiahui,心悦 xinyue,泽宇 zeyu,梦洁 mengjie,国栋 guodong,可欣 kexin,永康 yongkang,玉兰 yulan,逸飞 yifei,春华 chunhua,景行 jingxing,乐怡 leyi,思齐 siqi,晓东 xiaodong,佩珊 peishan,启明 qiming,芷若 zhiruo,书恒 shuheng,锦程 jincheng,映雪 yingxue,致远 zhiyuan,清扬 qingyang,卓然 zhuoran,安琪 anqi,云帆 yunfan,念慈 nianci";
const LATIN_FIRST =
  "Emma,Lucas,Olivia,Mateo,Ava,Ethan,Isabella,Leo,Mia,Hugo,Amelia,Arjun,Zoë,Omar,Ingrid,Rafael,Nadia,Tomás,Yuki,Elena,Samir,Freya,Diego,Leila,Anton,Chiara,Kwame,Astrid,Bruno,Fatima,Jakub,Helena,Ravi,Simone,Pavel,Noor,Erik,Lina,Marco,Thandi,Felix,Alma,Idris,Vera,Jorge,Maya,Sven,Ines,Kofi,Clara";
const LATIN_LAST =
  "Smith,Müller,Silva,Johansson,Novak,Patel,Rossi,O'Connor,Dubois,Hernández,Kowalski,Nguyen,Ivanova,Haddad,Larsen,Costa,Banerjee,Fischer,Moreau,Okoye,Tanaka,Vargas,Nielsen,Petrov,Khan,Lindqvist,Romano,Mensah,Sánchez,Weiss,Jansen,Popescu,Sato,Alvarez,Berg,Farouk,Horváth,Keita,Lopes,Marin,Nowak,Osei,Pereira,Quinn,Rahimi,Schulz,Torres,Ueda,Virtanen,Wright";

export interface MadeName {
  readonly name: string;
  /** Unaccented, lower case, for the address. */
  readonly mail: string;
}

type Pair = readonly [shown: string, mail: string];
type Pairs = readonly [Pair, ...Pair[]];

function pairs(list: string, split: (item: string) => Pair): Pairs {
  const [first = ["", ""] as const, ...rest] = list.split(",").map(split);
  return [first, ...rest];
}

const bySpace = (item: string): Pair => {
  const [shown = "", mail = ""] = item.split(" ");
  return [shown, mail];
};
const folded = (item: string): Pair => [
  item,
  item
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase(),
];

const CHINESE_FAMILY = pairs(FAMILY, bySpace);
const CHINESE_GIVEN = pairs(GIVEN, bySpace);
const FIRST = pairs(LATIN_FIRST, folded);
const LAST = pairs(LATIN_LAST, folded);

/** The `index`-th Chinese name: a different combination for each index below the product of both lists. */
export function chineseName(index: number): MadeName {
  const [family, familyMail] = cycle(CHINESE_FAMILY, index);
  const [given, givenMail] = cycle(CHINESE_GIVEN, index + Math.floor(index / CHINESE_FAMILY.length));
  return { name: `${family}${given}`, mail: `${familyMail}.${givenMail}` };
}

/** The `index`-th Latin name, likewise. */
export function latinName(index: number): MadeName {
  const [first, firstMail] = cycle(FIRST, index);
  const [last, lastMail] = cycle(LAST, index + Math.floor(index / FIRST.length));
  return { name: `${first} ${last}`, mail: `${firstMail}.${lastMail}` };
}
