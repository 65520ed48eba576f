/** `/docs`: the OpenAPI document of this very server, made readable. Nothing is written here that it does not say. */
import words from "virtual:words/docs";
import { render } from "preact";
import { createText } from "../../text/text.ts";
import { type OpenApi, operationsOf } from "./openapi.ts";
import { OperationSection } from "./operation.tsx";

const t = createText(words);

function Docs({ description }: { readonly description: OpenApi }) {
  const { info, components } = description;
  const operations = operationsOf(description);
  return (
    <>
      <p>{info.description}</p>
      <p>{t("docs.version", { version: info.version })}</p>
      <h2>{t("docs.routes")}</h2>
      <ul class="routes">
        {operations.map(({ operationId, method, path, summary }) => (
          <li key={operationId}>
            <a href={`#${operationId}`}>
              <span class="method">{method}</span> <code>{path}</code>
            </a>
            <span>{summary}</span>
          </li>
        ))}
      </ul>
      {operations.map((operation) => (
        <OperationSection key={operation.operationId} t={t} operation={operation} />
      ))}
      <h2>{t("docs.schemas")}</h2>
      <p>{t("docs.schemas.lead")}</p>
      {Object.entries(components.schemas).map(([name, schema]) => (
        <section key={name} id={`schema-${name}`} aria-labelledby={`schema-${name}-title`}>
          <h3 id={`schema-${name}-title`}>{name}</h3>
          {/* Scrollable, hence reachable by keyboard. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
          <pre tabIndex={0}>{JSON.stringify(schema, null, 2)}</pre>
        </section>
      ))}
    </>
  );
}

async function show(place: HTMLElement): Promise<void> {
  const response = await fetch("/api/v1/openapi.json").catch(() => null);
  place.replaceChildren();
  if (!response?.ok) return render(<p role="alert">{t("docs.failed")}</p>, place);
  render(<Docs description={(await response.json()) as OpenApi} />, place); // our own server's, checked by its tests
  // The fragment named a place that did not exist yet.
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

const place = document.getElementById("docs");
if (place) await show(place);
