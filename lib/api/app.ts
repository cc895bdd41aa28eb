import { addresses } from "./addresses";
import { answer, frame, group, notFoundProblem, problem, route } from "./door";
import { z } from "@hono/zod-openapi";
import { health } from "@/lib/platform/health";
import { account } from "./account";
import { agreement } from "./agreement";
import { adjudication } from "./adjudication";
import { agreementFigures } from "./agreement-figures";
import { annotations } from "./annotations";
import { answers } from "./answers";
import { articleSets } from "./article-sets";
import { articles } from "./articles";
import { assignments } from "./assignments";
import { batches } from "./batches";
import { captures } from "./captures";
import { clusterTalk } from "./cluster-threads";
import { codebook } from "./codebook";
import { compare } from "./compare";
import { compareTimeline } from "./compare-timeline";
import { compareVerdicts } from "./compare-verdicts";
import { compareWords } from "./compare-words";
import { copies } from "./copies";
import { exporting } from "./export";
import { gamma } from "./gamma";
import { imports } from "./imports";
import { join } from "./join";
import { judgementTables } from "./judgement-tables";
import { lesson } from "./lesson";
import { lessonAfter } from "./lesson-after";
import { lessonDoor } from "./lesson-door";
import { lessonGrades } from "./lesson-grades";
import { lessonLive } from "./lesson-live";
import { lessonPlan } from "./lesson-plan";
import { lessonTalk } from "./lesson-talk";
import { lessonWriting } from "./lesson-writing";
import { live } from "./live";
import { lti } from "./lti";
import { ltiLesson } from "./lti-lesson";
import { members } from "./members";
import { outletRatings } from "./outlet-ratings";
import { outlets } from "./outlets";
import { practice } from "./practice";
import { progress } from "./progress";
import { projects } from "./projects";
import { proposals } from "./proposals";
import { readerSettings } from "./reader-settings";
import { settledRecord } from "./record";
import { returns } from "./returns";
import { revisions } from "./revisions";
import { session } from "./session";
import { setAside } from "./set-aside";
import { settledStudies } from "./settled-studies";
import { setup } from "./setup";
import { stance } from "./stance";
import { stanceBehind } from "./stance-behind";
import { stanceFigures } from "./stance-figures";
import { stanceKept } from "./stance-kept";
import { stancePictures } from "./stance-pictures";
import { suggesting } from "./suggestions";
import { targetPlaces } from "./target-places";
import { targetSuggestions } from "./target-suggestions";
import { targets } from "./targets";
import { threads } from "./threads";
import { upheld } from "./upheld";

/** The whole HTTP surface, mounted at /api/v1. Every domain has its own file; this one only lists them. */
export const api = group().basePath("/api/v1");
api.use("*", frame);
api.onError((error, c) => problem(c, error));
api.notFound((c) => notFoundProblem(c));

const common = group().openapi(
  route("anyone", { method: "get", path: "/health", summary: "Whether database and migrations are in order", responses: { 200: answer(z.object({ status: z.literal("ok"), version: z.string() })) } }),
  async (c) => c.json(await health(), 200),
);

for (const routes of [common, setup, session, account, readerSettings, join, members, projects, articles, captures, imports, copies, articleSets, revisions, outlets, outletRatings, judgementTables, settledStudies, codebook, proposals, targets, targetPlaces, targetSuggestions, assignments, batches, annotations, answers, setAside, returns, threads, clusterTalk, suggesting, practice, lesson, lessonAfter, lessonDoor, lessonGrades, lessonPlan, lessonWriting, lessonLive, lessonTalk, lti, ltiLesson, live, progress, agreement, agreementFigures, gamma, adjudication, upheld, addresses, stance, stanceBehind, stanceFigures, stanceKept, stancePictures, compareWords, compare, compareTimeline, compareVerdicts, exporting, settledRecord]) api.route("/", routes);

api.doc31("/openapi.json", {
  openapi: "3.1.0",
  info: { title: "Slantwise", version: "1", description: "Everything that the pages do can be done here. Offsets are Unicode code points. Every write in a project names itself in the header Operation-Id; the same id with the same body is answered as the first time." },
});
