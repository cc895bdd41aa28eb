// Glossary. Address: du; gender-neutral (Kodierende, Leitung). annotate, code = kodieren; annotator = Kodierende; span, mark =
// Markierung; target = Ziel (focus target = Fokusziel); framing = Framing (befürwortend, neutral, kritisch); stance = Haltung;
// outlet = Medium; publisher = Herausgeber; byline = Autorenzeile; page chrome = Seitenbeiwerk; codebook = Codebuch; label =
// Label; judgement = Urteil; confidence = Sicherheit; note = Notiz; voice = Stimme; submit = abgeben; return = zurückgeben;
// skip = zurückstellen; withdraw = zurückziehen; assign = zuteilen; queue = Liste; pool = Vorrat; practice = Übung; key =
// Schlüssel; score = Wert; reveal = aufdecken; coordinator = Projektleitung, Leitung; class = Klasse; study = Studie; join =
// beitreten; sign in = anmelden; passphrase = Passphrase; return phrase = vier Wörter; look at again = nachsehen.

import { account } from "./de/account";
import { acts } from "./de/acts";
import { articles } from "./de/articles";
import { assign } from "./de/assign";
import { charts } from "./de/charts";
import { codebook } from "./de/codebook";
import { codebookEdit } from "./de/codebook-edit";
import { errors } from "./de/errors";
import { front } from "./de/front";
import { history } from "./de/history";
import { intake } from "./de/intake";
import { keys } from "./de/keys";
import { names } from "./de/names";
import { outlets } from "./de/outlets";
import { people } from "./de/people";
import { phrase } from "./de/phrase";
import { practice } from "./de/practice";
import { progress } from "./de/progress";
import { projects } from "./de/projects";
import { queue } from "./de/queue";
import { roles } from "./de/roles";
import { settings } from "./de/settings";
import { shell } from "./de/shell";
import { stance } from "./de/stance";
import { suggest } from "./de/suggest";
import { suggestions } from "./de/suggestions";
import { targets } from "./de/targets";
import { titles } from "./de/titles";
import { ui } from "./de/ui";
import { welcome } from "./de/welcome";
import type { Words } from "./words";

/** The same in German. A key that is missing does not compile. */
export const german = {
  account,
  acts,
  articles,
  assign,
  charts,
  codebook,
  codebookEdit,
  errors,
  front,
  history,
  intake,
  keys,
  names,
  outlets,
  people,
  phrase,
  practice,
  progress,
  projects,
  queue,
  roles,
  settings,
  shell,
  stance,
  suggest,
  suggestions,
  targets,
  titles,
  ui,
  welcome,
} as const satisfies Words;
