"""The words of a news page's furniture: what its navigation, buttons, boxes and legal lines say.

Data, for everyone to add to. A phrase is written in lower case, without the marks around it; apostrophes are straight.
Each table is a kind of match, and within it each key is the reason that a reader of the run's log sees.
"""

from __future__ import annotations

__all__ = ["COMMENTS", "CREDITS", "INLINE_LINKS", "LABELS", "OPENINGS", "READ_MORE", "RELATED", "WHOLE_LINES", "WITHIN"]

READ_MORE: frozenset[str] = frozenset(
    {
        *("read more", "read on", "read full story", "read the full story", "read full article", "full story"),
        *("continue reading", "learn more", "find out more", "see more", "show more", "more", "view more", "details"),
        *("les mer", "les hele saken", "läs mer", "læs mere", "lue lisää", "lesa meira"),
        *("weiterlesen", "mehr lesen", "mehr erfahren", "mehr dazu", "lees meer", "lees verder"),
        *("lire la suite", "lire plus", "en savoir plus", "voir plus"),
        *("leer más", "seguir leyendo", "leer completo", "ver más", "leia mais", "saiba mais", "continue lendo"),
        *("leggi tutto", "leggi di più", "continua a leggere", "continua", "citește mai mult", "llegir més"),
        *("czytaj więcej", "czytaj dalej", "číst dále", "číst více", "čítať ďalej", "tovább", "pročitaj više"),
        *("читать далее", "подробнее", "читать полностью", "читати далі", "детальніше", "прочетете още"),
        *("devamını oku", "devamı", "διαβάστε περισσότερα", "اقرأ المزيد", "إقرأ المزيد", "المزيد", "ادامه مطلب"),
        *("קרא עוד", "और पढ़ें", "आगे पढ़ें", "আরও পড়ুন", "مزید پڑھیں", "baca selengkapnya", "selengkapnya", "xem thêm"),
        *("続きを読む", "もっと見る", "阅读更多", "查看更多", "閱讀更多", "더 보기", "더보기", "อ่านต่อ"),
    }
)
"""A whole line that leads on to another page."""

INLINE_LINKS: tuple[str, ...] = (
    *(
        "read more",
        "read also",
        "also read",
        "read",
        "read next",
        "see also",
        "also see",
        "see more",
        "watch",
        "listen",
    ),
    *("related", "related story", "related article", "more", "don't miss", "recommended", "in pics", "in pictures"),
    *("les også", "läs också", "läs även", "læs også", "lue myös", "lesen sie auch", "lies auch", "lees ook"),
    *("lire aussi", "à lire aussi", "lea también", "lee también", "leer también", "te puede interesar", "leia também"),
    *("leia mais", "leggi anche", "citește și", "czytaj też", "czytaj także", "přečtěte si také", "olvasta már"),
    *("читайте также", "смотрите также", "читайте також", "ayrıca oku", "διαβάστε επίσης", "اقرأ أيضا", "اقرأ أيضاً"),
    *("यह भी पढ़ें", "ये भी पढ़ें", "baca juga", "xem thêm", "关连阅读", "延伸阅读", "相关阅读", "関連記事"),
)
"""What stands before another article's headline on one line; a colon, a bar or an arrow follows."""

RELATED: frozenset[str] = frozenset(
    {
        *("similar news", "similar stories", "similar articles", "related", "related news", "related stories"),
        *("related articles", "related posts", "related content", "related coverage", "related topics", "more news"),
        *("more stories", "more on this story", "more on this", "more on this topic", "more from us", "more like this"),
        *("you may also like", "you might also like", "you may be interested in", "also in the news", "read next"),
        *("up next", "recommended", "recommended for you", "recommended stories", "suggested for you", "don't miss"),
        *("most read", "most viewed", "most popular", "most shared", "popular now", "popular posts", "trending"),
        *("trending now", "trending news", "trending stories", "top stories", "top news", "latest news", "latest"),
        *("latest stories", "latest posts", "recent posts", "recent news", "editor's picks", "editors' picks"),
        *("what to read next", "other news", "other stories", "also read", "in other news", "from our partners"),
        *(
            "lignende nyheter",
            "siste nytt",
            "mest lest",
            "relaterte saker",
            "flere nyheter",
            "senaste nytt",
            "mest läst",
        ),
        *("verwandte artikel", "ähnliche artikel", "mehr zum thema", "auch interessant", "meistgelesen", "mest læste"),
        *("sur le même sujet", "articles similaires", "à lire aussi", "les plus lus", "gerelateerd", "meest gelezen"),
        *("noticias relacionadas", "te puede interesar", "lo más leído", "artículos relacionados", "más noticias"),
        *("notícias relacionadas", "mais lidas", "veja também", "leggi anche", "articoli correlati", "i più letti"),
        *("podobne artykuły", "zobacz także", "najczęściej czytane", "související články", "kapcsolódó cikkek"),
        *("похожие новости", "читайте также", "новости по теме", "самое читаемое", "схожі новини", "ilgili haberler"),
        *(
            "أخبار ذات صلة",
            "مواضيع ذات صلة",
            "संबंधित खबरें",
            "berita terkait",
            "tin liên quan",
            "相关新闻",
            "関連ニュース",
        ),
    }
)
"""The heading of a box with other articles: nothing below it is this article."""

