"""Which language and script a text is in, from its letters alone.

Enough for a newspaper: Traditional and Simplified Chinese told apart by characters
that only one of them has, Japanese by kana, Korean by hangul, the rest by turbohtml's trigram
model. Refuses to guess from a handful of letters.
"""

from __future__ import annotations

import re

from turbohtml.detect import LanguageDetection, detect_language

__all__ = ["cjk_share", "is_frequent_han", "is_han", "language_of"]

_SIMPLIFIED = (
    "与专业东两严个临为举义乐习乡书买乱争亏云产亲亿仅从仓仪们价众优会伟传伤伦伪体侠侣侦侧侨俩债倾偿储儿兑党兰关兴兹养兽内冈写军"
    "农冲决况冻净减凤凭凯击则刚创别剂剑剧劝办务动励劲劳势华协单卖卢卫却厂厅历厉压厌县参双发变叙叶号叹吓吕吗启吴员听呜响哑唤团园"
    "围国图圆圣场坏块坚坛坝坠垄垒垦备够头夹夺奋奖妆妇妈娱娄婴孙学宁宝实宠审宪宫宽宾寝对寻导寿将尔尘尝层届属岁岂岗岛岭币帅师帐"
    "帮带帜帧广庄庆库应庙废开异弃张弥弯弹强归当录彦彻径忆忧怀态怜总恋恒恳恶悬惊惨惯愤愿戏战户执扩扫扬扰抚抛抢护报担拟拥择挂挥损换"
    "据掳摄摆摇撑敌数斋断无旧时显晋晒晓晕暂术机杀杂权条来杨极构枪柜标栏树样桥梦检楼横欢欧残毁毕汇汉汤沟没泪泽洁济浏浓涛润涨渐渔"
    "湾湿满滚滞滨灭灯灵灾炉点炼烂烟烦烧热爱爷牺状犹独狱猎猪献环现珑电画畅疗疯监盖盘盗众着矫码砖础硕确祸离种积称稳穷窃竞笔筑签简"
    "类粮紧红纪纤约级纯纲纳纵纷纸线练组细织终绍经结绕绘给络绝统继绩续维绿编缘缩网罗罚罢职联肃肤肿胁胜脑脚脱脸艺节苏范荐荣药获"
    "营萧蓝虑虽补装见观规视览觉触认讨让训议讯记讲许论设访证评识诉词试诗诚话询该详语误说请诸读课谁调谈谋谢谱货质贩贪贫购贯责败账"
    "贵贷贸费贺资赖赛赞赵赶趋跃践车轨转轮软轻载较辑输边达过运近还这进远违连迟适选递遗邮邻郑释里鉴针钟钢钱铁银锁错键镇长门闭问间闻"
    "阅队阳阴阵际陆陈险随隐难雾静韩页项顺须顾顿预领频题颜风飞饭饮馆马驶驾验骗骂鱼鲁鸟鸡鸣龙龟"
)
_TRADITIONAL = (
    "與專業東兩嚴個臨為舉義樂習鄉書買亂爭虧雲產親億僅從倉儀們價眾優會偉傳傷倫偽體俠侶偵側僑倆債傾償儲兒兌黨蘭關興茲養獸內岡寫軍"
    "農沖決況凍淨減鳳憑凱擊則剛創別劑劍劇勸辦務動勵勁勞勢華協單賣盧衛卻廠廳歷厲壓厭縣參雙發變敘葉號嘆嚇呂嗎啟吳員聽嗚響啞喚團園"
    "圍國圖圓聖場壞塊堅壇壩墜壟壘墾備夠頭夾奪奮獎妝婦媽娛婁嬰孫學寧寶實寵審憲宮寬賓寢對尋導壽將爾塵嘗層屆屬歲豈崗島嶺幣帥師帳"
    "幫帶幟幀廣莊慶庫應廟廢開異棄張彌彎彈強歸當錄彥徹徑憶憂懷態憐總戀恆懇惡懸驚慘慣憤願戲戰戶執擴掃揚擾撫拋搶護報擔擬擁擇掛揮損換"
    "據擄攝擺搖撐敵數齋斷無舊時顯晉曬曉暈暫術機殺雜權條來楊極構槍櫃標欄樹樣橋夢檢樓橫歡歐殘毀畢匯漢湯溝沒淚澤潔濟瀏濃濤潤漲漸漁"
    "灣濕滿滾滯濱滅燈靈災爐點煉爛煙煩燒熱愛爺犧狀猶獨獄獵豬獻環現瓏電畫暢療瘋監蓋盤盜衆著矯碼磚礎碩確禍離種積稱穩窮竊競筆築簽簡"
    "類糧緊紅紀纖約級純綱納縱紛紙線練組細織終紹經結繞繪給絡絕統繼績續維綠編緣縮網羅罰罷職聯肅膚腫脅勝腦腳脫臉藝節蘇範薦榮藥獲"
    "營蕭藍慮雖補裝見觀規視覽覺觸認討讓訓議訊記講許論設訪證評識訴詞試詩誠話詢該詳語誤說請諸讀課誰調談謀謝譜貨質販貪貧購貫責敗賬"
    "貴貸貿費賀資賴賽贊趙趕趨躍踐車軌轉輪軟輕載較輯輸邊達過運近還這進遠違連遲適選遞遺郵鄰鄭釋裡鑒針鐘鋼錢鐵銀鎖錯鍵鎮長門閉問間聞"
    "閱隊陽陰陣際陸陳險隨隱難霧靜韓頁項順須顧頓預領頻題顏風飛飯飲館馬駛駕驗騙罵魚魯鳥雞鳴龍龜"
)
_SHARED = (
    "的一是不了在人有我他中大上到子和你地出道也年得就那要下以生自去之家可她小心多天而能好都日起成事只作看文手十用主行方又如前所本面公"
    "同三已老民分外但身些高意把法此回二理美月明其全工己者向情部正名定女力等最新什打便位因重被走四第相次政海口使教西再平真世信北少"
    "加化由代入先山五太水市眼才住九笑性通目立命活神件安表原白路期叫死常提感金何更反合放做或司利受光王果及今京制解各任至清物台共干接"
    "它八特望直服毛林建南度色字交算百吃科怎元社六功指思非流每青夫跟花快院言往展近留治周保武半候七必城父步完革深求品士量空技程告江"
    "英基派式李息呢令黃黄德收未持取始版越史商千片容研像找友孩站改形委早房音火首影失拿香似斯石若兵弟校志究包造落喜記者港特別案件法例"
    "警方官府局署公司市民居住生活社會政治文化消息指出表示其中包括以及並且因此目前可能仍然曾經即使雖此外同時日本美歐英德法俄台北中央"
    "嘅咗係唔佢冇哋啲嗰嚟"
)
_FREQUENT = frozenset(_SHARED + _SIMPLIFIED + _TRADITIONAL)
_ONLY_SIMPLIFIED = "".join(sorted(set(_SIMPLIFIED) - set(_TRADITIONAL)))
_ONLY_TRADITIONAL = "".join(sorted(set(_TRADITIONAL) - set(_SIMPLIFIED)))
_HANS = re.compile(f"[{_ONLY_SIMPLIFIED}]")
_HANT = re.compile(f"[{_ONLY_TRADITIONAL}]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[\u3041-\u30fa\u30fc-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff]")
_LETTER = re.compile(r"[^\W\d_]")

