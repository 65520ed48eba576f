/** The API and the two answers that embedding needs: the order of its middleware and the table of its routes. Each route file says what it does. */
import { Hono } from "hono";
import type { AppEnv } from "./bindings.ts";
import type { Dependencies } from "./dependencies.ts";
import { access } from "./http/access.ts";
import { cors } from "./http/cors.ts";
import { notFound, onError, onlyMethods } from "./http/fallbacks.ts";
import { observe } from "./http/observe.ts";
import { within } from "./http/within.ts";
import { getAdapted } from "./routes/adapted.ts";
import { postComparison } from "./routes/comparisons.ts";
import { postContribution } from "./routes/contributions.ts";
import { getCoverage } from "./routes/coverage.ts";
import { getFrame, getHost } from "./routes/embedding.ts";
import { getHealth } from "./routes/health.ts";
import { getMetrics } from "./routes/metrics.ts";
import { getOpenApi } from "./routes/openapi.ts";
import { getLatest, getVersion, listQuestionnaires } from "./routes/questionnaires.ts";
import { getDictionary, getPackage, getTable, getWorkbook, noSuchFile } from "./routes/release-files.ts";
import { getRelease, getReleases } from "./routes/releases.ts";
import { postScore } from "./routes/scores.ts";
import { getTerritory, listTerritories } from "./routes/territories.ts";
import { shippedTerritories, type Territories } from "./territories.ts";

const READ = "GET, HEAD";

/** What differs from one application to another. */
export interface AppOptions {
  readonly territories?: Territories;
  /** Whether each request is noted for the operator. */
  readonly observed?: boolean;
}

/** The application, with the clock, the chance and the waiting it is given, for the territories that it serves. */
export function createApp(
  dependencies: Dependencies,
  { territories = shippedTerritories, observed = false }: AppOptions = {},
): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError(onError);
  app.notFound(notFound);

  if (observed) app.use(observe(dependencies));
  app.use(cors(territories.hosts));

  app.get("/api/v1/questionnaires", listQuestionnaires).all(onlyMethods(READ));
  app.get("/api/v1/questionnaires/:id", getLatest).all(onlyMethods(READ));
  app.get("/api/v1/questionnaires/:id/:version", getVersion).all(onlyMethods(READ));
  app.get("/api/v1/questionnaires/:id/:version/adapted", getAdapted).all(onlyMethods(READ));
  app.get("/api/v1/questionnaires/:id/:version/coverage", getCoverage).all(onlyMethods(READ));
  app.get("/api/v1/territories", listTerritories(territories)).all(onlyMethods(READ));
  app.get("/api/v1/territories/:code", getTerritory(territories)).all(onlyMethods(READ));
  app.post("/api/v1/scores", postScore).all(onlyMethods("POST"));
  app.post("/api/v1/comparisons", postComparison).all(onlyMethods("POST"));
  app.post("/api/v1/contributions", postContribution(dependencies, territories)).all(onlyMethods("POST"));
  app.use("/api/v1/releases/*", access(dependencies), within(territories)); // the list too: Hono's `/*` may be empty
  app.get("/api/v1/releases", getReleases).all(onlyMethods(READ));
  app.get("/api/v1/releases/:id", getRelease).all(onlyMethods(READ));
  app.get("/api/v1/releases/:id/tables/:file", getTable).all(onlyMethods(READ));
  app.get("/api/v1/releases/:id/dictionary.json", getDictionary("json")).all(onlyMethods(READ));
  app.get("/api/v1/releases/:id/dictionary.csv", getDictionary("csv")).all(onlyMethods(READ));
  app.get("/api/v1/releases/:id/release.xlsx", getWorkbook).all(onlyMethods(READ));
  app.get("/api/v1/releases/:id/package.zip", getPackage).all(onlyMethods(READ));
  app.all("/api/v1/releases/:id/:file", noSuchFile);
  app.get("/api/v1/openapi.json", getOpenApi).all(onlyMethods(READ));
  app.get("/widget/v1/frame", getFrame(territories)).all(onlyMethods(READ));
  app.get("/widget/host", getHost(territories)).all(onlyMethods(READ));
  app.get("/healthz", getHealth).all(onlyMethods(READ));
  app.get("/metrics", getMetrics(dependencies)).all(onlyMethods(READ));
  return app;
}
