/** Every test of the engine in one file, the quickest first: a mutant costs one load of the modules, and dies early. */
import "../questionnaires/engine/golden.test.ts";
import "../questionnaires/engine/rules.test.ts";
import "../questionnaires/engine/requests.test.ts";
import "../questionnaires/engine/examples.test.ts";
import "../questionnaires/engine/explanation.test.ts";
import "../questionnaires/engine/cheapest.test.ts";
import "../questionnaires/engine/code.test.ts";
import "../questionnaires/engine/laws.test.ts";
import "../questionnaires/versions/chain.test.ts";
import "../questionnaires/versions/compare.test.ts";
import "../questionnaires/versions/content.test.ts";
import "../questionnaires/versions/migrate.test.ts";
import "../questionnaires/versions/migration-file.test.ts";
import "../questionnaires/versions/old-versions.test.ts";
import "../questionnaires/versions/weak-points.test.ts";
