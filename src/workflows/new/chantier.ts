import type { Modele } from "../../dispositif/catalogue.ts";
import type { Forme, Kind } from "../../dispositif/forme.ts";
import type { DossierMixte } from "../../dossier/load.ts";
import type { NewOptions } from "./options.ts";

/** A document ready to be written, and what `validate` says of it. */
export interface Ebauche {
  fichier: string;
  texte: string;
  /** As `cpro validate` shows them; empty when there is nothing to say. */
  constats: string;
  /** Whether the schema accepts it. */
  isForme: boolean;
  isSansErreur: boolean;
}

/** What the making of a document needs besides its answers. */
export interface Chantier {
  kind: Kind;
  modele: Modele;
  forme: Forme;
  dossier: DossierMixte;
  donnees: Readonly<Record<string, unknown>>;
  options: NewOptions;
  fichierDe(data: Readonly<Record<string, unknown>>): string;
  ebaucher(data: Readonly<Record<string, unknown>>): Promise<Ebauche>;
}
