# ruff: noqa: SIM905  (word lists read better as words)
"""The words of the newspaper trade that bylines are made of: roles, agencies, family names, and what is no name.

Lists and nothing else; who reads bylines by them is ``bylines``.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "AGENCIES",
    "BY",
    "BY_WORDS",
    "COMPOUND",
    "DOUBLE",
    "HEADS",
    "NOT_NAMES",
    "NO_PLACES",
    "PLACE_ENDS",
    "ROLES_HAN",
    "ROLE_WORDS",
    "SURNAMES",
    "WRITES",
]

ROLES_HAN: Final = (
    "攝影記者|摄影记者|調查記者|调查记者|專題記者|专题记者|資深記者|资深记者|學生記者|学生记者|公民記者|公民记者|社區記者|社区记者|校園記者|校园记者|駐地記者|驻地记者|見習記者|见习记者|責任記者|责任记者|實習記者|实习记者|特約記者|特约记者|特派記者|特派员|特派員|首席記者|首席记者|通訊員|通讯员|記者|记者|責任編輯|责任编辑|責編|责编|執行編輯|执行编辑|"
    "照片|相片|拍攝|拍摄|插畫|插画|編輯|编辑|編譯|编译|翻譯|翻译|譯者|译者|撰文|撰稿|撰述|採訪|采访|採寫|采写|編採|编采|採編|采编|作者|文字|攝影|摄影|攝|摄|圖片|图片|圖|图|校對|校对|審核|审核|監製|监制|寫真|写真|影像|策劃|策划|整理|口述|製圖|制图|供稿|來稿|主筆|"
    "主编|主編|總編輯|总编辑|評論員|评论员|專欄作家|实习生|實習生|发布人|發布人|文|著|譯|译"
)
WRITES: Final = frozenset(
    "調查記者 调查记者 專題記者 专题记者 資深記者 资深记者 學生記者 学生记者 公民記者 公民记者 社區記者 社区记者 校園記者 校园记者 駐地記者 驻地记者 見習記者 见习记者 責任記者 责任记者 報道 報導 报道 报导 實習記者 实习记者 特約記者 特约记者 特派記者 特派员 特派員 首席記者 首席记者 通訊員 通讯员 記者 记者 撰文 撰稿 撰述 採訪 采访 採寫 采写 編採 编采 採編 采编 作者 文字 文 著 主筆 評論員 评论员 供稿 來稿 整理 口述".split()
)
"""Roles whose holder wrote the article; editors and photographers did not."""


BY: Final = frozenset("文 撰文 文字 著 作者".split())
"""Words that only say "by": a lone writer behind one has no role worth naming."""

BY_WORDS: Final = (
    r"(?:(?:written|words|story|text|report(?:s|ed|ing)?|posted|published|filed|contributed|submitted|compiled|research(?:ed)?|interview|review)"
    r"(?: (?:and|&|\+) (?:photos?|photographs|pictures|photography|images?))?) by"
)
"""A pattern for what English bylines say before a name, other than ``by`` alone."""

ROLE_WORDS: Final = (
    "correspondent|reporter|editor|writer|columnist|journalist|staff|contributor|producer|critic|analyst|bureau|chief|photographer|intern|fellow|author|director|"
    "redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|autor(?:in)?|redaktion|redactor(?:a)?|corresponsal|journaliste|correspondant(?:e)?|giornalista|redaktör|journalist(?:in)?|"
    "ph\\.?d|m\\.?d|dr|mba|jr|sr|rn|rd|cpa|esq|professor|senior|deputy|head of|ceo|founder|president|lecturer|associate|assistant|special to|for the|executive|managing|expert|specialist|manager|physiotherapist|dietitian"
)

AGENCIES: Final = frozenset(
    "reuters ap afp dpa associatedpress agencefrancepresse bloomberg upi efe ansa apa sda kna epd sid tt ntb ritzau pap anadolu aa xinhua ians pti ani kyodo jiji yonhap cna tass interfax bernama antara europapress "
    "thecanadianpress canadianpress pamedia pressassociation bangshowbiz aap 路透社 路透 法新社 美聯社 美联社 新華社 新华社 中新社 中央社 德新社 共同社".split()
)

NOT_NAMES: Final = frozenset(
    "compiled 報導 报道 報道 报导 获悉 獲悉 了解 表示 采访 採訪 从 從 在 今天 昨日 昨天 近日 日前 发现 發現 看到 来到 來到 走进 走進 联系 聯系 联络 会上 站 协会 證 证 發佈會 发布会 招待会 招待會 问 問 提问 提問 推荐 精选 部 说 編輯 编辑 记者 記者 本報 本报 综合 綜合 未知 佚名 不详 匿名 admin 管理员 管理員 网络 網絡 来源 來源 信箱 登录 首页 时间 時間 单位 單位 受访者 受訪者 全文 文章 相关 相關 关于 關於 公司 阅读 閱讀 单击 上一 下一 高清 章节 成功 时尚 時尚 文化 文学 方法 金融 经济 經濟 万元 安全 高考 关注 關注 连载 連載 包括 管理 石油 马上 常见 成都 尚未 文艺 江苏 江蘇 安徽 山东 广东 云南 湖南 国际 国内 新华 中新".split()
)

HEADS: Final = frozenset(
    "文 圖 图 攝 撰文 攝影 摄影 譯 採訪 采访 編採 编采 採編 采编 文字 記者 记者 編輯 编辑 電訊 电讯 外電 外电 供稿 整理 報道 報導 报道 报导 翻譯 翻译 編譯 编译 撰稿 採寫 采写".split()
)
"""Words that head a list of names behind a slash."""

NO_PLACES: Final = frozenset(
    "綜合 综合 整理 專題 专题 編譯 编译 外電 外电 特約 特约 連線 连线 本報 本报 獨家 独家".split()
)

PLACE_ENDS: Final = frozenset("灣湾角村邨埗坪坳墟塘洲港鎮镇鄉乡縣县区區环環涌嶺岭市省埔堤磯礁樓楼街橋桥塱")
"""Last characters of places, which given names do not end in."""

SURNAMES: Final = frozenset(
    "王李張张劉刘陳陈楊杨黃黄趙赵吳吴周徐孫孙馬马朱胡郭何高林羅罗鄭郑梁謝谢宋唐許许鄧邓韓韩馮冯曹彭曾蕭肖萧田董潘袁蔡蔣蒋余於于杜葉叶程魏蘇苏呂吕丁任盧卢姚沈鍾钟姜崔譚谭陸陆范汪廖石金韋韦賈贾夏傅方鄒邹熊白孟秦邱侯江尹薛閻阎洪賴赖段雷龍龙黎史陶賀贺毛郝顧顾龔龚邵萬万覃武錢钱戴嚴严莫孔向湯汤常溫温康施文牛樊葛邢安齊齐伍龐庞顏颜莊庄倪聶聂章魯鲁岳翟殷詹申歐欧耿關关蘭兰焦俞左柳甘祝包寧宁尚符舒阮柯紀纪梅童凌畢毕單单裴霍成苗谷盛曲冉辛管游柴喬乔阿格扎尼次達达多洛索巴桑旦"
    "茅柏柬査查戚滕穆蒲卞蒙屈鮑鲍駱骆靳樓娄婁仇竇窦宗甄郁隋封卓邬鄔桂習习佟師师麥麦區区簡简連连藍蓝涂塗應应冼車车鄺邝眭眉風风闫晏楚饒饶卜屠申時时全仲苟荆苏敖冷闵闵閔刁褚路米宫岑景党華华牟嵇木丛叢支候边邊燕池房鈕钮巫危虞郎农農解揭储商利丘諸诸司歐上東东皇公慕令淳尉伊宣璩"
)
"""First characters of Chinese family names (and of common Tibetan and Mongol names in transcription)."""

COMPOUND: Final = {name[0]: name.split() for name in ("上官", "皇甫", "令狐", "慕容", "淳于", "尉遲 尉迟")}
"""Family names of two characters whose first is none by itself."""

DOUBLE: Final = frozenset(
    [
        *"歐陽 欧阳 司徒 司馬 司马 諸葛 诸葛 司空 公孫 公孙 夏侯 東方 东方".split(),
        *(n for names in COMPOUND.values() for n in names),
    ]
)
"""Family names of two characters."""
