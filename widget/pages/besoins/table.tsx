/** The needs as a table that each heading sorts: the picture's twin, and more than it. */
import type { Figure } from "../../releases/published.ts";
import type { Need, Offer } from "./needs.ts";
import { sayOffer } from "./offer-text.ts";
import { COLUMNS, type Column, type Row, type Sorting } from "./rows.ts";
import { say } from "./words.ts";

interface Props {
  readonly rows: readonly Row[];
  /** Whether each row comes from a line of its own, which it then says. */
  readonly withLine: boolean;
  /** The name of the territory, or null when none is chosen: then it has no column. */
  readonly place: string | null;
  readonly sorting: Sorting;
  readonly sort: (sorting: Sorting) => void;
}

export function NeedsTable({ rows, withLine, place, sorting, sort }: Props) {
  const columns = COLUMNS.filter((one) => (one !== "line" || withLine) && (one !== "local" || place !== null));
  return (
    <div class="frame">
      <table>
        <caption>{say("table.caption")}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column} column={column} sorting={sorting} sort={sort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((need) => (
            <tr key={need.action.code} class={need.finding === "gap" ? "gap" : undefined}>
              <th scope="row">{need.action.label}</th>
              <td>{sayShare(need.share)}</td>
              <td>{sayFinding(need)}</td>
              {withLine && <td>{need.share === null ? "" : need.line.label}</td>}
              {place !== null && <Offers need={need} scope="local" />}
              <Offers need={need} scope="national" />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function sayFinding({ finding, elsewhere }: Row) {
  if (finding === "gap") return <strong>{say("finding.gap")}</strong>;
  const said = say(`finding.${finding}`);
  return elsewhere ? say("finding.elsewhere", { finding: said }) : said;
}

/** « 65 % », « 10 % ou moins », or that it is hidden. */
export function sayShare(share: Figure | null): string {
  if (typeof share === "number") return say("share", { share });
  return share !== null && "band" in share ? say(`band.${share.band}`) : say("hidden");
}

function Head({ column, sorting, sort }: { readonly column: Column } & Pick<Props, "sorting" | "sort">) {
  const here = sorting.column === column;
  const order = here ? (sorting.descending ? "descending" : "ascending") : undefined;
  // A first click shows what matters: the greatest need, the least offer, names from A.
  const descending = here ? !sorting.descending : column === "share";
  return (
    <th scope="col" aria-sort={order}>
      <button type="button" class="sort" onClick={() => sort({ column, descending })}>
        {say(`column.${column}`)} <span aria-hidden="true">{here ? (sorting.descending ? "▼" : "▲") : "↕"}</span>
      </button>
    </th>
  );
}

function Offers({ need, scope }: { readonly need: Need; readonly scope: Offer["scope"] }) {
  const offers = need.offers.filter((one) => one.scope === scope);
  if (offers.length === 0) return <td>{say("offer.none")}</td>;
  return (
    <td>
      <ul>
        {offers.map((one) => (
          <li key={one.service.id}>{sayOffer(one, say)}</li>
        ))}
      </ul>
    </td>
  );
}
