import type { Day } from "../dates.ts";
import { firstValue, reference } from "../legal.ts";
import { dispositifs, type EcheanceNationale, parDefaut } from "./dispositif.ts";
import { ajouterDelai, type Echeance } from "./etapes.ts";

/** The national due dates: the next one of a series; a single one passed has no object left, for no file says whether it was kept. */
export function echeancesNationales(date: Day): Echeance[] {
  return (dispositifs[parDefaut].nationales ?? []).map((modele) => {
    const echeance = prochaineFois(modele, date);
    const isPassee = date > echeance;
    return {
      id: modele.id,
      libelle: isPassee ? `${modele.libelle} : date passée` : modele.libelle,
      qui: modele.qui,
      echeance,
      etat: isPassee ? "sans_objet" : "a_venir",
      retardJours: 0,
      reference: reference(modele.reference).titre,
    };
  });
}

/** Every term is counted from the first, so that a series begun on a 31st does not drift. */
function prochaineFois({ le, tous_les }: EcheanceNationale, date: Day): Day {
  const premiere = String(firstValue(le));
  if (tous_les === undefined) return premiere;
  let fois = premiere;
  for (let rang = 1; fois < date; rang += 1) fois = ajouterDelai(premiere, tous_les, premiere, rang);
  return fois;
}