COMMENTS: frozenset[str] = frozenset(
    {
        *("leave a reply", "leave a comment", "leave a response", "post a comment", "add a comment", "write a comment"),
        *("join the conversation", "join the discussion", "reader comments", "readers' comments", "view comments"),
        *("show comments", "cancel reply", "comment form", "leave your comment"),
        *("legg igjen en kommentar", "skriv en kommentar", "lämna ett svar", "schreibe einen kommentar"),
        *("schreiben sie einen kommentar", "hinterlasse eine antwort", "laisser un commentaire", "geef een reactie"),
        *(
            "deja un comentario",
            "deja una respuesta",
            "dejar un comentario",
            "deixe um comentário",
            "lascia un commento",
        ),
        *("dodaj komentarz", "zostaw odpowiedź", "lasă un răspuns", "оставить комментарий", "залишити відповідь"),
        *("bir yanıt yazın", "yorum yap", "tinggalkan balasan", "اترك تعليقا", "コメントを残す", "发表评论"),
    }
)
"""The heading of the comments: what follows is not the article's, down to the end of the page."""

WHOLE_LINES: dict[str, frozenset[str]] = {
    "navigation": frozenset(
        {
            *("home", "menu", "main menu", "search", "skip to content", "skip to main content", "back to top", "top"),
            *("next", "previous", "next article", "previous article", "next story", "previous story", "back", "close"),
            *("open app", "open in app", "get the app", "download the app", "about us", "contact us", "advertise"),
            *("advertise with us", "terms of use", "terms of service", "terms and conditions", "privacy policy"),
            *("privacy", "sitemap", "site map", "careers", "help", "faq", "rss", "archive", "archives", "sections"),
            *("news", "world", "world news", "politics", "business", "sports", "sport", "opinion", "technology"),
            *(
                "entertainment",
                "lifestyle",
                "health",
                "science",
                "videos",
                "video",
                "photos",
                "live",
                "epaper",
                "e-paper",
            ),
            *("topics", "trending topics", "tags", "tag", "filed under", "categories", "in this article", "contents"),
            *("table of contents", "edition", "select language", "language", "follow", "following", "more topics"),
            *("breaking news", "exclusive", "latest", "skip ad", "loading", "load more", "my reads", "my offers"),
        }
    ),
    "advertisement": frozenset(
        {
            *(
                "advertisement",
                "advertising",
                "ad",
                "ads",
                "sponsored",
                "sponsored content",
                "promoted",
                "promoted content",
            ),
            *("story continues below advertisement", "article continues below advertisement", "continue reading below"),
            *("paid content", "partner content", "scroll to continue", "annonse", "annons", "anzeige", "werbung"),
            *("publicité", "publicidad", "publicidade", "pubblicità", "reklama", "реклама", "reklam", "advertentie"),
        }
    ),
    "share bar": frozenset(
        {
            *(
                "share",
                "share this",
                "share this article",
                "share this article on",
                "share this story",
                "share article",
            ),
            *("share via", "share on", "share on facebook", "share on twitter", "share on x", "share on whatsapp"),
            *("share on linkedin", "share on telegram", "share by email", "copy", "copy link", "link copied", "print"),
            *("print this", "print article", "email", "e-mail", "email this", "email article", "save", "save article"),
            *("bookmark", "facebook", "twitter", "x", "whatsapp", "linkedin", "telegram", "reddit", "pinterest"),
            *("instagram", "youtube", "messenger", "flipboard", "threads", "bluesky", "mastodon", "tweet", "pin it"),
            *("like", "listen", "listen to this article", "font size", "text size", "follow us", "follow us on"),
            *(
                "del",
                "dela",
                "teilen",
                "partager",
                "compartir",
                "compartilhar",
                "condividi",
                "udostępnij",
                "поделиться",
            ),
        }
    ),
    "account": frozenset(
        {
            *("sign in", "sign out", "sign up", "log in", "login", "log out", "logout", "register", "register now"),
            *("my account", "edit profile", "profile", "saved articles", "story saved", "saved", "settings", "account"),
            *("already have an account", "create account", "create free account", "create a free account", "subscribe"),
            *("subscribe now", "donate", "become a member", "support us", "manage account", "your account", "join"),
            *(
                "logg inn",
                "logga in",
                "log ind",
                "anmelden",
                "abonnieren",
                "se connecter",
                "s'abonner",
                "iniciar sesión",
            ),
            *("suscríbete", "assine", "abbonati", "zaloguj się", "войти", "giriş yap"),
        }
    ),
    "comments": frozenset(
        {
            *(
                "be the first to comment",
                "no comments",
                "no comments yet",
                "kommentare",
                "what do you think",
                "comments are closed",
                "comments",
                "comment",
            ),
            *("reply", "report", "submit", "submit comment", "name", "name *", "email *", "website", "sort by"),
        }
    ),
    "credit": frozenset({"with input from agencies", "with inputs from agencies", "with agency inputs", "agencies"}),
}
"""Lines that say this and nothing else."""

