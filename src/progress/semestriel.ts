import type { Dispositif } from "../dispositif/modele.ts";
import { finDuParcours, isConclu } from "../dossier/faits.ts";
import type { FicheProjet } from "../generated/fiche.ts";
import type { Parcours } from "../generated/parcours.ts";
import { reference } from "../legal/index.ts";
import { type Day, daysBetween } from "../words/dates.ts";
import { semestresEntre } from "../words/semestres.ts";
import { documentsAttendus } from "./documents.ts";
import type { Echeance } from "./etape.ts";
import { datee } from "./etapes.ts";

type ModeleSemestriel = NonNullable<NonNullable<Dispositif["fiche"]>["semestriel"]>;

/** The data due to the DGEFP at the end of each half-year, up to the one of `date`, where a parcours of the fiche is open. */
export function echeancesSemestrielles(modele: ModeleSemestriel, fiche: FicheProjet, parcours: readonly Parcours[], date: Day): Echeance[] {
  const conclus = parcours.filter(isConclu).filter(({ contrat }) => contrat.conclu_le <= date);
  const premier = conclus.map(({ contrat }) => contrat.conclu_le).toSorted()[0] ?? date;
  return semestresEntre(premier, date)
    .filter(({ debut, fin }) => conclus.some((un) => un.contrat.conclu_le <= fin && finDuParcours(un) >= debut))
    .map(({ id: nom, fin }) => {
      const envoi = fiche.pilotage?.transmissions?.find(({ semestre, le }) => semestre === nom && le <= date);
      const isLate = envoi === undefined && date > fin;
      const etat = envoi !== undefined ? "faite" : isLate ? "en_retard" : "a_venir";
      return {
        id: modele.id,
        libelle: `${modele.libelle} : ${nom}`,
        qui: modele.qui,
        ...datee(fin),
        etat,
        retardJours: isLate ? daysBetween(fin, date) : 0,
        reference: reference(modele.reference).titre,
        ...(envoi === undefined ? {} : { faiteLe: envoi.le }),
        ...documentsAttendus(modele.documents, etat),
        occurrence: nom,
      };
    });
}
