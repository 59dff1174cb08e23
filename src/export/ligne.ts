import type { Day } from "../words/dates.ts";
import { semestreDe } from "../words/semestres.ts";
import { certificationDe, type Pseudonymes } from "./cles/pseudonymes.ts";
import { type LigneDeLot, mesures, NON_CONNU, pasDe } from "./colonnes.ts";
import { auPas, avecCout, type Nombres } from "./nombres.ts";

/** A row of the dashboard and what it must lose: whose it is. */
export interface Source extends LigneDeLot {
  identifiant: string;
  fiche: string;
}

interface Regles {
  pseudonymes: Pseudonymes;
  /** The last day that counts: what comes after has not happened. */
  arreteAu: Day;
  /** The domains of the fiche projet, which DGEFP already has; any other text stays at home. */
  domaines: ReadonlySet<string>;
}

/** The row as it leaves: pseudonyms, half-years, rounded numbers, and of each parcours only what the dashboard counts of it. */
export function enLot({ identifiant, fiche, ...ligne }: Source, { pseudonymes, arreteAu, domaines }: Regles): LigneDeLot {
  const passe = (jour: string | null): string | null => (jour !== null && jour <= arreteAu ? semestreDe(jour).id : null);
  const [rupture_le, jury_le, fin_parcours] = [passe(ligne.rupture_le), passe(ligne.jury_le), passe(ligne.fin_parcours)];
  const demandeur = ligne.situation_avant === "demandeur_emploi";
  const si = (utile: boolean, code: string | null): string | null => (utile ? code : null);
  return {
    ...ligne,
    ...nombresDe(ligne),
    id: pseudonymes("parcours", fiche, identifiant),
    entreprise: pseudonymes("entreprise", ligne.entreprise ?? ""),
    conclu_le: passe(ligne.conclu_le),
    domaine: domaines.has(ligne.domaine ?? "") ? ligne.domaine : NON_CONNU,
    certification: certificationDe(ligne.certification, pseudonymes),
    situation_avant: demandeur ? "demandeur_emploi" : "autre",
    rupture_le,
    phase: si(rupture_le !== null, ligne.phase),
    anciennete: si(rupture_le !== null, ligne.anciennete),
    initiative: si(rupture_le !== null, ligne.initiative),
    recevabilite: si(rupture_le !== null, ligne.recevabilite),
    jury_le,
    resultat: si(jury_le !== null, ligne.resultat),
    fin_parcours,
    inscription: si(demandeur, ligne.inscription),
    minimum_social: si(demandeur, ligne.minimum_social),
    rqth: si(demandeur, ligne.rqth),
    prioritaire: si(demandeur, ligne.prioritaire),
    niveau_sortie: si(fin_parcours !== null, ligne.niveau_sortie),
    poursuite: si(fin_parcours !== null, ligne.poursuite),
    contrat_travail: si(fin_parcours !== null, ligne.contrat_travail),
    meme_entreprise: si(fin_parcours !== null, ligne.meme_entreprise),
  };
}

/** Each at its finest step: hours to the hour, amounts to 10 euros. */
function nombresDe(ligne: LigneDeLot): Nombres {
  return avecCout(Object.fromEntries(mesures.map((nom) => [nom, auPas(ligne[nom] / 100, pasDe(nom)[0] ?? 1)])) as Nombres);
}
