import type { Modele } from "../../dispositif/catalogue.ts";
import type { ModeleEtape } from "../../dispositif/deroulement.ts";
import { parametreDe, referenceDe } from "../../dispositif/droit.ts";
import type { Dispositif } from "../../dispositif/modele.ts";
import type { Reference } from "../../legal/index.ts";
import { formatNumber } from "../../words/french.ts";
import { chemin, chemins, condition } from "./mots.ts";

/** A step as a person reads it. */
export interface EtapeSheet {
  id: string;
  phase: string | null;
  libelle: string;
  /** Who does it, in words. */
  qui: string;
  /** What says that it is done; nothing when the day alone does. */
  faite: string | null;
  /** The last day for it; nothing when it has none. */
  echeance: string | null;
  /** What the silence of who should act means, once the day has passed. */
  silence: string | null;
  /** When it does not concern a parcours. */
  sans_objet: string[];
  documents: string[];
  references: Reference[];
}

export function etapeSheet(etape: ModeleEtape, modele: Modele): EtapeSheet {
  const { dispositif } = modele;
  const { id, phase = null, libelle, qui, faite, faite_au_terme, precision_terme, sans_objet = [], documents = [] } = etape;
  return {
    id,
    phase,
    libelle,
    qui: dispositif.acteurs[qui] ?? qui,
    faite: faite.length === 0 ? null : chemins(modele, faite),
    echeance: echeance(etape, modele),
    silence: faite_au_terme ? (precision_terme ?? "le jour arrivé suffit") : null,
    sans_objet: sans_objet.map((une) => condition(modele, une)),
    documents: documents.map((un) => un.libelle),
    references: sources(etape, dispositif),
  };
}

/** « Début du contrat (contrat/debut) + 5 jours ». */
function echeance({ depuis = [], delai, avant, fin_de_mois, recurrente }: ModeleEtape, modele: Modele): string | null {
  if (avant !== undefined) return `la veille de ${chemin(modele, avant)}`;
  if (depuis.length === 0) return null;
  const jour = `${chemins(modele, depuis)}${delai === undefined ? "" : ` + ${valeur(modele.dispositif, delai)}`}`;
  const bout = fin_de_mois ? `à la fin du mois de ${jour}` : jour;
  return recurrente === undefined ? bout : `${bout}, puis de nouveau jusqu'à ${chemin(modele, recurrente.jusqua)}`;
}

/** The figure in force last. */
function valeur(dispositif: Dispositif, nom: string): string {
  const { unit, values } = parametreDe(dispositif, nom);
  const derniere = values.at(-1)?.value;
  return typeof derniere === "number" ? `${formatNumber(derniere)} ${unit}` : String(derniere ?? "");
}

function sources({ reference, delai }: ModeleEtape, dispositif: Dispositif): Reference[] {
  const duDelai = delai === undefined ? undefined : parametreDe(dispositif, delai).values.at(-1)?.reference;
  return [...new Set([reference, duDelai])].flatMap((nom) => (nom === undefined ? [] : [referenceDe(dispositif, nom)]));
}
