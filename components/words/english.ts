import { base } from "./base";
import { account } from "./en/account";
import { articles } from "./en/articles";
import { assign } from "./en/assign";
import { charts } from "./en/charts";
import { codebook } from "./en/codebook";
import { codebookEdit } from "./en/codebook-edit";
import { front } from "./en/front";
import { history } from "./en/history";
import { intake } from "./en/intake";
import { keys } from "./en/keys";
import { names } from "./en/names";
import { outlets } from "./en/outlets";
import { people } from "./en/people";
import { phrase } from "./en/phrase";
import { practice } from "./en/practice";
import { progress } from "./en/progress";
import { projects } from "./en/projects";
import { roles } from "./en/roles";
import { settings } from "./en/settings";
import { stance } from "./en/stance";
import { suggest } from "./en/suggest";
import { suggestions } from "./en/suggestions";
import { targets } from "./en/targets";
import { titles } from "./en/titles";
import { welcome } from "./en/welcome";

/** Every word of the interface that is in the catalogue, in English. Too much for a browser: client code imports its type only. */
export const english = {
  ...base,
  account,
  articles,
  assign,
  charts,
  codebook,
  codebookEdit,
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
  roles,
  settings,
  stance,
  suggest,
  suggestions,
  targets,
  titles,
  welcome,
} as const;
