import { isConclu } from "../../dossier/faits.ts";
import type { Dossier, FicheDocument } from "../../dossier/load.ts";
import type { Parcours } from "../../generated/parcours.ts";
import { ENSEMBLE, NON_CONNU, nonConnu } from "./categorie.ts";

/** The domains of each fiche's certifications, by their words without case. */
export type Domaines = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function domainesDesFiches(fiches: readonly Pick<FicheDocument, "data">[]): Domaines {
  const domaines = new Map<string, Map<string, string>>();
  for (const { data } of fiches) {
    const siens = domaines.get(data.identifiant) ?? new Map<string, string>();
    for (const mot of (data.certifications ?? []).map(motDe)) siens.set(mot.toLowerCase(), siens.get(mot.toLowerCase()) ?? mot);
    domaines.set(data.identifiant, siens);
  }
  return domaines;
}

/** The domain of a parcours, as its fiche writes it; what is not one of its fiche's is not known. */
export function domaineDe({ fiche = "", certification }: Partial<Pick<Parcours, "fiche" | "certification">>, domaines: Domaines): string {
  return domaines.get(fiche)?.get(motDe(certification ?? {}).toLowerCase()) ?? NON_CONNU;
}

/** How many concluded parcours have a domain in words that are not their fiche's. */
export function domainesEtrangers({ fiches, parcours }: Pick<Dossier, "fiches" | "parcours">): number {
  const domaines = domainesDesFiches(fiches);
  return parcours.filter(({ data }) => isConclu(data) && motDe(data.certification) !== NON_CONNU && domaineDe(data, domaines) === NON_CONNU)
    .length;
}

/** A domain as a code: its words, one space between them. Those of the total, or of what is not known, name no other row. */
export function motDe({ domaine }: { domaine?: string | undefined }): string {
  const texte = texteNormal(domaine ?? "");
  return ["", ENSEMBLE, NON_CONNU, nonConnu.libelle.toLowerCase()].includes(texte.toLowerCase()) ? NON_CONNU : texte;
}

export function texteNormal(texte: string): string {
  return texte.normalize("NFC").trim().replaceAll(/\s+/g, " ");
}
