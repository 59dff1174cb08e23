import type { Depart } from "../dashboard/definition/columns/colonne.ts";
import type { Day } from "../words/dates.ts";
import { semestreDe } from "../words/semestres.ts";
import type { Pseudonymes } from "./cles/pseudonymes.ts";
import { colonnes, jours, type Ligne, mesures, type NomDeColonne, noms } from "./colonnes.ts";
import { auPas, avecCout, type Nombres } from "./nombres.ts";
import { pasDe } from "./pas.ts";

/** A row of the dashboard and what it must lose: whose it is. */
export type Source = Ligne & { identifiant: string; fiche: string };

interface Regles {
  pseudonymes: Pseudonymes;
  /** The last day that counts: what comes after has not happened. */
  arreteAu: Day;
  /** The domains of the fiche projet, which DGEFP already has; any other text stays at home. */
  domaines: ReadonlySet<string>;
}

/** The row as it leaves: pseudonyms, half-years, rounded numbers, and of each parcours only what the dashboard counts of it. */
export function enLot(source: Source, { pseudonymes, arreteAu, domaines }: Regles): Ligne {
  const { identifiant, fiche } = source;
  const passe = (jour: string | null): string | null => (jour !== null && jour <= arreteAu ? semestreDe(jour).id : null);
  const semestres = Object.fromEntries(jours.map((nom) => [nom, passe(source[nom])])) as Pick<Ligne, (typeof jours)[number]>;
  const estConcernee = (concernes: string): boolean =>
    concernes === "demandeurs" ? source.situation_avant === "demandeur_emploi" : (semestres as Record<string, unknown>)[concernes] !== null;
  const depart = { pseudonyme: pseudonymes, domaines, identifiant, fiche };
  const mots = Object.fromEntries(noms.map((nom) => [nom, motDe(nom, source, depart, estConcernee)]));
  return { ...(mots as Ligne), ...semestres, ...nombresDe(source) };
}

/** A word as it leaves; anything else as it is. */
function motDe(nom: NomDeColonne, ligne: Ligne, depart: Depart, estConcernee: (concernes: string) => boolean): Ligne[NomDeColonne] {
  const colonne = colonnes[nom];
  const valeur = ligne[nom];
  if (colonne.nature === "libre") return typeof valeur === "string" ? colonne.partir(valeur, depart) : valeur;
  return "concernes" in colonne && colonne.concernes !== undefined && !estConcernee(colonne.concernes) ? null : valeur;
}

/** Each at its finest step: hours to the hour, amounts to 10 euros. */
function nombresDe(ligne: Ligne): Nombres {
  return avecCout(Object.fromEntries(mesures.map((nom) => [nom, auPas(ligne[nom] / 100, pasDe(nom)[0] ?? 1)])) as Nombres);
}
