import { dispositifs, type EcheanceNationale, parDefaut } from "../dispositif/modele.ts";
import { firstValue, reference } from "../legal/index.ts";
import type { Day } from "../words/dates.ts";
import { semestreDe } from "../words/semestres.ts";
import type { Echeance } from "./etape.ts";
import { ajouterDelai, datee } from "./etapes.ts";

/** The national due dates: the next one of a series; a single one passed has no object left, for no file says whether it was kept. */
export function echeancesNationales(date: Day): Echeance[] {
  return (dispositifs[parDefaut].nationales ?? []).map((modele) => {
    const { echeance, occurrence } = prochaineFois(modele, date);
    const isPassee = date > echeance;
    return {
      id: modele.id,
      libelle: [modele.libelle, ...(modele.semestrielle ? [occurrence] : []), ...(isPassee ? ["date passée"] : [])].join(" : "),
      qui: modele.qui,
      ...datee(echeance),
      etat: isPassee ? "sans_objet" : "a_venir",
      retardJours: 0,
      reference: reference(modele.reference).titre,
      ...(occurrence === undefined ? {} : { occurrence }),
    };
  });
}

/** Every term is counted from the first, so that a series begun on a 31st does not drift. */
function prochaineFois({ le, tous_les, semestrielle }: EcheanceNationale, date: Day): { echeance: Day; occurrence?: string } {
  if (semestrielle || le === undefined) {
    const { id, fin } = semestreDe(date);
    return { echeance: fin, occurrence: id };
  }
  const premiere = String(firstValue(le));
  if (tous_les === undefined) return { echeance: premiere };
  let fois = premiere;
  for (let rang = 1; fois < date; rang += 1) fois = ajouterDelai(premiere, tous_les, premiere, rang);
  return { echeance: fois, occurrence: fois };
}
