/**
 * The interface in Chinese: the source catalogue, which en.ts must match key for key.
 * A value is a text, or a small function where a number or a name goes in. Names of agents, skills and
 * departments are never here: they are shown as the source gives them. Dates and times: format.ts.
 */
export const zh = {
  product: "客服班表",
  pages: { board: "班表", coverage: "覆盖", now: "现在", status: "数据状态", agent: "客服", wall: "大屏" },
  pagesLabel: "页面",

  /** Feishu's live state; the whole word, for assistive tools, cards and exports to read. */
  status: { online: "在线", offline: "离线（手动）", off_duty: "下班", removed: "已移除", unknown: "未知" },
  /** The same on chips, where the count says the rest. */
  statusShort: { online: "在线", offline: "离线", off_duty: "下班", removed: "已移除", unknown: "未知" },

  actions: {
    clear: "清除",
    clearFilters: "清除筛选",
    close: "关闭",
    dismiss: "知道了",
    copyLink: "复制链接",
    copied: "已复制",
    details: "详情",
    export: "导出",
    connect: "连接",
    retry: "立即重试",
    skipToBoard: "跳到班表",
    back: "返回班表",
  },

  nav: {
    label: "选择周",
    thisWeek: "本周",
    previousWeek: "上一周",
    nextWeek: "下一周",
    jump: "跳到某一周",
    anyDay: "那一周的任意一天",
    go: "前往",
    today: "今天",
    tomorrow: "明日",
  },

  zone: {
    label: (name: string) => `时区：${name}`,
    title: "时区",
    desk: "服务台时区",
    browser: "浏览器时区",
    search: "搜索城市或时区",
    none: "没有符合的时区",
    reference: "仅供参考",
  },

  desk: { label: "服务台", switch: "切换服务台" },

  settings: {
    title: "设置",
    language: "语言",
    /** Begins with the word on the button, for those who speak to it. */
    switchLanguage: "EN, switch to English",
    otherLanguage: "EN",
    theme: "主题",
    themes: { light: "浅色", dark: "深色", system: "跟随系统" },
    switchTheme: "切换浅色与深色",
    density: "行高",
    densities: { compact: "紧凑", cosy: "宽松" },
    weekStart: "一周从",
    weekStarts: { mon: "周一开始", sun: "周日开始" },
    keys: "键盘快捷键",
  },

  help: {
    title: "键盘快捷键",
    singleKeys: "启用单键快捷键",
    singleKeysHint: "关闭后，单个字母或符号键不再触发操作。",
    keys: {
      weeks: "上一周、下一周",
      search: "搜索",
      help: "显示此列表",
      cells: "在单元格之间移动",
      rowEnds: "行首、行尾",
      gridEnds: "表格的开头、结尾",
      screens: "上一屏、下一屏",
      open: "打开客服",
      close: "关闭",
    },
  },

  filter: {
    label: "筛选",
    open: (active: number) => (active === 0 ? "筛选" : `筛选，已启用 ${active} 项`),
    search: "姓名、邮箱、技能、拼音",
    clearSearch: "清空搜索",
    statuses: "状态",
    skills: "技能",
    departments: "部门",
    /** Before the one choice. */
    skill: "技能",
    department: "部门",
    /** One choice by its name; several by their number. */
    chosen: (label: string, what: string) => `${label}：${what}`,
    several: (label: string, count: number) => `${label} ${count}`,
    remove: (label: string) => `清除筛选：${label}`,
    searchSkills: "搜索技能",
    searchDepartments: "搜索部门",
    noneFound: "没有符合的选项",
    match: "技能符合方式",
    matchAny: "任一",
    matchAll: "全部",
    defaultSkill: "默认",
    onShift: "当前在班",
    shown: (shown: number, total: number) => `${shown} / ${total} 人`,
    group: "分组方式",
    groups: {
      none: "不分组",
      department: "按部门",
      status: "按状态",
      skill: "按技能",
      company: "按公司",
    },
    sort: "排序方式",
    sorts: {
      attention: "需关注优先",
      name: "按姓名",
      start: "按最早上班",
      hours: "按每周时长",
    },
  },

  /** A value in the address that means nothing fell back to its default. */
  address: {
    unusable: (keys: string) => `地址中的 ${keys} 无法识别，已使用默认值。`,
    unknown: (what: string) => `这个服务台没有：${what}。已忽略。`,
    keys: {
      desk: "服务台（desk）",
      week: "周（week）",
      zone: "时区（zone）",
      start: "一周起点（start）",
      status: "状态（status）",
      skill: "技能（skill）",
      match: "技能符合方式（match）",
      department: "部门（department）",
      q: "搜索（q）",
      on: "当前在班（on）",
      exception: "异常（exception）",
      group: "分组（group）",
      sort: "排序（sort）",
      lang: "语言（lang）",
      theme: "主题（theme）",
      density: "行高（density）",
      away: "预演（away）",
    },
  },

  board: {
    label: (desk: string, range: string) => `${desk}，${range}`,
    agent: "客服",
    agents: (count: number) => `${count} 名客服`,
    people: (count: number) => `${count} 人`,
    group: (count: number, onShift: number, online: number) =>
      `${count} 人 · 在班 ${onShift} · 在线 ${online}`,
    noGroup: {
      department: "未设置部门",
      company: "未设置公司",
      skill: "没有技能",
    },
    /** No rule at all. */
    noHours: "未设置工作时间",
    moreSkills: (count: number) => `还有 ${count} 项技能`,
    onShift: "在班人数",
    onShiftOf: (what: string) => `在班人数：${what}`,
    nowCount: (count: number) => `现在 ${count}`,
    /** A day's coverage in one sentence: "11月19日 周四：在班 0–16 人，2 小时无人". */
    dayCoverage: (day: string, lowest: number, highest: number, nobody: string | null) =>
      `${day}：在班 ${lowest === highest ? lowest : `${lowest}–${highest}`} 人${nobody === null ? "" : `，${nobody}无人`}`,
    legend: "图例",
    planned: "计划",
    onShiftOnline: "在班且在线",
    onShiftOffline: "在班但离线",
    continues: "跨夜，次日继续",
    nobody: "无人",
    closed: "非服务时间",
    leave: "请假",
    weekly: (zone: string) => `班表为每周循环模板；全部时间按${zone}`,
    collapse: (group: string) => `收起 ${group}`,
    expand: (group: string) => `展开 ${group}`,
  },

  exception: {
    label: "异常",
    onlineOffShift: "班外在线",
    counted: {
      "offline-on-shift": (count: number) => `${count} 人在班但离线`,
      "off-duty-on-shift": (count: number) => `${count} 人在班但已下班`,
      "online-off-shift": (count: number) => `${count} 人班外在线`,
      "removed-scheduled": (count: number) => `${count} 人已移除但仍有排班`,
    },
    in: (until: string) => `${until}后`,
    /** Nobody contradicts the plan. */
    none: "计划与状态一致",
    /** Three names at most, and how many people they stand for. */
    people: (names: string, total: number) => (total > 3 ? `${names} 等 ${total} 人` : names),
    skillsLost: (names: string, count: number) =>
      `${names}${count > 3 ? ` 等 ${count} 项技能` : ""}不再有专属客服`,
    atLeast: (minutes: number) => `≥${minutes} 分`,
    atLeastHours: (hours: number) => `≥${hours} 小时`,
    drop: (time: string, from: number, to: number) => `${time} 起 ${from} → ${to} 人`,
    /** The drop and how soon it is, in the tab's title. */
    dropIn: (drop: string, soon: string) => `${drop}，${soon}`,
    only: (name: string) => `仅剩 ${name}`,
    toCheck: (count: number) => `班表检查 ${count}`,
    more: (count: number) => `等 ${count} 项`,
  },
  /** The ways in which plan and status disagree now, each as a phrase of its own. */
  exceptionOf: {
    "offline-on-shift": "在班但离线",
    "off-duty-on-shift": "在班但已下班",
    "online-off-shift": "班外在线",
    "removed-scheduled": "已移除但仍有排班",
  },
  /** The same after the status word: "Offline (manual) while on shift". */
  exceptionAside: {
    "offline-on-shift": "但正在班上",
    "off-duty-on-shift": "但正在班上",
    "online-off-shift": "但不在班上",
    "removed-scheduled": "但仍有排班",
  },

  agent: {
    today: "今日",
    next: "下一次",
    email: "邮箱",
    company: "公司",
    department: "部门",
    status: "状态",
    week: "本周",
    notes: "班表检查",
    message: "联系",
    shiftEnds: (time: string, until: string) => `${time} 下班，${until}后`,
    shiftStarts: (time: string, until: string) => `${time} 上班，${until}后`,
    back: (time: string) => `${time} 返回`,
    forAtLeast: (duration: string, time: string) => `至少 ${duration} · 首次见到 ${time}`,
    lastSample: (time: string) => `最近采样 ${time}`,
    lastKnown: "（上次读到时）",
    sinceUnknown: "起始时间未知",
    fullWeek: "整周",
    close: "关闭",
    noneSet: "未设置",
    id: "ID",
    /** After hours that run over midnight. */
    continues: "（次日继续）",
    notHere: "没有这位客服",
    notHereDetail: (desk: string) => `${desk} 的名单里没有这个 ID：可能已离开服务台，或地址有误。`,
    weekHours: (hours: string) => `每周 ${hours}`,
    plan: (hours: string) => `计划 ${hours}`,
  },

  /** Findings about a schedule that looks wrong (product.md, section 2, and lib/schedule/notes.ts). */
  notes: {
    "unknown-weekday": "有一条规则的星期无法识别，已搁置",
    "unreadable-time": "有一条规则的时间无法读取，已搁置",
    "zero-length": "有一条规则的开始与结束相同，没有时长",
    overlap: "规则互相重叠，已合并",
    "no-schedule": "未设置工作时间",
    "duplicate-agent": "同一客服出现多次，已合并",
    "no-name": "没有姓名，显示 ID 的末六位",
    "group-overlaps-day": "多日规则与单日规则的时间重叠",
    "overnight-meets-next": "跨夜班与次日早上的时段相接",
    "minute-apart": "两个时段之间只差一分钟",
    "round-the-clock": "一个人 7×24 小时都有排班",
    "long-week": "每周计划超过 60 小时",
    "no-skill": "没有任何技能",
    "only-default-skill": "只有默认技能",
    "no-department": "未设置部门",
    "duplicate-email": "与其他客服使用同一邮箱",
    "removed-scheduled": "已移除但仍有排班",
    "online-no-hours": "在线但未设置工作时间",
  },

  download: {
    scope: "只包含当前显示的客服，按当前顺序。",
    csv: "CSV 表格",
    ics: "日历文件（ICS）",
    text: "复制为文字",
    print: "打印",
    subscribe: "订阅日历",
  },

  signIn: {
    page: "登录",
    title: "登录后查看班表",
    detail: "班表里有同事的姓名和工作时间，只向公司成员开放。",
    elsewhere: "这里没有单独的登录：请从公司的门户或统一入口打开班表。",
    failed: "没能登录。请再试一次；若仍不行，请联系管理员。",
    with: { feishu: "用飞书登录", oidc: "使用公司 SSO 登录" },
    as: "已登录",
    out: "退出登录",
  },

  progress: {
    loading: "正在载入",
    page: "正在打开页面",
    refresh: "正在向飞书读取",
    file: "正在准备文件",
    save: "正在保存",
    signOut: "正在退出",
    leave: "取消",
    failed: "没有完成，请稍后再试",
  },

  states: {
    loading: "正在从飞书读取客服",
    noMatch: "没有符合的客服",
    noMatchDetail: (hidden: number, filters: number) => `${filters} 项筛选隐藏了 ${hidden} 名客服。`,
    keepName: "只保留姓名搜索",
    empty: "这个服务台还没有客服",
    emptyDetail: "飞书返回了一份空名单。在飞书服务台中添加客服后，这里会自动显示。",
    feishuDown: (minutes: number) => `飞书无响应，数据为 ${minutes} 分钟前`,
    feishuDownBriefly: "飞书无响应，显示的是上次读到的数据",
    nextTry: (time: string, seconds: number) => `上次成功 ${time}，${seconds} 秒后重试`,
    neverRead: (seconds: number) => `尚未成功读取，${seconds} 秒后重试`,
    neverReadTitle: "尚未能从飞书读取",
    neverReadDetail: "会自动重试；一旦读到名单，这里就会显示。",
    serverDown: "暂时连接不上班表服务",
    removedUnread: "未能读取已移除的客服。",
    setAside: (count: number) => `${count} 条记录无法读取`,
    setAsideDetail: (agents: number, rules: number, skills: number) =>
      [agents > 0 && `${agents} 名客服`, rules > 0 && `${rules} 条排班规则`, skills > 0 && `${skills} 项技能`]
        .filter(Boolean)
        .join("、"),
    demo: "正在显示演示数据",
    demoDetail: (agents: number) => `${agents} 名虚构客服；填写服务台 ID 与 token 后显示真实数据`,
    failed: "这一页出错了",
    failedDetail: "重试一次；若仍出错，请把下面的编号告诉管理员。",
    notFound: "没有这一页",
    notFoundDetail: "地址可能写错了，或客服已不在名单中。",
    refreshed: "已更新",
  },

  /** Why a round of reading Feishu failed: the codes of `problem.code`. */
  problems: {
    unreachable: "连接不上飞书",
    timeout: "飞书未在时限内应答",
    rate_limited: "请求过于频繁，飞书要求稍候",
    quota_used_up: "本月的飞书调用额度已用完",
    credentials_refused: "飞书拒绝了应用凭证",
    permission_refused: "应用缺少读取服务台的权限",
    upstream_error: "飞书返回错误",
    unreadable_answer: "飞书的应答无法读取",
    too_large: "飞书的应答过大",
    suddenly_empty: "名单突然变空，正在再次确认",
    removed_unread: "未能读取已移除的客服",
  },

  phone: {
    nowAt: (time: string) => `现在 ${time}`,
    onlineOfPlanned: (planned: number) => `人在线，计划 ${planned} 人`,
    needAttention: "需要关注",
    group: (count: number, onShift: number) => `${count} 人 · 在班 ${onShift}`,
    days: "选择日期",
  },

  nowBoard: {
    onShift: "在班",
    online: "其中在线",
    onlineOnShift: "在线且在班",
    nextDrop: "下一次骤降",
    needsAttention: "需要关注",
    skillGaps: "技能缺口",
    bySkill: "按技能看谁在班",
    onlineOfPlanned: "在线 / 计划，少的在前",
    upNext: "接下来",
    leave: (count: number) => `${count} 人下班`,
    arrive: (count: number) => `${count} 人上班`,
  },

  /** Where only holders of a default skill can help. */
  cover: { fallbackOnly: "仅兜底", fallback: "兜底" },

  /** Days and hours that the desk's plan changes. */
  days: {
    holiday: (name: string) => `假日：${name}`,
    workday: (name: string, weekday: string) => `${name}，按${weekday}的时段`,
    workdayName: "调休上班",
    onLeave: "请假",
  },

  nowPage: {
    ofAgents: (count: number) => `共 ${count} 名客服`,
    absent: "在班但离线",
    /** After the number of the online: "1 / 2 在线". */
    ofPlanned: (planned: number) => `/ ${planned} 在线`,
    items: (count: number) => `${count} 项`,
    nothing: "计划与状态一致，没有异常。",
    aged: (time: string) => `状态停留在 ${time}；谁在班仍按班表计算。`,
    atLeast: (duration: string) => `至少 ${duration}`,
    stillOnline: (duration: string) => `下班 ${duration}后仍在线`,
    noShift: "近期没有排班",
    skillOnline: (skill: string, online: number, planned: number) =>
      online === 0 ? `${skill} ${planned} 人在班，无人在线` : `${skill} ${online} / ${planned} 在线`,
    onBoard: (count: number) => `在班表中查看全部 ${count} 人`,
    noSkills: "这个服务台的客服都没有技能。",
    skill: "技能",
    agents: "客服",
    now: "现在",
    nextChange: "下次变化",
    noChange: "近期无变化",
    fallback: (count: number) => `仅兜底 ${count} 人`,
    single: "仅 1 名专属客服在班",
    from: (time: string) => `${time} 起`,
    until: (time: string) => `直到 ${time} 都`,
    everyone: "全员",
    skills: (count: number) => `${count} 项技能`,
    /** Three names of skills at most, and how many they stand for. */
    skillNames: (names: string, total: number) => (total > 3 ? `${names} 等 ${total} 项` : names),
    gaps: {
      nobody: (what: string, when: string) => `${what} ${when}无人`,
      few: (what: string, when: string) => `${what} ${when}低于最低人数`,
      fallback: (what: string, when: string) => `${what} ${when}仅兜底`,
    },
    /** Kinds of exception as headings. */
    kinds: {
      "offline-on-shift": "在班但离线",
      "off-duty-on-shift": "在班但已下班",
      "online-off-shift": "班外在线",
      "removed-scheduled": "已移除但仍有排班",
    },
    present: (online: number, absent: number) => `${online} 人在线，${absent} 人离线`,
    noChanges: "24 小时内没有变化",
    nobodyUntil: (time: string) => `无人值守，至 ${time}`,
    allDesks: "全部服务台",
    desk: "服务台",
    notRead: "尚未读到",
    more: (count: number) => `还有 ${count} 项`,
  },

  check: {
    title: "班表检查",
    summary: (notes: number, agents: number) => `${agents} 名客服共 ${notes} 项`,
    none: "没有需要检查的地方。",
    severity: { high: "严重", medium: "可能有误", low: "可留意" },
    showAll: (count: number) => `显示全部 ${count} 人`,
  },

  agentHours: {
    title: "本周时长",
    parts: {
      night: "夜间 00–06",
      morning: "上午 06–12",
      afternoon: "下午 12–18",
      evening: "晚间 18–24",
    },
    alone: "独自承担的技能",
    aloneHint: "这些时间里，只有此人以专属客服身份承担该技能。",
    aloneNone: "本周没有独自承担的时间。",
  },

  wall: {
    ofOnShift: (count: number) => `在班 ${count} 人`,
    onlineOfPlanned: "在线 / 计划",
    ofPlanned: (planned: number) => `/ ${planned}`,
    leaves: (name: string) => `${name} 下班`,
    arrives: (name: string) => `${name} 上班`,
    at: (time: string) => `${time} 起`,
    nobody: "无人",
    noDrop: "24 小时内人数不会减少",
    morePeople: (count: number) => `还有 ${count} 人`,
    old: (age: string) => `数据已旧：${age}`,
    allWell: "没有异常",
  },
};
