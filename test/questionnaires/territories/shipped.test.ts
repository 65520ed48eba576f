/** The shipped territories hold what the blueprint lists (§3, §12), and promise nothing that nobody has verified. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { servicesFor } from "../../../questionnaires/engine/engine.ts";
import { adaptedQuestionnaires } from "../../support/generators.ts";
import { version } from "../../support/questionnaires.ts";
import { runs } from "../../support/runs.ts";
import { compileShipped, published, territories, territory } from "./shipped.ts";

const [questionnaire] = published;
if (!questionnaire) throw new Error("Nothing is published.");
const national = territory("national");
const regions = territories.filter(({ region }) => region !== null);

/** Blueprint §12: for each territory, the actions that its services must reach. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  ara: [
    "act-sensibiliser",
    "act-campagne-hameconnage",
    "act-procedures-degradees",
    "act-ordre-reprise",
    "act-exercice",
    "act-fiche-reflexe",
    "act-contrat-support",
    "act-copie-hors-ligne",
    "act-audit-annuaire",
    "act-comptes-admin",
    "act-designer-referent",
    "act-point-direction",
  ],
  paca: ["act-sensibiliser", "act-exercice", "act-ordre-reprise"],
  national: ["act-comptes-individuels", "act-mfa-dui", "act-exercice", "act-evaluation-externe"],
};

describe("the shipped territories", () => {
  it("pass their check: at most what nobody has opened or called yet", () => {
    const codes = new Set(compileShipped().findings.map(({ code }) => code));
    expect([...codes].sort()).toEqual(["contact-unchecked", "resource-unchecked"]);
  });

  it("are the eighteen regions with their hundred and one departments, then the national level", () => {
    expect(territories.map(({ code }) => code)).toEqual([
      ...["ara", "bfc", "bre", "cor", "cvl", "ges", "glp", "guf", "hdf", "idf"],
      ...["mtq", "myt", "naq", "nor", "occ", "paca", "pdl", "reu", "national"],
    ]);
    expect(regions.map(({ region }) => region).toSorted()).toEqual(
      questionnaire.regions.map(({ code }) => code).toSorted(),
    );
    expect(new Set(regions.flatMap(({ departments }) => departments)).size).toBe(101);
    for (const { code, name, departments } of questionnaire.regions)
      expect(regions.find(({ region }) => region === code)).toMatchObject({ name, departments });
  });

  it("name their ARS and their GRADeS as the questionnaire does, and say when a name is to be verified", () => {
    for (const { region, contacts, name } of regions) {
      const grades = contacts.find(({ id }) => id === "grades");
      const known = questionnaire.regions.find(({ code }) => code === region)?.operator;
      expect(grades?.verified, name).toBe(known?.verified ?? false);
      if (known) expect(grades?.name).toBe(known.name);
      expect(contacts.find(({ kind }) => kind === "authority")?.name).toBe(`ARS ${name}`);
    }
  });

  it.each(Object.entries(WANTED))("have in %s a service for each action that the blueprint names", (code, actions) => {
    const helped = new Set(territory(code).services.flatMap((service) => service.actions));
    expect(actions.filter((action) => !helped.has(action))).toEqual([]);
  });

  it("say nationally whom to call in an attack, to report it, and about personal data", () => {
    const kinds = national.contacts.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["emergency", "report", "personal-data"]));
    expect(national.contacts.find(({ id }) => id === "cert-sante")?.phone).toBe("09 72 43 91 25");
    const reachable = national.contacts.filter(({ phone, email, url }) => phone ?? email ?? url);
    expect(reachable).toEqual(national.contacts);
  });

  it("do not let an ESMS believe that CaRE will pay", () => {
    const care = national.financing.find(({ id }) => id === "care-financement");
    expect(care).toMatchObject({ for: true, actions: [] });
    expect(care?.text).toMatch(/surtout aux établissements de santé/);
    expect(care?.text).toMatch(/ne visent pas les ESMS/);
  });

  it("claim no date of verification, and allow no site, before somebody has verified it", () => {
    const links = territories.flatMap(({ contacts, services, financing }) => [...contacts, ...services, ...financing]);
    expect(links.filter(({ checkedOn }) => checkedOn !== null)).toEqual([]);
    expect(territories.flatMap(({ origins }) => origins)).toEqual([]);
    expect(
      territories
        .flatMap(({ services }) => services)
        .filter(({ free }) => free)
        .map(({ id }) => id),
    ).toEqual(["17cyber"]);
  });

  it("offer every service to some profile, and hide those that are not for a profile", () => {
    const model = version(questionnaire.id, questionnaire.version);
    const seen = new Set<string>();
    fc.assert(
      fc.property(adaptedQuestionnaires(model), fc.constantFrom(...regions), ({ profile }, here) => {
        for (const { id } of questionnaire.actions) {
          const found = servicesFor(here, national, profile.facts, id);
          for (const { service } of found.ok ? found.services : []) {
            seen.add(service.id);
            if (service.id === "hospiconnect") expect(profile.facts.get("rattachement")).toBe("ght");
            if (service.id === "cert-sante") expect(profile.facts.get("medico_social")).toBe(true);
          }
        }
      }),
      runs(300),
    );
    expect([...seen].sort()).toEqual(territories.flatMap(({ services }) => services.map(({ id }) => id)).sort());
  });
});