_TWO_LETTERS = {
    "eng": "en", "fra": "fr", "deu": "de", "spa": "es", "por": "pt", "ita": "it", "nld": "nl", "rus": "ru",
    "ukr": "uk", "bel": "be", "pol": "pl", "ces": "cs", "slk": "sk", "hun": "hu", "ron": "ro", "bul": "bg",
    "srp": "sr", "hrv": "hr", "slv": "sl", "ell": "el", "tur": "tr", "ara": "ar", "heb": "he", "pes": "fa",
    "hin": "hi", "ben": "bn", "urd": "ur", "tam": "ta", "tha": "th", "vie": "vi", "ind": "id", "swe": "sv",
    "dan": "da", "nob": "nb", "fin": "fi", "est": "et", "lav": "lv", "lit": "lt", "mya": "my", "khm": "km",
}  # fmt: skip
"""ISO 639-3 as the model says it, to the tags of BCP 47 that pages declare."""

_KNOWN = LanguageDetection(allowed=frozenset(_TWO_LETTERS))

_ENOUGH = 20
"""Letters below which no language is named: titles and menus alone mislead."""


class _Kinds(dict[int, str]):
    """What kind of letter each character met so far is: s and t are Han of one script alone, h other Han, k kana, g hangul."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kind = next((kind for kind, pattern in _KINDS if pattern.match(char)), " ")
        self[code] = kind
        return kind


_KINDS = (("s", _HANS), ("t", _HANT), ("h", _HAN), ("k", _KANA), ("g", _HANGUL), ("a", _LETTER))
_kinds = _Kinds()


def is_han(char: str) -> bool:
    """Whether ``char`` is a Chinese character (any of Unicode's Han blocks)."""
    return _HAN.match(char) is not None


def is_frequent_han(char: str) -> bool:
    """Whether ``char`` is one of some 1,700 characters that make up most of any Chinese newspaper."""
    return char in _FREQUENT


def cjk_share(text: str) -> float:
    """The share of letters that are Han, kana or hangul, 0 to 1."""
    letters = len(_LETTER.findall(text))
    if not letters:
        return 0.0
    return (len(_HAN.findall(text)) + len(_KANA.findall(text)) + len(_HANGUL.findall(text))) / letters


def language_of(text: str) -> str | None:
    """The language of ``text`` as BCP 47 says it (``zh-Hant``, ``zh-Hans``, ``en``…), or None.

    Only the first 4,000 characters are read. Chinese with as many signs for either
    script is plain ``zh``. A Chinese text is one whose Han characters are at least three
    tenths of its letters: English words and names do not change what an article is in.
    """
    text = text[:4000]
    kinds = text.translate(_kinds)  # one way through the text for all that is counted
    letters = len(kinds) - kinds.count(" ")
    if letters < _ENOUGH:
        return None
    hans, hant, kana, hangul = map(kinds.count, "stkg")
    han = hans + hant + kinds.count("h")
    if kana > 0.1 * letters:
        return "ja"
    if hangul > 0.3 * letters:
        return "ko"
    if han >= 0.3 * letters:
        if hans == hant:
            return "zh"
        return "zh-Hans" if hans > hant else "zh-Hant"
    found = detect_language(text, _KNOWN)
    if found.language is None or found.confidence < 0.5:  # a coin toss between two
        return None
    return _TWO_LETTERS.get(found.language, found.language)
