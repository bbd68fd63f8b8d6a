"""Words that say a page is no article: outages of archives, parked domains, farewells, soft 404s, walls.

A support, never the proof: an article may speak of any of these, so the words count
only in a title or on a page with little other text, and the census of the whole
capture set decides. Phrases are of the trade, in several languages; no site is named.
"""

from __future__ import annotations

import re

from backissue.model import PageKind, Verdict

__all__ = ["of_page", "of_title", "says_farewell"]

_FLAGS = re.IGNORECASE

_OUTAGE = re.compile(
    r"(?:internet archive|wayback machine|web archive|archive-it|arquivo\.pt|web ?archiv|網頁存檔|网页存档|網站時光機|時光機)"
    r".{0,200}?(?:temporar(?:y|ily)|offline|maintenance|not (?:been )?archived|not (?:available|in archive)|excluded"
    r"|cannot be displayed|can't be displayed|robots\.txt|at crawl time|unavailable|internal error|back (?:soon|shortly)"
    r"|having trouble|rate limit|too many requests|暫停|離線|維護|暂停|离线|维护)"
    r"|(?:temporarily offline|scheduled maintenance|service availability).{0,80}?(?:internet archive|wayback machine)"
    r"|(?:has(?:n't| not)|doesn't have) (?:that page |been )?archived (?:that|this) (?:url|page)",
    _FLAGS | re.DOTALL,
)
_PARKED = re.compile(
    r"(?:this |the )?(?:premium )?(?:web )?domain(?: name)?(?: \S{3,80})? (?:is|may be|might be|could be) (?:for|on) sale"
    r"|buy this domain|domain (?:is |has been )?(?:parked|expired)|parked (?:free|domain|page)|inquire about this domain"
    r"|make an offer (?:on|for) (?:this|the) domain|this domain (?:has recently been|was recently|is) registered (?:at|by|with)"
    r"|the owner of \S+ (?:is offering it|has put it up) for sale|domain is (?:available|listed)|related searches\s*:"
    r"|sedoparking|parkingcrew|hugedomains|dan\.com|afternic|bodis|above\.com marketplace"
    r"|(?:該|此|本|该)?(?:域名|網域|网域|網址)(?:名稱)?(?:正在|可供|現正|现正|已|可能)?(?:出售|待售|拍賣|拍卖|過期|过期|到期|停放|轉讓|转让)"
    r"|購買(?:此|該|这个)?(?:域名|網域)|购买(?:此|该|这个)?域名"
    r"|このドメインは.{0,10}(?:販売|売り出)|diese domain (?:steht|ist) zum verkauf|ce (?:nom de )?domaine est (?:à vendre|peut-être)"
    r"|este dominio est[áa] (?:en venta|a la venta)|домен (?:продаётся|продается|выставлен)",
    _FLAGS,
)
_FAREWELL = re.compile(
    r"(?:結束|终止|終止|停止|停)(?:營運|运营|運作|运作|業務|出版|發佈|發布|服務|更新|運)|(?:今日|即日|明日)起(?:停運|停刊|停止)|停刊|結業"
    r"|(?:告別|告别|道別|再會|再会)(?:讀者|读者|書|信|\s|$)|(?:感謝|感谢|多謝|多谢)(?:各位|所有|您|你們)?(?:一直|多年|歷年)?.{0,12}(?:讀者|读者|支持|陪伴|同行)"
    r"|(?:has|have) (?:ceased|closed|stopped|shut) (?:publication|publishing|operation|operations|its doors|our doors|down)"
    r"|(?:will )?(?:cease|stop|end) (?:all )?(?:publication|publishing|operations?)|(?:is|are) (?:closing down|shutting down|no longer publishing)"
    r"|will (?:not|no longer) be updated|(?:has|have) (?:decided|chosen|been forced|had) to (?:close(?! (?:to|off|for))|shut down|cease|fold|stop publishing)"
    r"|(?:this|our|the) (?:site|web ?site|paper|newspaper|newsroom|magazine|weekly|daily) (?:and [^.]{2,30} )?(?:has|have|is|are|will be) (?:now |sadly )?(?:closed|closing|folded|folding)\b"
    r"|no longer (?:in operation|updated|publish)|(?:farewell|goodbye|thank you),? (?:to )?(?:our |dear |all )?(?:readers|supporters|subscribers)"
    r"|thank you for (?:your|reading|all|years|\d+ years)|stellt (?:den betrieb|das erscheinen) ein|cesse (?:de paraître|ses activités|sa publication)"
    r"|cierra sus puertas|deja de publicar|прекра(?:щает|тил[оа]?) (?:работу|выход|деятельность)|закры(?:вается|то)|休刊|廃刊|サービスを終了|운영을 종료|폐간",
    _FLAGS,
)
_NOT_FOUND = re.compile(
    r"\b(?:error )?40[34]\b(?:\s|$|[:：.,\-–|])|page (?:not|cannot be|can't be|could not be) found|not found|no longer (?:exists|available)"
    r"|(?:doesn't|does not|no longer) exist|nothing (?:was )?found|we (?:can't|couldn't|could not) find|oops"
    r"|找不到(?:頁|页|網頁|网页|此|該|该|您|你|相關|相关|文章|內容|内容)|(?:頁面|页面|網頁|网页|文章|內容|内容)(?:並|并)?(?:不存在|已(?:被)?(?:刪除|删除|移除|下架)|未找到)"
    r"|無法(?:找到|顯示)|无法(?:找到|显示)|您(?:要|所)?(?:訪問|访问|查看|瀏覽)的(?:頁面|页面|網頁|网页)"
    r"|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|страница не найдена|ページが見つかりません|페이지를 찾을 수 없",
    _FLAGS,
)
_SERVER = re.compile(
    r"\b50[0234]\b(?:\s|$|[:：.,\-–|])|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out"
    r"|error establishing a database connection|too many (?:requests|connections)|\b429\b|account (?:has been )?suspended|bandwidth limit exceeded"
    r"|website (?:is )?(?:temporarily )?(?:offline|unavailable|under (?:maintenance|construction))|(?:系統|系统|網站|网站)(?:維護|维护|繁忙|暫停|升級|升级)"
    r"|伺服器(?:錯誤|发生错误|發生錯誤)|服务器(?:错误|内部错误|繁忙)|apache2? (?:ubuntu|debian) default page|welcome to nginx|it works!|index of /"
    r"|(?:attention required|just a moment|checking your browser|ddos protection).{0,60}(?:cloudflare|browser|\.\.\.)|access denied|request blocked|forbidden",
    _FLAGS,
)
_WALL = re.compile(
    r"(?:log ?in|sign ?in|register|subscribe)(?: now)? to (?:continue|read|view|access)|(?:subscribers?|members?) only|please (?:log|sign) ?in"
    r"|請(?:先)?(?:登入|登錄|註冊)|请(?:先)?(?:登录|登陆|注册)|(?:訂閱|订阅|會員|会员)(?:後|后|方|才)?(?:可|能)?(?:繼續|继续)?(?:閱讀|阅读)|are you a (?:robot|human)|captcha|驗證碼|验证码",
    _FLAGS,
)

_ORDER = (
    (_OUTAGE, PageKind.OUTAGE, "speaks of a web archive's own trouble"),
    (_PARKED, PageKind.PARKED, "offers its domain"),
    (_FAREWELL, PageKind.FAREWELL, "takes leave of its readers"),
    (_NOT_FOUND, PageKind.ERROR, "says that there is no such page"),
    (_SERVER, PageKind.ERROR, "says that the server failed or refused"),
    (_WALL, PageKind.ERROR, "asks to log in or subscribe and shows nothing else"),
)


def of_title(title: str) -> Verdict | None:
    """What the words of a title alone suggest, or None."""
    return _verdict(title, "its title")


def of_page(text: str) -> Verdict | None:
    """What the words of a short page suggest, or None; for pages whose text is all there is."""
    return _verdict(text[:3000], "its text")


def says_farewell(text: str) -> bool:
    """Whether the words take leave of readers."""
    return _FAREWELL.search(text[:3000]) is not None


def _verdict(words: str, where: str) -> Verdict | None:
    for pattern, kind, why in _ORDER:
        if pattern.search(words):
            return Verdict(kind, f"{where} {why}")
    return None
