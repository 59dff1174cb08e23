import { nomActeur } from "../dispositif/acteurs.ts";
import { referenceDe } from "../dispositif/droit.ts";
import type { Dispositif } from "../dispositif/modele.ts";
import { entreeLe, finLe } from "../dispositif/parcours.ts";
import type { FicheProjet } from "../generated/fiche.ts";
import { type Day, daysBetween } from "../words/dates.ts";
import { semestresEntre } from "../words/semestres.ts";
import { documentsAttendus } from "./documents.ts";
import { datee } from "./echeance.ts";
import type { Echeance } from "./etape.ts";
import type { Suivi } from "./suivi.ts";

/** The data due at the end of each half-year, up to the one of `date`, where a parcours of the fiche is open. */
export function echeancesSemestrielles(dispositif: Dispositif, fiche: FicheProjet, suivis: readonly Suivi[], date: Day): Echeance[] {
  const modele = dispositif.fiche?.semestriel;
  if (modele === undefined) return [];
  const ouverts = suivis.flatMap((suivi) => periodeDe(suivi) ?? []);
  const premier = ouverts.map(({ entree }) => entree).toSorted()[0] ?? date;
  return semestresEntre(premier, date)
    .filter(({ debut, fin }) => ouverts.some((un) => un.entree <= fin && un.fin >= debut))
    .map(({ id: nom, fin }) => {
      const envoi = fiche.pilotage?.transmissions?.find(({ semestre, le }) => semestre === nom && le <= date);
      const isLate = envoi === undefined && date > fin;
      const etat = envoi !== undefined ? "faite" : isLate ? "en_retard" : "a_venir";
      return {
        id: modele.id,
        libelle: `${modele.libelle} : ${nom}`,
        qui: modele.qui,
        acteur: nomActeur(dispositif, modele.qui),
        ...datee(fin),
        etat,
        retardJours: isLate ? daysBetween(fin, date) : 0,
        reference: referenceDe(dispositif, modele.reference).titre,
        ...(envoi === undefined ? {} : { faiteLe: envoi.le }),
        ...documentsAttendus(modele.documents, etat, dispositif),
        occurrence: nom,
      };
    });
}

/** From its entry to its end; nothing for a parcours that has not entered yet. */
function periodeDe({ parcours, dispositif, vue }: Suivi): { entree: Day; fin: Day } | undefined {
  const entree = entreeLe(dispositif, vue);
  return entree === undefined ? undefined : { entree, fin: finLe(dispositif, parcours) ?? entree };
}
