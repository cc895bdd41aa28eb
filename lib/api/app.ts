import { frame, group, notFoundProblem, problem } from "./door";
import { projects } from "./projects";

/** The whole HTTP surface, mounted at /api/v1. */
export const api = group();
api.use("*", frame);
api.onError((error, c) => problem(c, error));
api.notFound((c) => notFoundProblem(c));
for (const routes of [projects]) api.route("/", routes);
