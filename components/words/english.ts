import { base } from "./base";
import { account } from "./en/account";
import { adjudicate } from "./en/adjudicate";
import { agreement } from "./en/agreement";
import { annotate } from "./en/annotate";
import { articles } from "./en/articles";
import { assign } from "./en/assign";
import { cards } from "./en/cards";
import { charts } from "./en/charts";
import { classTalk } from "./en/class-talk";
import { clusterTalk } from "./en/cluster-talk";
import { codebook } from "./en/codebook";
import { codebookEdit } from "./en/codebook-edit";
import { compare } from "./en/compare";
import { compareWords } from "./en/compare-words";
import { copies } from "./en/copies";
import { discussion } from "./en/discussion";
import { find } from "./en/find";
import { front } from "./en/front";
import { gamma } from "./en/gamma";
import { guide } from "./en/guide";
import { history } from "./en/history";
import { imports } from "./en/imports";
import { intake } from "./en/intake";
import { judgementTable } from "./en/judgement-table";
import { keyboard } from "./en/keyboard";
import { keys } from "./en/keys";
import { lesson } from "./en/lesson";
import { lessonLive } from "./en/lesson-live";
import { lessonMark } from "./en/lesson-mark";
import { lessonAfter } from "./en/lesson-after";
import { lessonPlan } from "./en/lesson-plan";
import { lessonPoints } from "./en/lesson-points";
import { lessonPrint } from "./en/lesson-print";
import { lessonRemind } from "./en/lesson-remind";
import { lessonStart } from "./en/lesson-start";
import { lessonWriting } from "./en/lesson-writing";
import { lti } from "./en/lti";
import { marking } from "./en/marking";
import { meeting } from "./en/meeting";
import { names } from "./en/names";
import { outcome } from "./en/outcome";
import { outlets } from "./en/outlets";
import { people } from "./en/people";
import { phrase } from "./en/phrase";
import { pictures } from "./en/pictures";
import { practice } from "./en/practice";
import { progress } from "./en/progress";
import { projects } from "./en/projects";
import { proposals } from "./en/proposals";
import { pupil } from "./en/pupil";
import { revisions } from "./en/revisions";
import { roles } from "./en/roles";
import { saving } from "./en/saving";
import { sets } from "./en/sets";
import { settings } from "./en/settings";
import { stance } from "./en/stance";
import { stanceCard } from "./en/stance-card";
import { suggest } from "./en/suggest";
import { suggested } from "./en/suggested";
import { suggestions } from "./en/suggestions";
import { targets } from "./en/targets";
import { timeline } from "./en/timeline";
import { titles } from "./en/titles";
import { unsent } from "./en/unsent";
import { welcome } from "./en/welcome";
import { whole } from "./en/whole";
import { writing } from "./en/writing";

/** Every word of the interface that is in the catalogue, in English. Too much for a browser: client code imports its type only. */
export const english = {
  ...base,
  account,
  adjudicate,
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
  revisions,
  roles,
  saving,
  sets,
  settings,
  stance,
  stanceCard,
  suggest,
  suggested,
  suggestions,
  targets,
  timeline,
  titles,
  unsent,
  welcome,
  whole,
  writing,
} as const;
