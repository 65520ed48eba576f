import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { previewServer } from "../../../questionnaires/preview/server.ts";
import { changeFiles, miniFiles } from "../compile/mini.ts";

const root = mkdtempSync(join(tmpdir(), "preview-"));
const server = previewServer(root);
let origin = "";

function save(version: string, files: ReturnType<typeof miniFiles>): void {
  mkdirSync(join(root, "mini", version), { recursive: true });
  for (const { name, text } of files) writeFileSync(join(root, "mini", version, name), text);
}

async function show(query = ""): Promise<string> {
  const response = await fetch(`${origin}/${query}`);
  expect(response.status).toBe(200);
  return (await response.text()).replaceAll("\u00a0", " ");
}

/** The list item that holds a question, in the part of the page where it stands. */
function around(html: string, id: string): string {
  return html.split("<li><p><strong>").find((item) => item.includes(` ${id}, rang`)) ?? "";
}

beforeAll(async () => {
  save("1.0.0", miniFiles());
  const version = { file: "questionnaire.yaml", from: 'version: "1.0.0"', to: 'version: "1.1.0"' };
  const reworded = { file: "questions-acces.yaml", from: "Aucun suivi", to: "Personne ne suit" };
  save("1.1.0", changeFiles(miniFiles(), [version, reworded]));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // an address and port: it listens on TCP
});

afterAll(() => server.close());

describe("the preview of a questionnaire", () => {
  it("shows the latest version, and any other that is asked for", async () => {
    expect(await show()).toContain("<h1>Aperçu de mini/1.1.0</h1>");
    expect(await show("?version=mini/1.0.0")).toContain("<h1>Aperçu de mini/1.0.0</h1>");
  });

  it("shows what a profile sees, with the reason of each question, and what it does not see, with the reason too", async () => {
    const html = await show("?hebergement=sur_site&mobilite=oui&equipements=aucun&soins=non&secteur=pa");
    expect(html).toContain("Ce que voit ce profil : 5 questions");
    expect(around(html, "sauv-test")).toContain("Posée pour la raison suivante : un serveur est dans vos locaux.");
    expect(around(html, "acc-nominatif")).toContain("Posée à tous les profils.");
    expect(around(html, "sauv-editeur")).toContain(
      "Posée seulement dans ce cas : aucun serveur n’est dans vos locaux.",
    );
    const online = await show("?hebergement=en_ligne&mobilite=oui&equipements=aucun&soins=non&secteur=pa");
    expect(around(online, "sauv-editeur")).toContain("Posée pour la raison suivante");
    expect(around(online, "sauv-test")).toContain("Posée seulement");
  });

  it("shows the caps, alerts and actions of each question, and whether they concern this profile", async () => {
    const html = await show("?hebergement=en_ligne&mobilite=non&equipements=aucun&soins=non&secteur=pa");
    expect(around(html, "sauv-existence")).toContain("Plafond 39 au niveau 0 ou en dessous");
    expect(html).toContain(
      "Alerte au niveau 0 ou en dessous : Le contrat doit parler des sauvegardes — pas pour ce profil : soins == oui",
    );
    expect(html).toContain("Action du niveau 0 au niveau 3 : Compléter le contrat de l’éditeur (act-contrat)");
  });

  it("keeps the choices, and takes the category's default where nothing is chosen", async () => {
    const html = await show("?categorie=500&mobilite=non&equipements=video&equipements=alarme");
    expect(html).toContain('<option value="500" selected="">EHPAD</option>');
    expect(html).toContain("(selon la catégorie : Personnes âgées)");
    expect(html.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2);
  });

  it("ignores a value that does not exist, and writes none of it in the page", async () => {
    const html = await show("?secteur=%3Cscript%3E&version=..%2F..%2Fetc&equipements=aucun&equipements=video");
    expect(html).toContain("Ce que voit ce profil");
    expect(html).not.toContain("<script");
  });

  it("shows the changes against the previous version", async () => {
    const html = await show();
    expect(html).toContain("Changements depuis mini/1.0.0");
    expect(html).toContain("<del>Aucun suivi</del>");
    expect(html).toContain("<ins>Personne ne suit</ins>");
    expect(await show("?version=mini/1.0.0")).toContain("C’est la première version.");
  });

  it("reads the files again at each page: a fault just saved is at the top", async () => {
    const wrong = { file: "domains.yaml", from: "weight: 60", to: "weight: 61" };
    const version = { file: "questionnaire.yaml", from: 'version: "1.0.0"', to: 'version: "1.1.0"' };
    save("1.1.0", changeFiles(miniFiles(), [version, wrong]));
    const html = await show();
    expect(html).toContain("Contrôle : des erreurs à corriger");
    expect(html).toContain("erreur weights-total");
    save("1.1.0", changeFiles(miniFiles(), [version]));
    expect(await show()).toContain("Contrôle : aucune erreur");
  });

  it("labels every field and lets nothing but its own style load", async () => {
    const html = await show();
    const fields = [...html.matchAll(/<(?:select|input)[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    expect(fields.length).toBeGreaterThan(5);
    expect(fields.filter((id) => !html.includes(`<label for="${id}">`))).toEqual([]);
    const response = await fetch(origin);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect((await fetch(`${origin}/preview.css`)).headers.get("content-type")).toContain("text/css");
    expect((await fetch(`${origin}/autre`)).status).toBe(404);
  });
});
