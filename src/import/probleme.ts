/** Something to say of a cell before any document is made of it; no document is made of what it spoils. */
export interface Probleme {
  /** « Parcours!F12 ». */
  ou: string;
  message: string;
  conseil: string;
}

/** Anything to say of a cell: of its writing, of the schema, or of a rule. */
export interface Constat {
  ou: string;
  gravite: "erreur" | "avertissement";
  /** A rule's id, `schema`, or `classeur` for what could not be read at all. */
  regle: string;
  message: string;
  conseil?: string;
  references: readonly string[];
  /** Whether no file can be made of the document as long as it stands; the law may be broken in a file, its shape may not. */
  isBloquant: boolean;
}

export function constatDe({ ou, message, conseil }: Probleme): Constat {
  return { ou, message, conseil, gravite: "erreur", regle: "classeur", references: [], isBloquant: true };
}
