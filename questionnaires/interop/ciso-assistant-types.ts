/** The part of CISO Assistant's formats that we write. The JSON Schema beside this file says the same, and is tested. */

export interface Library {
  readonly urn: string;
  readonly locale: string;
  readonly ref_id: string;
  readonly name: string;
  readonly description: string;
  readonly copyright: string;
  readonly version: number;
  readonly publication_date: string;
  readonly provider: string;
  readonly packager: string;
  readonly objects: { readonly reference_controls: readonly ReferenceControl[]; readonly framework: LibraryFramework };
}

export interface LibraryFramework {
  readonly urn: string;
  readonly ref_id: string;
  readonly name: string;
  readonly description: string;
  readonly min_score: number;
  readonly max_score: number;
  readonly scores_definition: readonly Score[];
  readonly implementation_groups_definition: readonly {
    readonly ref_id: string;
    readonly name: string;
    readonly description: string;
    readonly default_selected: boolean;
  }[];
  readonly requirement_nodes: readonly RequirementNode[];
}

export interface Score {
  readonly score: number;
  readonly name: string;
  readonly description: string;
}

/** A section when it cannot be assessed, a requirement when it can. */
export interface RequirementNode {
  readonly urn: string;
  readonly assessable: boolean;
  readonly depth: number;
  readonly parent_urn?: string;
  readonly ref_id: string;
  readonly name: string;
  readonly description: string;
  readonly annotation?: string;
  readonly implementation_groups?: readonly string[];
  readonly weight?: number;
  readonly reference_controls?: readonly string[];
}

export interface ReferenceControl {
  readonly urn: string;
  readonly ref_id: string;
  readonly name: string;
  readonly description: string;
  readonly annotation: string;
}

/** An audit, as the data import wizard reads it: the framework is chosen there, the rows are the file. */
export interface Audit {
  readonly name: string;
  readonly framework: string;
  readonly rows: readonly AuditRow[];
}

export type ComplianceResult =
  | "not_assessed"
  | "non_compliant"
  | "partially_compliant"
  | "compliant"
  | "not_applicable";

export interface AuditRow {
  readonly urn: string;
  /** « x »: the wizard skips the other rows. */
  readonly assessable: "x";
  readonly ref_id: string;
  readonly name: string;
  readonly description: string;
  readonly compliance_result: ComplianceResult;
  readonly requirement_progress: "to_do" | "in_progress" | "done";
  readonly score: number | null;
  readonly observations: string;
}
