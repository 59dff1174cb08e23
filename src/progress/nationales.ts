import { nomActeur } from "../dispositif/acteurs.ts";
import { ajouterDelai, jourNomme, referenceDe } from "../dispositif/droit.ts";
import type { Dispositif, EcheanceNationale } from "../dispositif/modele.ts";
import type { Day } from "../words/dates.ts";
import { semestreDe } from "../words/semestres.ts";
import { datee } from "./echeance.ts";
import type { Echeance } from "./etape.ts";

/** The national due dates: the next one of a series; a single one passed has no object left, for no file says whether it was kept. */
export function echeancesNationales(date: Day, dispositif: Dispositif): Echeance[] {
  return (dispositif.nationales ?? []).map((modele) => {
    const { echeance, occurrence } = prochaineFois(modele, date, dispositif);
    const isPassee = date > echeance;
    return {
      id: modele.id,
      libelle: [modele.libelle, ...(modele.semestrielle ? [occurrence] : []), ...(isPassee ? ["date passée"] : [])].join(" : "),
      qui: modele.qui,
      acteur: nomActeur(dispositif, modele.qui),
      ...datee(echeance),
      etat: isPassee ? "sans_objet" : "a_venir",
      retardJours: 0,
      reference: referenceDe(dispositif, modele.reference).titre,
      ...(occurrence === undefined ? {} : { occurrence }),
    };
  });
}

/** Every term is counted from the first, so that a series begun on a 31st does not drift. */
function prochaineFois(
  { le, tous_les, semestrielle }: EcheanceNationale,
  date: Day,
  dispositif: Dispositif,
): { echeance: Day; occurrence?: string } {
  if (semestrielle || le === undefined) {
    const { id, fin } = semestreDe(date);
    return { echeance: fin, occurrence: id };
  }
  const premiere = jourNomme(dispositif, le);
  if (tous_les === undefined) return { echeance: premiere };
  let fois = premiere;
  for (let rang = 1; fois < date; rang += 1) fois = ajouterDelai(dispositif, premiere, tous_les, { droit: premiere, fois: rang });
  return { echeance: fois, occurrence: fois };
}
