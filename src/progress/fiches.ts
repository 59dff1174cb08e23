import type { Vue } from "../dispositif/fait.ts";
import type { Dispositif } from "../dispositif/modele.ts";
import { droitDe } from "../dispositif/parcours.ts";
import { premierConnu, vueAu } from "../dispositif/vue.ts";
import type { FicheProjet } from "../generated/fiche.ts";
import type { Day } from "../words/dates.ts";
import { type Echeance, type Etape, isEcheance } from "./etape.ts";
import { etapeAu } from "./etapes.ts";
import { prochaineEtape } from "./parcours.ts";
import { places } from "./plafond.ts";
import { echeancesSemestrielles } from "./semestriel.ts";
import type { Suivi } from "./suivi.ts";

export type EtatFiche = "acceptee" | "rejet_implicite" | "en_instruction" | "refusee" | "a_envoyer";

/** Where a fiche projet stands on a day. */
export interface ProgresFiche {
  identifiant: string;
  etat: EtatFiche;
  /** The last day for the DGEFP's opinion; known once the fiche is complete. */
  echeance?: Day;
  parcoursAccordes?: number;
  parcoursConclus: number;
  /** Of these, the contracts that the OPCO refused to pay for: they take no place. */
  parcoursRefuses: number;
  /** What is left of the parcours granted; below zero when there are more contracts than were granted. */
  placesRestantes?: number;
  echeances: Echeance[];
  /** What moves the fiche on; nothing once there is an opinion and the data are sent. */
  prochaine?: Etape;
}

/** @param suivis the parcours of this fiche. */
export function progresFiche(fiche: FicheProjet, suivis: readonly Suivi[], date: Day, dispositif: Dispositif): ProgresFiche {
  const modele = dispositif.fiche ?? { faits: [], etapes: [] };
  const vue = vueAu(date, fiche, modele);
  const droit = droitDe(dispositif, {}, date);
  const etapes = modele.etapes.map((etape) => etapeAu(etape, { dispositif, vue, date, droit }));
  const instruction = etapes.filter(isEcheance);
  const transmissions = echeancesSemestrielles(dispositif, fiche, suivis, date);
  const echeance = instruction[0]?.echeance;
  const accordes = vue("instruction/parcours_accordes")?.valeur;
  const { conclus, refuses } = places(suivis);
  const prochaine = prochaineEtape([...etapes, ...transmissions]);
  return {
    identifiant: fiche.identifiant,
    etat: etatFiche(vue, echeance !== undefined && date > echeance),
    ...(echeance === undefined ? {} : { echeance }),
    ...(typeof accordes === "number" ? { parcoursAccordes: accordes, placesRestantes: accordes - conclus + refuses } : {}),
    parcoursConclus: conclus,
    parcoursRefuses: refuses,
    echeances: [...instruction, ...transmissions],
    ...(prochaine === undefined ? {} : { prochaine }),
  };
}

/** An opinion, even one that comes too late, says more than the silence before it. */
function etatFiche(vue: Vue, isTermePasse: boolean): EtatFiche {
  const avis = vue("instruction/avis")?.valeur;
  if (avis !== undefined) return avis === "favorable" ? "acceptee" : "refusee";
  if (isTermePasse) return "rejet_implicite";
  const envoi = premierConnu(vue, ["instruction/envoyee_le", "instruction/recue_le", "instruction/complete_le"]);
  return envoi === undefined ? "a_envoyer" : "en_instruction";
}
