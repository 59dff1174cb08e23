import { dateDuDroitFiche } from "../../dossier/faits.ts";
import type { FicheProjet } from "../../generated/fiche.ts";
import type { Day } from "../../words/dates.ts";
import { type Cents, spread, toCents, toEuros } from "../../words/money.ts";
import { type ParComposante, parComposante } from "../composantes.ts";
import { lectures, type NomLecture } from "../lectures.ts";
import { type FinancementParcours, financerParcours } from "../parcours.ts";
import { chargeDe, tropPercuDe } from "../totaux.ts";
import { type Public, parcoursType } from "./parcours-type.ts";

/** What a fiche projet comes to, for one length of its parcours. */
export interface PrevisionDuree {
  mois: number;
  /** One parcours, with the proof of its amounts. */
  parType: FinancementParcours;
  composantes: ParComposante<{ cout: Cents; retenu: Cents }>;
  projet: MontantsProjet;
}

/** The whole project, each parcours with its share of the public money and of the complement. */
interface MontantsProjet {
  cout: Cents;
  forfait: Cents;
  publics: Cents;
  complement: Cents;
  nonFinance: Cents;
  /** What is covered above the cost of some parcours: never netted against what is not financed of others. */
  tropPercu: Cents;
}

/** The forecast of a fiche projet, with the figures of economic efficiency that DGEFP looks at (cahier des charges, § 1.2). */
export interface Prevision {
  fiche: string;
  /** The parcours counted on: those granted, when fewer than planned. */
  parcours: number;
  prevus: number | undefined;
  /** Teaching and accompaniment of a parcours. */
  heures: number;
  coutParParcours: Cents;
  coutParHeure: Cents | undefined;
  /** The share of conception and coordination in the cost, between 0 and 1. */
  partConception: number;
  /** One by length planned, the shortest first; empty when something is missing. */
  durees: PrevisionDuree[];
  /** The rubrics without which nothing can be forecast, as the fiche names them. */
  manquent: string[];
}

/** `date` is the day whose law applies when the fiche has none of its own. */
export function computePrevision(fiche: FicheProjet, date: Day, lecture: NomLecture): Prevision {
  const { parcours_prevus: prevus, instruction, modalites, financement } = fiche;
  const { cout_par_parcours: couts = {} } = financement ?? {};
  const cout = Object.values(couts).reduce((sum, montant) => sum + toCents(montant), 0);
  const { organisme_heures = 0, interne_heures = 0, distance_heures = 0, afest_heures = 0 } = modalites?.enseignements ?? {};
  const heures = organisme_heures + interne_heures + distance_heures + afest_heures + (modalites?.accompagnement_vae?.heures ?? 0);
  const parcours = Math.min(prevus ?? Number.POSITIVE_INFINITY, instruction?.parcours_accordes ?? Number.POSITIVE_INFINITY);
  const { min, max } = modalites?.duree_mois ?? {};
  const durees = [...new Set([min, max].flatMap((mois) => (mois === undefined ? [] : [mois])))].sort((a, b) => a - b);
  const manquent = [
    ...(cout === 0 ? ["financement.cout_par_parcours"] : []),
    ...(durees.length === 0 ? ["modalites.duree_mois"] : []),
    ...(Number.isFinite(parcours) && parcours > 0 ? [] : ["parcours_prevus"]),
  ];
  return {
    fiche: fiche.identifiant,
    parcours: Number.isFinite(parcours) ? parcours : 0,
    prevus,
    heures,
    coutParParcours: cout,
    coutParHeure: heures > 0 ? Math.round(cout / heures) : undefined,
    partConception: cout > 0 ? toCents(couts.conception_coordination ?? 0) / cout : 0,
    durees: manquent.length > 0 ? [] : durees.map((mois) => previsionPour(fiche, mois, parcours, date, lecture)),
    manquent,
  };
}

function previsionPour(fiche: FicheProjet, mois: number, nombre: number, date: Day, lecture: NomLecture): PrevisionDuree {
  const droit = dateDuDroitFiche(fiche, date);
  const couts = fiche.financement?.cout_par_parcours ?? {};
  const parts = partsDesParcours(fiche, nombre);
  const known = new Map<string, FinancementParcours>();
  const tous = parts.map((part) => {
    const cle = JSON.stringify(part);
    const one =
      known.get(cle) ??
      financerParcours(parcoursType(fiche, { droit, mois, couts, ...part }), { motifs: [], date, lecture: lectures[lecture] });
    known.set(cle, one);
    return one;
  });
  const [parType] = tous;
  if (parType === undefined) throw new RangeError("forecast of no parcours");
  const somme = (of: (one: FinancementParcours) => Cents): Cents => tous.reduce((sum, one) => sum + of(one), 0);
  return {
    mois,
    parType,
    composantes: parComposante((nom) => ({
      cout: parType.annees.reduce((sum, { composantes }) => sum + composantes[nom].depense.cents, 0),
      retenu: parType.annees.reduce((sum, { composantes }) => sum + composantes[nom].retenu.cents, 0),
    })),
    projet: {
      cout: somme(({ coutReel }) => coutReel.cents),
      forfait: somme(({ forfait }) => forfait.cents),
      publics: somme(({ financementsPublics }) => financementsPublics.cents),
      complement: somme(({ complement }) => complement.cents),
      nonFinance: somme(chargeDe),
      tropPercu: somme(tropPercuDe),
    },
  };
}

/**
 * Public money and complements are those of the project: each parcours has an equal share, to the cent. Public money that names no
 * composante pays for all of them, in proportion to what they cost.
 */
function partsDesParcours({ financement }: FicheProjet, nombre: number): { publics: Public[]; complement: Cents }[] {
  const { publics = [], complementaires = [], cout_par_parcours: couts = {} } = financement ?? {};
  const poids = Array.from({ length: nombre }, () => 1);
  const complements = spread(
    complementaires.reduce((sum, { montant }) => sum + toCents(montant), 0),
    poids,
  );
  const parFinanceur = publics.map(({ financeur, composante, montant }) => ({
    financeur,
    composante,
    parts: spread(toCents(montant), poids),
  }));
  return complements.map((complement, rang) => ({
    complement,
    publics: parFinanceur.flatMap(({ financeur, composante, parts }): Public[] => {
      const cents = parts[rang] ?? 0;
      if (composante !== undefined) return [{ financeur, composante, montant: toEuros(cents) }];
      return surToutesLesComposantes(cents, couts).map((part) => ({ financeur, ...part }));
    }),
  }));
}

type Couts = NonNullable<NonNullable<FicheProjet["financement"]>["cout_par_parcours"]>;

function surToutesLesComposantes(cents: Cents, { tutorat = 0, ...couts }: Couts): { composante: Public["composante"]; montant: number }[] {
  const lignes = Object.entries({ ...couts, tuteur_exercice: tutorat }).filter(([, cout]) => cout > 0);
  return spread(
    cents,
    lignes.map(([, cout]) => cout),
  ).map((part, rang) => ({ composante: (lignes[rang]?.[0] ?? "pedagogique") as Public["composante"], montant: toEuros(part) }));
}