OPENINGS: dict[str, tuple[str, ...]] = {
    "newsletter": (
        *(
            "subscribe to our",
            "subscribe to the",
            "sign up for our",
            "sign up for the",
            "sign up to our",
            "get our daily",
        ),
        *("get the latest", "get latest", "get breaking news", "get the day's", "stay up to date", "stay informed"),
        *("stay updated", "enter your email", "join our newsletter", "join our whatsapp", "join our telegram"),
        *("personalise your news", "personalize your news", "newsletters, alerts", "never miss a story"),
        *("meld deg på vårt nyhetsbrev", "abonnieren sie", "abonnez-vous", "suscríbete a", "inscreva-se", "iscriviti"),
    ),
    "account": (
        *(
            "already have an account",
            "already a member",
            "already a subscriber",
            "create free account",
            "register free",
        ),
        *("create a free account", "create your free account", "log in to", "sign in to", "start your free trial"),
        *("to continue reading", "this article is for subscribers", "subscribe now", "become a member", "unlock"),
        *("please log in", "please sign in", "you have reached your limit", "you have read", "enjoy unlimited"),
    ),
    "share bar": (
        *("follow us on", "share this", "like us on", "find us on", "join us on", "follow our", "click to share"),
        *("click here to", "tap here to", "download our app", "download the app", "get our app", "follow trending"),
    ),
    "comments": (
        *(
            "your email address will not be",
            "required fields are marked",
            "save my name, email",
            "you must be logged in",
        ),
        *("be the first to comment", "comments are moderated", "notify me of", "this site uses akismet"),
    ),
    "picture credit": (
        *("photo:", "photos:", "photo by", "photo credit", "photograph:", "picture:", "image:", "image credit"),
        *(
            "image source",
            "images:",
            "file photo",
            "photo courtesy",
            "foto:",
            "crédit photo",
            "imagen:",
            "bild:",
            "fuente:",
        ),
    ),
    "navigation": ("home /", "home >", "home »", "home ›", "home |", "you are here:", "jump to", "skip to"),
    "topic list": (
        "tags:",
        "topics:",
        "tagged:",
        "tagged with",
        "filed under",
        "keywords:",
        "posted in",
        "categories:",
    ),
    "copyright": (
        "copyright ©",
        "copyright (c)",
        "copyright 19",
        "copyright 20",
        "©",
        "(c) 19",
        "(c) 20",
        "all rights",
    ),
}
"""How a short line of furniture begins, whether or not it is a whole sentence."""

WITHIN: dict[str, tuple[str, ...]] = {
    "copyright": (
        *("all rights reserved", "this material may not be published", "may not be published, broadcast"),
        *(
            "alle rechte vorbehalten",
            "tous droits réservés",
            "todos los derechos reservados",
            "tutti i diritti riservati",
        ),
    ),
    "cookies": (
        *("we use cookies", "this site uses cookies", "this website uses cookies", "accept all cookies"),
        *("bruker informasjonskapsler", "diese website verwendet cookies", "ce site utilise des cookies"),
    ),
    "newsletter": ("subscribe to our newsletter", "sign up for our newsletter", "delivered to your inbox"),
    "account": ("days free trial", "day free trial", "register free"),
    "navigation": (
        "story has been published from a wire agency",
        "this story is auto-generated",
        "our standards: the",
        "javascript is disabled",
    ),
}
"""What only furniture says, anywhere in a short line, whether or not it is a whole sentence."""

LABELS: dict[str, tuple[str, ...]] = {
    "cookies": ("cookie", "gdpr"),
    "newsletter": ("newsletter", "inbox", "trending topics", "push notification", "news alerts", "breaking news alert"),
    "account": (
        *("subscribe", "free trial", "exciting deals", "exciting features", "premium content", "subscribers only"),
        *("sign in", "log in", "sign out", "privacy policy", "terms of use", "terms of service", "terms & conditions"),
    ),
    "share bar": ("share on", "follow us", "whatsapp channel", "telegram channel", "download app", "share this"),
}
"""What a line says that is no sentence and, with these words in it, is a button or a box; a sentence may say them."""

CREDITS: tuple[str, ...] = (
    *("source:", "sources:", "reporting by", "editing by", "additional reporting", "writing by", "compiled by"),
    *("with inputs from", "with input from", "inputs from", "according to information from", "with information from"),
    *("edited by", "translated by", "agency:", "agencies:", "quelle:", "fuente:", "kilde:", "källa:", "fonte:"),
)
"""How a line begins that says whose work the article is, within brackets or not."""
