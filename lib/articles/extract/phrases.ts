// Words with which sites label their own furniture, as keys of `lineKey`. They are of no particular site.

const list = (words: string): ReadonlySet<string> => new Set(words.split("|").map((word) => word.trim()));

/** Links of a site's frame. */
export const NAVIGATION = list(
  "close window|front page|skip to content|skip to main content|skip to navigation|skip to primary navigation|jump to content|home|homepage|menu|main menu|toggle navigation|toggle menu|open menu|close menu|search|search this site|login|log in|sign in|sign up|register|my account|subscribe|subscribe now|get involved|about|about us|contact|contact us|donate|donate now|support us|newsletter|newsletters|close|read more|continue reading|back to top|back|next|previous|previous article|next article|previous post|next post|load more|show more|see more|view all|see all|privacy policy|terms of use|terms and conditions|imprint|accessibility|sitemap|rss|" +
    "zum inhalt springen|zum inhalt|startseite|menü|suche|anmelden|abmelden|registrieren|abo|abonnieren|impressum|datenschutz|kontakt|über uns|nach oben|mehr laden|weiterlesen|" +
    "aller au contenu|accueil|rechercher|recherche|se connecter|s'abonner|s'inscrire|mentions légales|contactez-nous|qui sommes-nous|lire la suite|retour en haut|" +
    "saltar al contenido|ir al contenido|inicio|buscar|iniciar sesión|suscríbete|contacto|quiénes somos|leer más|aviso legal|vai al contenuto|cerca|accedi|abbonati|pular para o conteúdo|início|entrar|assine|" +
    "الرئيسية|القائمة|بحث|تسجيل الدخول|اتصل بنا|من نحن|اشترك|اقرأ المزيد|خانه|جستجو|ورود|تماس با ما|درباره ما|ادامه مطلب",
);

/** Ways to send a page on. */
export const SHARING = list(
  "send to a friend|email to a friend|email this article|share|share this|share this article|share this story|share article|share on facebook|share on twitter|share on x|share on whatsapp|share on linkedin|share via email|tweet|tweet this|print|print this|print article|email|email this|e-mail|facebook|twitter|whatsapp|telegram|linkedin|pinterest|reddit|copy link|save|bookmark|follow us|follow us on|listen|listen to this article|gift this article|like this|like loading|click to share|" +
    "teilen|artikel teilen|drucken|merken|per e-mail teilen|link kopieren|vorlesen|folgen sie uns|partager|partager cet article|imprimer|envoyer|copier le lien|suivez-nous|compartir|imprimir|copiar enlace|síguenos|condividi|stampa|compartilhar|" +
    "مشاركة|شارك|طباعة|اشتراک گذاری|اشتراک‌گذاری|چاپ|تابعنا",
);

/** What opens a list of other articles that belong to this one. */
export const RELATED = list(
  "you may also like|you might also like|you may also be interested in|you might be interested in|related|related articles|related posts|related stories|related news|related content|related topics|related reading|more from|more on this|more on this story|more on this topic|more like this|read also|read next|read more on this|also read|see also|up next|recommended|recommended for you|recommended reading|recommended stories|suggested for you|from around the web|around the web|promoted stories|" +
    "das könnte sie auch interessieren|das könnte dich auch interessieren|mehr zum thema|lesen sie auch|auch interessant|weitere artikel|passend dazu|verwandte artikel|à lire aussi|lire aussi|sur le même sujet|articles similaires|vous aimerez aussi|également à lire|también te puede interesar|te puede interesar|noticias relacionadas|artículos relacionados|leggi anche|articoli correlati|leia também|leia mais|" +
    "اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|مواضيع ذات صلة|أخبار ذات صلة|قد يعجبك أيضا|بیشتر بخوانید|مطالب مرتبط|اخبار مرتبط|خبرهای مرتبط",
);

/** What opens a list of whatever else a site has. */
export const TEASERS = list(
  "new articles|newest articles|latest|latest articles|latest news|latest posts|latest stories|recent articles|recent news|recent posts|most viewed|most read|most popular|most shared|most commented|popular|popular posts|popular articles|trending|trending now|top stories|top news|editor's picks|editors' picks|editor's choice|featured|featured articles|in other news|other news|more news|more stories|more articles|more headlines|" +
    "neueste artikel|aktuelle artikel|neueste beiträge|meistgelesen|meist gelesen|meistgelesene artikel|meistkommentiert|beliebt|aus dem ressort|derniers articles|dernières actualités|les plus lus|les plus populaires|à la une|últimas noticias|lo más leído|más leídas|lo último|più letti|ultime notizie|mais lidas|últimas|" +
    "الأكثر قراءة|آخر الأخبار|أحدث الأخبار|پربازدیدترین|پربیننده‌ترین|آخرین اخبار|پربحث‌ترین",
);

/** What opens the comments. */
export const COMMENTS = list(
  "leave a comment|leave a reply|leave your comment|comment|comments|add a comment|add comment|post a comment|write a comment|join the discussion|join the conversation|view comments|show comments|read comments|no comments|no comments yet|comments are closed|cancel reply|have your say|" +
    "kommentare|kommentar schreiben|schreiben sie einen kommentar|schreibe einen kommentar|diskutieren sie mit|kommentieren|commentaires|laisser un commentaire|réagir|vos réactions|comentarios|deja un comentario|deja una respuesta|commenti|lascia un commento|comentários|deixe um comentário|" +
    "التعليقات|تعليقات|اترك تعليقا|اترك تعليقاً|أضف تعليق|نظرات|دیدگاه‌ها|دیدگاه ها|ارسال نظر|نظر دهید",
);

/** Labels of advertisements. */
export const ADVERTISEMENTS = list("advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content|paid content|story continues below advertisement|article continues below|article continues after advertisement|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|إعلان|إعلانات|تبلیغات|آگهی");

/** The first words of breadcrumbs. */
export const HOMES = list("home|homepage|startseite|start|accueil|inicio|início|home page|الرئيسية|خانه|صفحه اصلی");

/** Languages whose own names stand in language switchers. */
const SWITCHED = "ar bg bn bs ca cs cy da de el en en-GB en-US es es-MX et eu fa fi fr fr-CA ga he hi hr hu hy id it ja ka ko ku lt lv mk ms nl nb no pl ps pt pt-BR pt-PT ro ru sk sl so sq sr sv sw ta th tr uk ur uz vi zh zh-Hans zh-Hant";
let names: Set<string> | null = null;

/** True for the name of a language in that language, as switchers give it. `key` is of `lineKey`. */
export function isLanguageName(key: string): boolean {
  names ??= new Set(SWITCHED.split(" ").flatMap((tag) => {
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag)?.toLowerCase() ?? "";
    return [name, name.replace(/\)$/u, "")];
  }).concat(["english (uk)", "english (us)", "中文", "简体中文", "繁體中文", "فارسی", "kurdî", "српски"]));
  return names.has(key);
}
