import type { FicheDocument, ParcoursDocument } from "../../dossier/load.ts";
import type { Ligne } from "../definition/ligne.ts";
import type { LotDeLignes } from "./projets.ts";

/** Which porteur each row and each lot comes from, by a name that says it to a person. Never to be published. */
export interface Provenance {
  lignes: readonly { ligne: Ligne; porteur: string }[];
  lots: readonly { fichier: string; porteur: string }[];
}

/** Whose a parcours and a lot are. */
interface Porteurs {
  deLaFiche(fiche: string): string;
  duLot(lot: LotDeLignes): string;
}

/**
 * A porteur is one SIREN, that of its fiches projet. Where the fiche is not among the files, nothing says whether two fiches have the
 * same: each counts for one porteur, but lots that were sent together come from the same.
 */
export function porteursSelon(fiches: readonly FicheDocument[]): Porteurs {
  const connus = porteursDesFiches(fiches);
  const deLaFiche = (fiche: string): string => connus.get(fiche) ?? `de la fiche ${fiche}`;
  const duLot = ({ fichier, projet, envoi }: LotDeLignes): string =>
    connus.get(projet?.fiche ?? "") ?? (envoi === undefined ? deLaFiche(projet?.fiche ?? fichier) : `des lots de ${envoi}`);
  return { deLaFiche, duLot };
}

export function provenanceDe(
  { fiches, parcours }: { fiches: readonly FicheDocument[]; parcours: readonly ParcoursDocument[] },
  lignes: readonly Ligne[],
  lots: readonly LotDeLignes[],
): Provenance {
  const { deLaFiche, duLot } = porteursSelon(fiches);
  return {
    // The id of a row is the rank of its document.
    lignes: lignes.map((ligne) => ({ ligne, porteur: deLaFiche(parcours[Number(ligne.id)]?.data.fiche ?? "") })),
    lots: lots.map((lot) => ({ fichier: lot.fichier, porteur: duLot(lot) })),
  };
}

/** By fiche; where fiches of one SIREN give it several names, the first in the order of the fiches. */
function porteursDesFiches(fiches: readonly FicheDocument[]): Map<string, string> {
  const noms = new Map<string, string>();
  const ordre = fiches.map(({ data }) => data).sort((a, b) => (a.identifiant < b.identifiant ? -1 : 1));
  return new Map(
    ordre.flatMap(({ identifiant, porteur }): [string, string][] => {
      const siren = porteur?.siret.slice(0, 9);
      if (siren === undefined) return [];
      const nom = noms.get(siren) ?? `${porteur.denomination} (${siren})`;
      noms.set(siren, nom);
      return [[identifiant, nom]];
    }),
  );
}
