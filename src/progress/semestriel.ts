import { addDays, type Day, daysBetween } from "../dates.ts";
import { finDuParcours, isConclu } from "../dossier/faits.ts";
import type { FicheProjet } from "../generated/fiche.ts";
import type { Parcours } from "../generated/parcours.ts";
import { reference } from "../legal.ts";
import type { Dispositif } from "./dispositif.ts";
import type { Echeance } from "./etapes.ts";

type ModeleSemestriel = NonNullable<NonNullable<Dispositif["fiche"]>["semestriel"]>;

/** The data due to the DGEFP at the end of each half-year, up to the one of `date`, where a parcours of the fiche is open. */
export function echeancesSemestrielles(modele: ModeleSemestriel, fiche: FicheProjet, parcours: readonly Parcours[], date: Day): Echeance[] {
  const conclus = parcours.filter(isConclu).filter(({ contrat }) => contrat.conclu_le <= date);
  const premier = conclus.map(({ contrat }) => contrat.conclu_le).reduce((a, b) => (a < b ? a : b), date);
  return semestres(premier, date)
    .filter(({ debut, fin }) => conclus.some((un) => un.contrat.conclu_le <= fin && finDuParcours(un) >= debut))
    .map(({ nom, fin }) => {
      const envoi = fiche.pilotage?.transmissions?.find(({ semestre, le }) => semestre === nom && le <= date);
      const isLate = envoi === undefined && date > fin;
      return {
        id: modele.id,
        libelle: `${modele.libelle} : ${nom}`,
        qui: modele.qui,
        echeance: fin,
        etat: envoi !== undefined ? "faite" : isLate ? "en_retard" : "a_venir",
        retardJours: isLate ? daysBetween(fin, date) : 0,
        reference: reference(modele.reference).titre,
        ...(envoi === undefined ? {} : { faiteLe: envoi.le }),
      };
    });
}

/** The calendar half-years from the one that holds a day to the one that holds another. */
function semestres(from: Day, to: Day): { nom: string; debut: Day; fin: Day }[] {
  const annee = from.slice(0, 4);
  const premier = from.slice(5, 7) <= "06";
  const [debut, fin] = premier ? [`${annee}-01-01`, `${annee}-06-30`] : [`${annee}-07-01`, `${annee}-12-31`];
  const suivants = fin < to ? semestres(addDays(fin, 1), to) : [];
  return [{ nom: `${annee}-S${premier ? 1 : 2}`, debut, fin }, ...suivants];
}
