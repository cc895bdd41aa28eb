// Glossary. Address: du; gender-neutral (Kodierende, Leitung). annotate, code = kodieren; annotator = Kodierende; span, mark =
// Markierung; target = Ziel (focus target = Fokusziel); framing = Framing (befürwortend, neutral, kritisch); stance = Haltung;
// outlet = Medium; publisher = Herausgeber; byline = Autorenzeile; page chrome = Seitenbeiwerk; codebook = Codebuch; label =
// Label; judgement = Urteil; confidence = Sicherheit; note = Notiz; voice = Stimme; submit = abgeben; return = zurückgeben;
// skip = zurückstellen; withdraw = zurückziehen; assign = zuteilen; queue = Liste; pool = Vorrat; practice = Übung; key =
// Schlüssel; score = Wert; reveal = aufdecken; coordinator = Projektleitung, Leitung; class = Klasse; study = Studie; join =
// beitreten; sign in = anmelden; passphrase = Passphrase; return phrase = vier Wörter; look at again = nachsehen.

import { account } from "./de/account";
import { adjudicate } from "./de/adjudicate";
import { acts } from "./de/acts";
import { agreement } from "./de/agreement";
import { annotate } from "./de/annotate";
import { articles } from "./de/articles";
import { assign } from "./de/assign";
import { cards } from "./de/cards";
import { charts } from "./de/charts";
import { classTalk } from "./de/class-talk";
import { clusterTalk } from "./de/cluster-talk";
import { codebook } from "./de/codebook";
import { codebookEdit } from "./de/codebook-edit";
import { compare } from "./de/compare";
import { compareWords } from "./de/compare-words";
import { copies } from "./de/copies";
import { discussion } from "./de/discussion";
import { errors } from "./de/errors";
import { find } from "./de/find";
import { front } from "./de/front";
import { gamma } from "./de/gamma";
import { guide } from "./de/guide";
import { history } from "./de/history";
import { imports } from "./de/imports";
import { intake } from "./de/intake";
import { judgementTable } from "./de/judgement-table";
import { keyboard } from "./de/keyboard";
import { keys } from "./de/keys";
import { lesson } from "./de/lesson";
import { lessonLive } from "./de/lesson-live";
import { lessonMark } from "./de/lesson-mark";
import { lessonAfter } from "./de/lesson-after";
import { lessonPlan } from "./de/lesson-plan";
import { lessonPoints } from "./de/lesson-points";
import { lessonPrint } from "./de/lesson-print";
import { lessonRemind } from "./de/lesson-remind";
import { lessonStart } from "./de/lesson-start";
import { lessonWriting } from "./de/lesson-writing";
import { lti } from "./de/lti";
import { marking } from "./de/marking";
import { meeting } from "./de/meeting";
import { names } from "./de/names";
import { outcome } from "./de/outcome";
import { outlets } from "./de/outlets";
import { people } from "./de/people";
import { phrase } from "./de/phrase";
import { pictures } from "./de/pictures";
import { practice } from "./de/practice";
import { progress } from "./de/progress";
import { projects } from "./de/projects";
import { proposals } from "./de/proposals";
import { pupil } from "./de/pupil";
import { queue } from "./de/queue";
import { revisions } from "./de/revisions";
import { roles } from "./de/roles";
import { saving } from "./de/saving";
import { sets } from "./de/sets";
import { settings } from "./de/settings";
import { shell } from "./de/shell";
import { stance } from "./de/stance";
import { stanceCard } from "./de/stance-card";
import { suggest } from "./de/suggest";
import { suggested } from "./de/suggested";
import { suggestions } from "./de/suggestions";
import { targets } from "./de/targets";
import { timeline } from "./de/timeline";
import { titles } from "./de/titles";
import { ui } from "./de/ui";
import { unsent } from "./de/unsent";
import { welcome } from "./de/welcome";
import { whole } from "./de/whole";
import { writing } from "./de/writing";
import type { Words } from "./words";

/** The same in German. A key that is missing does not compile. */
export const german = {
  account,
  adjudicate,
  acts,
  agreement,
  annotate,
  articles,
  assign,
  cards,
  charts,
  classTalk,
  clusterTalk,
  codebook,
  codebookEdit,
  compare,
  compareWords,
  copies,
  discussion,
  errors,
  find,
  front,
  gamma,
  guide,
  history,
  imports,
  intake,
  judgementTable,
  keyboard,
  keys,
  lesson,
  lessonLive,
  lessonMark,
  lessonAfter,
  lessonPlan,
  lessonPoints,
  lessonPrint,
  lessonRemind,
  lessonStart,
  lessonWriting,
  lti,
  marking,
  meeting,
  names,
  outcome,
  outlets,
  people,
  phrase,
  pictures,
  practice,
  progress,
  projects,
  proposals,
  pupil,
  queue,
  revisions,
  roles,
  saving,
  sets,
  settings,
  shell,
  stance,
  stanceCard,
  suggest,
  suggested,
  suggestions,
  targets,
  timeline,
  titles,
  ui,
  unsent,
  welcome,
  whole,
  writing,
} as const satisfies Words;
