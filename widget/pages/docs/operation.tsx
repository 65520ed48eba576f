/** One route of the API: what it does, what it takes, what it answers. */
import type { Text } from "../../text/text.ts";
import { bodiesOf, type Content, type operationsOf } from "./openapi.ts";

interface Props {
  readonly t: Text;
  readonly operation: ReturnType<typeof operationsOf>[number];
}

export function OperationSection({ t, operation }: Props) {
  const { operationId, method, path, summary, parameters, requestBody, responses } = operation;
  return (
    <section id={operationId} aria-labelledby={`${operationId}-title`}>
      <h3 id={`${operationId}-title`}>
        <span class="method">{method}</span> <code>{path}</code>
      </h3>
      <p>{summary}</p>
      {parameters.length > 0 && (
        <div class="wide">
          <table>
            <caption>{t("docs.parameters")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("docs.name")}</th>
                <th scope="col">{t("docs.place")}</th>
                <th scope="col">{t("docs.meaning")}</th>
              </tr>
            </thead>
            <tbody>
              {parameters.map(({ name, in: place, description }) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td>{t(`docs.in.${place}`)}</td>
                  <td>{description}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {requestBody && (
        <p>
          {t("docs.body")} <Bodies content={requestBody} />
        </p>
      )}
      <div class="wide">
        <table>
          <caption>{t("docs.answers")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("docs.status")}</th>
              <th scope="col">{t("docs.meaning")}</th>
              <th scope="col">{t("docs.carries")}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(responses).map(([status, response]) => (
              <tr key={status}>
                <th scope="row">{status}</th>
                <td>{response.description}</td>
                <td>{bodiesOf(response).length > 0 ? <Bodies content={response} /> : t("docs.nothing")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Bodies({ content }: { readonly content: Content }) {
  return (
    <>
      {bodiesOf(content).map(({ media, schema }) => (
        <span class="body" key={media}>
          {schema !== null && <a href={`#schema-${schema}`}>{schema}</a>} <code>{media}</code>
        </span>
      ))}
    </>
  );
}
